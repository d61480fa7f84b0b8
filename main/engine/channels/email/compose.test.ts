import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMail, newMessageId, referencesFor, sendableAddress, type LetterToCompose } from './compose.ts';

const letter = (change: Partial<LetterToCompose> = {}): LetterToCompose => ({
  from: { name: 'De Winkel', address: 'info@dewinkel.example' },
  to: [{ name: 'Jan van den Berg', address: 'jan@klant.example' }],
  cc: [],
  subject: 'Re: Offerte',
  text: 'Dag Jan,\n\nMorgen.\n',
  messageId: 'm1@dewinkel.example',
  inReplyTo: 'vraag@klant.example',
  references: ['eerste@klant.example', 'vraag@klant.example'],
  date: Date.UTC(2026, 4, 26, 7, 12, 0),
  ...change,
});

async function composed(
  change: Partial<LetterToCompose> = {},
): Promise<{ head: string; names: string[]; body: string }> {
  const raw = Buffer.from(await composeMail(letter(change))).toString('latin1');
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  return { head, names: head.split('\r\n').map((line) => line.split(':')[0] ?? ''), body: raw.slice(end + 4) };
}
const NAMES = [
  'From',
  'To',
  'In-Reply-To',
  'References',
  'Subject',
  'Message-ID',
  'Date',
  'Content-Type',
  'Content-Transfer-Encoding',
  'MIME-Version',
].toSorted();

describe('a composed message', () => {
  it('refers to what it answers', async () => {
    const { head } = await composed();
    expect(head).toContain('Message-ID: <m1@dewinkel.example>');
    expect(head).toContain('In-Reply-To: <vraag@klant.example>');
    expect(head).toContain('References: <eerste@klant.example> <vraag@klant.example>');
    expect(head).toContain('Date: Tue, 26 May 2026 07:12:00 +0000');
  });

  it('is plain text in short lines, whatever the length of a paragraph', async () => {
    const { head, body } = await composed({ text: `${'Überraschend lang, één zin. '.repeat(400)}\n.\nFrom hier\n` });
    expect(head).toMatch(/Content-Type: text\/plain; charset=utf-8/);
    expect(head).toContain('Content-Transfer-Encoding: quoted-printable');
    expect(Math.max(...body.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(body.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  it('leaves out what it does not answer', async () => {
    const { names } = await composed({ inReplyTo: null, references: [] });
    expect(names).not.toContain('In-Reply-To');
    expect(names).not.toContain('References');
  });

  it('says no more of itself than it must', async () => {
    const { names } = await composed();
    expect(names.toSorted()).toEqual(NAMES);
  });

  it('cannot be given another header by a subject or a name', async () => {
    const hostile = fc
      .array(
        fc.constantFrom('\r', '\n', '\0', '\u2028', 'Bcc: x@y.example', ',', '<', '>', '"', 'é', 'a', ' ', ':', '\\'),
      )
      .map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (subject, name) => {
        const { names } = await composed({ subject, to: [{ name, address: 'jan@klant.example' }] });
        // An empty subject has no line of its own.
        expect(names.filter((found) => found !== 'Subject').toSorted()).toEqual(
          NAMES.filter((found) => found !== 'Subject'),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('has no address in its copy lines that was not given', async () => {
    const { head } = await composed({
      cc: [{ name: 'x@evil.example>, <y@evil.example', address: 'an@klant.example' }],
    });
    expect(/^Cc: (.*)$/m.exec(head)?.[1]).toBe('"x@evil.example>, <y@evil.example" <an@klant.example>');
  });
});

describe('references', () => {
  it('grow by the parent', () => {
    expect(referencesFor({ messageId: 'c', inReplyTo: ['b'], references: ['a', 'b'] })).toEqual({
      inReplyTo: 'c',
      references: ['a', 'b', 'c'],
    });
  });

  it('begin with the only In-Reply-To of a parent without references', () => {
    expect(referencesFor({ messageId: 'c', inReplyTo: ['b'], references: [] }).references).toEqual(['b', 'c']);
    expect(referencesFor({ messageId: 'c', inReplyTo: ['x', 'y'], references: [] }).references).toEqual(['c']);
  });

  it('keep the first and the newest when there are many', () => {
    const long = Array.from({ length: 100 }, (_, index) => `id${index}`);
    const { references } = referencesFor({ messageId: 'parent', inReplyTo: [], references: long });
    expect(references).toHaveLength(21);
    expect(references[0]).toBe('id0');
    expect(references.slice(-2)).toEqual(['id99', 'parent']);
  });

  it('drop what could not stand in a header', () => {
    const { inReplyTo, references } = referencesFor({
      messageId: 'a b',
      inReplyTo: [],
      references: ['x>\r\nBcc: y', 'ok@x'],
    });
    expect(inReplyTo).toBeNull();
    expect(references).toEqual(['ok@x']);
  });
});

describe('addresses', () => {
  it.each([
    ['jan@klant.example', 'jan@klant.example'],
    ["Jan.O'Neill+bestelling@Klant.Example", "Jan.O'Neill+bestelling@klant.example"],
    ['info@café.example', 'info@xn--caf-dma.example'],
    ['"a@b.example, c"@d.example', null],
    ['a@b.example\r\nRCPT TO:<c@d.example>', null],
    ['a b@c.example', null],
    ['a@b@c.example', null],
    ['-oQ/tmp@c.example', null],
    ['jan', null],
    ['jan@', null],
    ['@klant.example', null],
    ['jan@[127.0.0.1]', null],
  ])('%j becomes %j', (address, sendable) => {
    expect(sendableAddress(address)).toBe(sendable);
  });

  it('give the Message-ID its domain', () => {
    expect(newMessageId('u-1', 'info@dewinkel.example')).toBe('u-1@dewinkel.example');
    expect(newMessageId('u-1', 'info@café.example')).toBe('u-1@xn--caf-dma.example');
  });
});
