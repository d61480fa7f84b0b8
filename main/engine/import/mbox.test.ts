import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantInFromLine, readMbox } from './mbox.ts';

const LARGE = { mailBytes: 1_000_000 };
const FROM = 'From jan@peeters.be Tue Nov 21 10:20:30 2023';

async function* chunksOf(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(text: string, size = 7, limits = LARGE): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const piece of readMbox(chunksOf(text, size), limits)) {
    found.push(piece.kind === 'mail' ? piece.raw.toString('latin1') : 'too large');
  }
  return found;
}

describe('an mbox', () => {
  it('comes apart into its messages, without the lines between them', async () => {
    expect(await read(`${FROM}\nSubject: een\n\nDag\n\n${FROM}\nSubject: twee\n\nDag\n`)).toEqual([
      'Subject: een\n\nDag\n',
      'Subject: twee\n\nDag\n',
    ]);
  });
  it('with line ends of Windows does too', async () => {
    expect(await read(`${FROM}\r\nSubject: een\r\n\r\nDag\r\n\r\n${FROM}\r\nSubject: twee\r\n\r\nDag\r\n`)).toEqual([
      'Subject: een\r\n\r\nDag\r\n',
      'Subject: twee\r\n\r\nDag\r\n',
    ]);
  });
  it('a sentence that begins with "From " parts nothing, escaped or not', async () => {
    const mail = 'Subject: een\n\nDag\n\nFrom here on it is 10:30 in 2023\nthe end.\n>From Jan\n>>From Piet\n';
    expect(await read(`${FROM}\n${mail}`)).toEqual([mail.replace('>From Jan', 'From Jan').replace('>>From', '>From')]);
  });
  it('a writer that leaves the empty line out is understood', async () => {
    expect(await read(`${FROM}\nSubject: een\n\nDag\n${FROM}\nSubject: twee\n\nDag\n`)).toHaveLength(2);
  });
  it('newer Thunderbirds write the bare word', async () => {
    expect(await read('From \nSubject: een\n\nDag\n\nFrom \nSubject: twee\n\nDag\n')).toHaveLength(2);
    expect(await read('From \nSubject: een\n\nDag\nFrom \nnow: on\n')).toHaveLength(1);
  });
  it('of a message that no server would take only the place is told, and the next one is there', async () => {
    const text = `${FROM}\nSubject: een\n\n${'x'.repeat(5_000)}\n\n${FROM}\nSubject: twee\n\nDag\n`;
    expect(await read(text, 100, { mailBytes: 1_000 })).toEqual(['too large', 'Subject: twee\n\nDag\n']);
  });
  it('is read the same however the disk cuts it', async () => {
    const line = fc.constantFrom('', 'Dag Jan', '>From x', 'From y', FROM, 'Subject: z', 'From ', '\r');
    const mail = fc.array(line, { maxLength: 12 }).map((lines) => `${FROM}\nSubject: s\n\n${lines.join('\n')}\n\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(mail, { maxLength: 4 }), fc.integer({ min: 1, max: 90 }), async (mails, size) => {
        const text = mails.join('');
        expect(await read(text, size)).toEqual(await read(text, 1_000_000));
      }),
      { numRuns: 300 },
    );
  });
  it('what mboxrd writes comes back as it was', async () => {
    const line = fc.constantFrom('', 'Dag', 'From Jan', '>From Jan', '>>From', FROM, 'Subject: x', 'From ');
    const body = fc.array(line, { maxLength: 10 }).map((lines) => `Subject: s\n\n${lines.join('\n')}\nend\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 5 }), async (bodies) => {
        const text = bodies.map((one) => `${FROM}\n${one.replaceAll(/^(>*From )/gm, '>$1')}\n`).join('');
        expect(await read(text, 64)).toEqual(bodies);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the line between two messages', () => {
  it.each([
    ['From jan@peeters.be Tue Nov 21 10:20:30 2023', '2023-11-21T10:20:30.000Z'],
    ['From - Tue Nov  1 10:20:30 2023', '2023-11-01T10:20:30.000Z'],
    ['From jan Tue Nov 21 10:20 +0100 2023', '2023-11-21T10:20:00.000Z'],
    ['From ', null],
  ])('%s tells %s', (line, told) => {
    const at = instantInFromLine(line);
    expect(at === null ? null : new Date(at).toISOString()).toBe(told);
  });
});
