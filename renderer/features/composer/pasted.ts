// HTML that was pasted, as a letter can hold it. A paragraph of a letter is a line: rows of a table become lines, the space between
// paragraphs an empty line, Word's dots a list. Pictures that do not go along with this letter would be fetched from elsewhere, or not
// at all, and are left out. What else it cannot hold, its own schema leaves out.
import { tablesAsLines } from './pasted-tables.ts';
import { wordListsAsLists } from './pasted-word.ts';
import { spaceAsLines } from './pasted-space.ts';

export function pastedAsLetter(
  html: string,
  isOurs: (contentId: string) => boolean,
): { readonly html: string; readonly leftOut: number } {
  const page = pageOf(html);
  const strange = [...page.images].filter((image) => {
    const source = image.getAttribute('src') ?? '';
    return !source.startsWith('cid:') || !isOurs(source.slice('cid:'.length));
  });
  for (const image of strange) image.remove();
  // Cut from a letter of ours it is as it should be; ProseMirror marks it so.
  if (page.querySelector('[data-pm-slice]') === null) {
    const styles = [...page.querySelectorAll('style')].map(({ textContent }) => textContent).join('\n');
    wordListsAsLists(page.body);
    tablesAsLines(page.body);
    spaceAsLines(page.body, styles);
  }
  return { html: page.body.innerHTML, leftOut: strange.length };
}

/** Whether there is more to it than pictures: beside one that is copied in a browser stands the HTML that fetches it. */
export const hasWords = (html: string): boolean => pageOf(html).body.textContent.trim() !== '';

/** A document that is never shown: nothing in it is fetched or run. */
const pageOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
