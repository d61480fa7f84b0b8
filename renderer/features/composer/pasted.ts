// HTML that was pasted, without the pictures that do not go along with this letter: they would be fetched from elsewhere, or not at all.

export function withoutStrangePictures(
  html: string,
  isOurs: (contentId: string) => boolean,
): { readonly html: string; readonly leftOut: number } {
  if (!/<img\b/i.test(html)) return { html, leftOut: 0 };
  // A document that is never shown: nothing in it is fetched or run.
  const page = new DOMParser().parseFromString(html, 'text/html');
  const strange = [...page.images].filter((image) => {
    const source = image.getAttribute('src') ?? '';
    return !source.startsWith('cid:') || !isOurs(source.slice('cid:'.length));
  });
  for (const image of strange) image.remove();
  return { html: page.body.innerHTML, leftOut: strange.length };
}
