// A letter as the composer holds it: paragraphs that are lines, lists, quotes, rules, pictures. The shape is that of ProseMirror's
// JSON, so that the window needs no third form; the words of it are in letter-text.ts, its HTML in letter-html.ts.

export type LetterMark = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> };

export type LetterNode = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly LetterNode[];
  readonly marks?: readonly LetterMark[];
  readonly text?: string;
};

/** A string of its attributes; '' where it has none of that name. */
export const attribute = (of: LetterNode | LetterMark, name: string): string => {
  const value = of.attrs?.[name];
  return typeof value === 'string' ? value : '';
};

export const linkOf = (node: LetterNode): string => {
  const mark = node.marks?.find(({ type }) => type === 'link');
  return mark === undefined ? '' : attribute(mark, 'href');
};

/** The words of a link say where it leads by themselves: "www.x.be" for https://www.x.be, an address for mailto:. */
export function saysWhereItLeads(words: string, href: string): boolean {
  const bare = (text: string): string => text.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
  return bare(words.trim()) === bare(href);
}

/** Whether it is more than lines of plain words, so that a plain mail would lose something of it. */
export function hasLooks(letter: LetterNode): boolean {
  if (letter.type === 'text') {
    return (letter.marks ?? []).some(
      (mark) => mark.type !== 'link' || !saysWhereItLeads(letter.text ?? '', attribute(mark, 'href')),
    );
  }
  const isPlain = letter.type === 'doc' || letter.type === 'paragraph' || letter.type === 'hardBreak';
  return !isPlain || (letter.content ?? []).some(hasLooks);
}
