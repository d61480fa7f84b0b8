import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { hasLooks, type LetterNode } from './letter.ts';
import { htmlOf } from './letter-html.ts';
import { letterOf, textOf } from './letter-text.ts';

const words = (text: string, ...marks: readonly LetterNode['marks'][]): LetterNode => ({
  type: 'text',
  text,
  ...(marks.length === 0 ? {} : { marks: marks.flatMap((some) => some ?? []) }),
});
const line = (...content: readonly LetterNode[]): LetterNode => ({ type: 'paragraph', content });
const doc = (...content: readonly LetterNode[]): LetterNode => ({ type: 'doc', content });
const list = (type: string, ...items: readonly (readonly LetterNode[])[]): LetterNode => ({
  type,
  content: items.map((content) => ({ type: 'listItem', content })),
});
const bold = [{ type: 'bold' }];
const link = (href: string) => [{ type: 'link', attrs: { href } }];

describe('plain words', () => {
  test('come out as the lines that they were typed as', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\n', ' ', '\t', 'Dag', '- ', '> ', '1. ', '<b>', '&amp;', '{{x}}')),
        (parts) => {
          const text = parts.join('');
          expect(textOf(letterOf(text))).toBe(text);
          expect(hasLooks(letterOf(text))).toBe(false);
        },
      ),
    );
  });

  test('keep a line a line when they come from Windows', () => {
    expect(textOf(letterOf('een\r\ntwee\rdrie'))).toBe('een\ntwee\ndrie');
  });

  test('stay plain with an address in them that is a link by itself', () => {
    const letter = doc(
      line(words('Kijk op '), words('www.claes.be', link('https://www.claes.be/')), words(' of mail ')),
      line(words('info@claes.be', link('mailto:info@claes.be'))),
    );
    expect(hasLooks(letter)).toBe(false);
    expect(textOf(letter)).toBe('Kijk op www.claes.be of mail \ninfo@claes.be');
  });
});

describe('words with looks', () => {
  test('are written as plain text as one would by hand', () => {
    const letter = doc(
      line(words('Dag '), words('Jan', bold), words(',')),
      line(),
      list('bulletList', [line(words('eik')), list('bulletList', [line(words('geolied'))])], [line(words('beuk'))]),
      {
        ...list('orderedList', [line(words('meten')), line(words('zagen'))], [line(words('leveren'))]),
        attrs: { start: 9 },
      },
      { type: 'blockquote', content: [line(words('Wanneer?')), line()] },
      { type: 'horizontalRule' },
      line(
        words('Zie '),
        words('de ', link('https://x.be/a')),
        words('foto’s', bold, link('https://x.be/a')),
        words('.'),
      ),
      line({ type: 'image', attrs: { src: 'cid:1', alt: 'kast.png' } }),
    );
    expect(textOf(letter)).toBe(
      [
        'Dag Jan,',
        '',
        '- eik',
        '  - geolied',
        '- beuk',
        '9. meten',
        '   zagen',
        '10. leveren',
        '> Wanneer?',
        '>',
        '---',
        'Zie de foto’s (https://x.be/a).',
        '[kast.png]',
      ].join('\n'),
    );
    expect(hasLooks(letter)).toBe(true);
  });

  test('are HTML in the order that is always the same, with nothing in it that the words could smuggle in', () => {
    const letter = doc(
      line(
        words('a<b>&"', [{ type: 'italic' }], bold),
        { type: 'hardBreak' },
        words('hier', link('https://x.be/?a="b"&c')),
      ),
      line(),
      { ...list('orderedList', [line(words('x'))]), attrs: { start: 3 } },
      line(
        { type: 'image', attrs: { src: 'https://spion.example/1.gif' } },
        { type: 'image', attrs: { src: 'cid:7', alt: '"' } },
      ),
    );
    expect(htmlOf(letter)).toBe(
      '<p><strong><em>a&lt;b&gt;&amp;&quot;</em></strong><br><a href="https://x.be/?a=&quot;b&quot;&amp;c">hier</a></p>' +
        '<p></p><ol start="3"><li><p>x</p></li></ol><p><img src="cid:7" alt="&quot;"></p>',
    );
  });

  test.each([
    ['a bold word', line(words('nee', bold))],
    ['a list', list('bulletList', [line(words('x'))])],
    ['a link whose words say something else', line(words('hier', link('https://x.be')))],
    ['a picture', line({ type: 'image', attrs: { src: 'cid:1' } })],
  ])('are more than plain by %s', (_, block) => {
    expect(hasLooks(doc(line(words('Dag')), block))).toBe(true);
  });
});
