import { describe, expect, it } from 'vitest';
import { letterHtml, letterText } from './letter-words.ts';

const below = {
  kind: 'answered',
  head: 'Op di 26 mei 2026 om 09:12 schreef Jan <jan@peeters.example>:',
  text: 'Dag,\n\nIs het <klaar>?\n> eerder\n',
} as const;
const letter = { text: 'Ja hoor.\n', html: null, signature: '', below } as const;

describe('a letter in plain words', () => {
  it('stands above the signature and what it answers', () => {
    expect(letterText({ ...letter, signature: 'Els\nDe Winkel\n' })).toBe(
      [
        'Ja hoor.',
        '',
        '-- ',
        'Els',
        'De Winkel',
        '',
        below.head,
        '> Dag,',
        '>',
        '> Is het <klaar>?',
        '>> eerder',
        '',
      ].join('\n'),
    );
  });

  it('goes alone when there is nothing to quote', () => {
    expect(letterText({ ...letter, below: { ...below, text: ' \n' } })).toBe('Ja hoor.\n');
  });

  it('quotes a long story only in part, and passes one on whole', () => {
    const text = 'regel\n'.repeat(50_000);
    const quoted = letterText({ ...letter, below: { ...below, text } });
    expect(quoted.length).toBeLessThan(100_000);
    expect(quoted.endsWith('> [...]\n')).toBe(true);
    expect(letterText({ ...letter, below: { kind: 'passed-on', head: '--', text } }).length).toBeGreaterThan(300_000);
  });

  it('passes on what says nothing, for its head and its files', () => {
    const passedOn = { kind: 'passed-on', head: '---- Doorgestuurd ----\nVan: Jan', text: '' } as const;
    expect(letterText({ ...letter, text: '', below: passedOn }).trim()).toBe('---- Doorgestuurd ----\nVan: Jan');
  });

  it('has no second form', () => {
    expect(letterHtml(letter)).toBeNull();
  });
});

describe('a letter with looks', () => {
  const html = letterHtml({
    ...letter,
    html: '<p>Ja <strong>hoor</strong>.</p><p></p><p><img src="cid:foto-1" alt="kast"></p>',
    signature: 'Els & Co\nwww.dewinkel.be',
  });

  it('says the same, with what it answers folded below as text', () => {
    expect(html?.html).toContain('<p style="margin:0">Ja <strong>hoor</strong>.</p><p style="margin:0"><br></p>');
    expect(html?.html).toContain('-- <br>Els &amp; Co<br>\n<a href="http://www.dewinkel.be">www.dewinkel.be</a></div>');
    expect(html?.html).toContain('schreef Jan &lt;jan@peeters.example&gt;:<br></div><blockquote type="cite"');
    expect(html?.html).toContain('Is het &lt;klaar&gt;?<br>\n&gt; eerder</blockquote>');
  });

  it('names the pictures that it shows', () => {
    expect([...(html?.pictures ?? [])]).toEqual(['foto-1']);
  });
});
