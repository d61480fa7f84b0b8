import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ONLY_NAMED } from '../../../domain/contact/way.ts';
import { demoInstant, demoMails, type DemoDay } from './demo-mail.ts';
import { readDemoScript } from './demo-script.ts';

const script = readDemoScript(readFileSync(new URL('../../../../assets/demo/desk.txt', import.meta.url), 'utf8'));
const DESK: DemoDay = { year: 2026, month: 6, day: 16, zone: 'Europe/Brussels' };

test('the demo week holds about 150 messages in three languages, threads, newsletters and web forms', () => {
  const messages = script.flatMap((conversation) => conversation.messages);
  expect(messages.length).toBeGreaterThan(140);
  expect(script.filter(({ messages: thread }) => thread.length > 2).length).toBeGreaterThan(15);
  for (const kind of ['note', 'webform', 'newsletter', 'notification', 'bounce', 'auto-reply', 'invite']) {
    expect(script.some((conversation) => conversation.kind === kind)).toBe(true);
  }
});

test('nothing in the demo can reach anybody: every address ends in .example, every number is of a play', () => {
  const people = script.flatMap(({ person, visitor }) => [person, ...(visitor === null ? [] : [visitor])]);
  const addresses = people.map(({ address }) => address);
  expect(addresses.filter((one) => !one.endsWith('.example') && !one.startsWith(ONLY_NAMED))).toEqual([]);
  // What Ofcom keeps free for films and plays: 07700 900000 to 900999.
  const numbers = script.flatMap(({ note }) => note?.reach ?? []);
  expect(numbers.filter((one) => !/^tel:\+447700900\d{3}$/.test(one))).toEqual([]);
});

test('no message lies after the moment at which the desk opens, and each conversation runs forward', () => {
  const opening = demoInstant(DESK, 0, '10:40');
  for (const conversation of script) {
    const instants = conversation.messages.map(({ day, time }) => demoInstant(DESK, day, time));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(Math.max(...instants)).toBeLessThan(opening);
  }
});

test('an answer in the script becomes a mail that refers to the one before it', async () => {
  const index = script.findIndex(({ subject }) => subject === 'Factuur 204');
  const mails = await demoMails(script[index]!, index, DESK);
  const answer = Buffer.from(mails[1]!.raw).toString('latin1');
  expect(answer).toContain(`In-Reply-To: <demo-${index}-0@thuis.example>`);
  expect(answer).toMatch(/From: "?An Wouters"? <info@atelierwouters\.example>/);
  expect(answer).toContain('filename=factuur-204-verbeterd.pdf');
});

test('days in the story follow the calendar of the day on which it is told', async () => {
  const index = script.findIndex(({ subject }) => subject === 'Afspraak opmeting keuken');
  const mails = await demoMails(script[index]!, index, DESK);
  expect(Buffer.from(mails[1]!.raw).toString('latin1')).toContain('Vrijdag 19 juni om 10 uur past');
  expect(Buffer.from(mails[2]!.raw).toString('latin1')).toContain('woensdag 17 juni, in');
});

test('two fills of the same day are the same to the byte', async () => {
  const once = await demoMails(script[0]!, 0, DESK);
  const twice = await demoMails(script[0]!, 0, DESK);
  expect(Buffer.from(once[0]!.raw).equals(Buffer.from(twice[0]!.raw))).toBe(true);
});
