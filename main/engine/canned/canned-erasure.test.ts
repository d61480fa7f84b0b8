import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok } from '../../contract/errors.ts';
import { MINUTE_MS } from '../../domain/instant.ts';
import { erasePerson } from '../erasure/erase-person.ts';
import { createFakeDesk, CUSTOMER, type FakeDesk } from '../ingest/fake-desk.ts';
import { createAnswerMining } from './answer-mining.ts';
import { countCannedUse } from './canned-use.ts';

let folder: string;
let desk: FakeDesk;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-canned-'));
  desk = createFakeDesk({ file: join(folder, 'balie.db') });
});
afterEach(() => {
  desk.store.close();
  rmSync(folder, { recursive: true });
});

/** As they stand in any file of the data folder, also in pages that are in use no more. */
const tracesOf = (words: readonly string[]): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name)).toString('latin1').toLowerCase();
      return words.filter((word) => bytes.includes(word)).map((word) => `${name}: ${word}`);
    });

it('an erased customer is in no proposal and in nothing that was learned, to the last byte', async () => {
  const { store, ports } = desk;
  // Words of his own that no list of words has, and that a proposal holds because they are in three answers.
  const learned = 'knarpelend';
  const proposed = 'wiebelgewricht';
  const reply = store.canned.add({ code: 'nazicht', title: 'Nazicht', tags: [], texts: { nl: 'Breng hem binnen.' } });
  const asked = desk.receive({ text: `Er is een ${learned} geluid. `.repeat(30), messageId: 'q0@x' });
  countCannedUse(store, [reply], desk.conversationOf(asked), ports.clock.now());
  [CUSTOMER, { name: 'Mia Claes', address: 'mia@claes.be' }, { name: 'Els Maes', address: 'els@maes.be' }].forEach(
    (customer, nr) => {
      ports.jumpTo(ports.clock.now() + MINUTE_MS);
      const id = `q${nr + 1}@x`;
      desk.receive({ from: [customer], messageId: id, subject: `Vraag ${nr}`, text: 'Hoe zit het?' });
      const text = `Beste ${customer.name},\n\nHet ${proposed} is hersteld en staat klaar in de winkel. U kunt het ${nr} mei komen ophalen, betalen kan met de kaart.`;
      desk.sentElsewhere({ to: [customer], inReplyTo: [id], subject: `Re: Vraag ${nr}`, text });
    },
  );
  const mining = createAnswerMining({
    ...desk,
    ...ports,
    language: () => 'nl',
    isCatchingUp: () => false,
    onChanged: () => {},
  });
  mining.start();
  await ports.pass(20 * MINUTE_MS);
  mining.stop();
  expect(store.cannedProposals.list()[0]?.text).toContain(proposed);
  store.upkeep.emptyLog();
  expect(tracesOf([learned, proposed]).length).toBeGreaterThan(1);

  const places = { desk: join(folder, 'balie.db'), dataFolder: folder, logFolder: join(folder, 'logs') };
  const erased = await erasePerson(
    {
      ...desk,
      ...ports,
      places,
      timers: { after: (_, run) => (queueMicrotask(run), () => {}) },
      emit: () => {},
      passwordFor: async () => ok(''),
      connectorFor: () => ({ removeForGood: async () => ok(0) }),
    },
    { address: CUSTOMER.address, onServer: false },
  );
  expect(erased.ok).toBe(true);
  expect(store.cannedProposals.list()).toEqual([]);
  expect(store.cannedWords.all()).toEqual([]);
  expect(tracesOf([learned])).toEqual([]);
});
