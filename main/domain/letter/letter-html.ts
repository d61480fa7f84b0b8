// The HTML of a letter, in the few words that the engine takes: p, br, strong, em, u, s, a, ul, ol, li, blockquote, img, hr.
// A paragraph is a line: whoever makes a mail of it gives it no margin, and an empty one the height of a line.
import { attribute, type LetterMark, type LetterNode } from './letter.ts';

const BLOCKS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
};
/** From the outside in, so that the same looks always give the same HTML. */
const MARKS: readonly (readonly [type: string, tag: string])[] = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strike', 's'],
];

export const htmlOf = (letter: LetterNode): string => (letter.content ?? []).map(html).join('');

function html(node: LetterNode): string {
  const inside = (): string => (node.content ?? []).map(html).join('');
  switch (node.type) {
    case 'text':
      return marksAround(escaped(node.text ?? ''), node.marks ?? []);
    case 'hardBreak':
      return '<br>';
    case 'horizontalRule':
      return '<hr>';
    case 'image':
      return picture(node);
    case 'orderedList': {
      const start = node.attrs?.['start'];
      return `<ol${typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''}>${inside()}</ol>`;
    }
    default: {
      const tag = BLOCKS[node.type];
      return tag === undefined ? inside() : `<${tag}>${inside()}</${tag}>`;
    }
  }
}

function marksAround(words: string, marks: readonly LetterMark[]): string {
  const looks = MARKS.filter(([type]) => marks.some((mark) => mark.type === type)).reduceRight(
    (inside, [, tag]) => `<${tag}>${inside}</${tag}>`,
    words,
  );
  const link = marks.find(({ type }) => type === 'link');
  return link === undefined ? looks : `<a href="${escaped(attribute(link, 'href'))}">${looks}</a>`;
}

/** Only pictures that go along with the mail: nothing is fetched from elsewhere when it is read. */
function picture(node: LetterNode): string {
  const source = attribute(node, 'src');
  return source.startsWith('cid:') ? `<img src="${escaped(source)}" alt="${escaped(attribute(node, 'alt'))}">` : '';
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
