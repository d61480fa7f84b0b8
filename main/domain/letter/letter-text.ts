// The words of a letter as plain text, and plain text as a letter. Lines stay lines, both ways; what has looks is written as one
// would by hand: "- ", "1. ", "> ", and the address of a link behind its words.
import { attribute, linkOf, saysWhereItLeads, type LetterNode } from './letter.ts';

/** One paragraph a line; a carriage return is a line's end, as in files from Windows. */
export const letterOf = (text: string): LetterNode => ({ type: 'doc', content: linesOf(text).map(paragraph) });

/** The paragraphs of pasted or inserted words. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n?|\n/);

const paragraph = (line: string): LetterNode =>
  line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] };

export const textOf = (letter: LetterNode): string => blocks(letter.content ?? []).join('\n');

const blocks = (nodes: readonly LetterNode[]): readonly string[] => nodes.flatMap(linesOfBlock);

function linesOfBlock(node: LetterNode): readonly string[] {
  const content = node.content ?? [];
  switch (node.type) {
    case 'bulletList':
      return content.flatMap((item) => marked('- ', item));
    case 'orderedList': {
      const start = node.attrs?.['start'];
      const first = typeof start === 'number' ? start : 1;
      return content.flatMap((item, index) => marked(`${first + index}. `, item));
    }
    case 'blockquote':
      return blocks(content).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'horizontalRule':
      return ['---'];
    default:
      return inline(content).split('\n');
  }
}

function marked(marker: string, item: LetterNode): readonly string[] {
  const indent = ' '.repeat(marker.length);
  return blocks(item.content ?? []).map((line, index) =>
    index === 0 ? `${marker}${line}` : line === '' ? '' : `${indent}${line}`,
  );
}

/** Words in a row; a link may run through several of them, where one is bold. */
function inline(nodes: readonly LetterNode[]): string {
  let text = '';
  let link = { href: '', from: 0 };
  const closeLink = (): void => {
    const words = text.slice(link.from);
    if (link.href !== '' && !saysWhereItLeads(words, link.href)) text += ` (${link.href.replace(/^mailto:/i, '')})`;
  };
  for (const node of nodes) {
    const href = linkOf(node);
    if (href !== link.href) {
      closeLink();
      link = { href, from: text.length };
    }
    text += words(node);
  }
  closeLink();
  return text;
}

function words(node: LetterNode): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type !== 'image') return node.text ?? '';
  const name = attribute(node, 'alt');
  return name === '' ? '' : `[${name}]`;
}
