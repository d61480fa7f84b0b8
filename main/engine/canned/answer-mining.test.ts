import { beforeEach, describe, expect, it } from 'vitest';
import type { CannedProposal } from '../../contract/canned.ts';
import { MINUTE_MS } from '../../domain/instant.ts';
import { createFakeDesk, type FakeDesk } from '../ingest/fake-desk.ts';
import { createAnswerMining, forgetProposalsOf, type AnswerMining } from './answer-mining.ts';

const READY = (name: string, day: string): string =>
  `Beste ${name},\n\nUw fiets is hersteld en staat klaar in de winkel. U kunt hem ${day} komen ophalen, betalen kan met de kaart of contant.\n\nMet vriendelijke groet\nTom`;

let desk: FakeDesk;
let mining: AnswerMining;
let isSyncing: boolean;
let found: number;
beforeEach(() => {
  desk = createFakeDesk();
  isSyncing = false;
  found = 0;
  mining = createAnswerMining({
    store: desk.store,
    clock: desk.ports.clock,
    timers: desk.ports.timers,
    settings: desk.settings,
    language: () => 'nl',
    isCatchingUp: () => isSyncing,
    onChanged: () => {
      found += 1;
    },
  });
});

let asked = 0;
function answer(name: string, text: string): number {
  asked += 1;
  const customer = { name, address: `${name.replaceAll(' ', '.').toLowerCase()}@voorbeeld.be` };
  desk.ports.jumpTo(desk.ports.clock.now() + MINUTE_MS);
  desk.receive({ from: [customer], messageId: `q${asked}@x`, subject: `Vraag ${asked}`, text: 'Is hij al klaar?' });
  return desk.sentElsewhere({ to: [customer], inReplyTo: [`q${asked}@x`], subject: `Re: Vraag ${asked}`, text });
}
const proposals = (): readonly CannedProposal[] => {
  const listed = mining.proposals();
  return listed.ok ? listed.value : [];
};
const aWhile = (): Promise<void> => desk.ports.pass(20 * MINUTE_MS);

describe('three answers of the same words', () => {
  beforeEach(() => {
    answer('Jan Peeters', READY('Jan', 'vanaf vrijdag'));
    answer('Mia Claes', READY('Mia', 'morgen na 14 uur'));
    answer('Els Maes', READY('Els', 'maandag'));
  });
  it('are proposed as one, a while after the start, with where they come from', async () => {
    mining.start();
    expect(proposals()).toEqual([]);
    await aWhile();
    const [proposal] = proposals();
    expect(proposal).toMatchObject({ language: 'nl', code: 'fiets', title: 'Uw fiets is hersteld en staat' });
    expect(proposal?.text).toContain('{{contact.salutation}},');
    expect(proposal?.text).toMatch(/U kunt hem \{\{\?[^}]+\}\} komen ophalen/);
    expect(proposal?.sources.map(({ who }) => who)).toEqual(['Els Maes', 'Mia Claes', 'Jan Peeters']);
    expect(found).toBe(1);
    mining.stop();
  });
  it('are not looked for while mail streams in', async () => {
    isSyncing = true;
    mining.start();
    await aWhile();
    expect(proposals()).toEqual([]);
    isSyncing = false;
    await aWhile();
    expect(proposals()).toHaveLength(1);
    mining.stop();
  });
  it('are proposed once, and never again when the owner does not want it; unless he thinks better of that', async () => {
    mining.start();
    await aWhile();
    const id = proposals()[0]?.id ?? 0;
    mining.say({ id, said: 'refused' });
    expect(desk.store.cannedProposals.get(id)?.text).toBe('');
    answer('Piet Smet', READY('Piet', 'woensdag'));
    answer('An Willems', READY('An', 'dinsdag'));
    await aWhile();
    expect(proposals()).toEqual([]);
    mining.say({ id, said: null });
    expect(proposals()[0]?.text).toContain('Uw fiets is hersteld');
    mining.stop();
  });
  it('are none where they were made of a saved reply', async () => {
    const texts = {
      nl: 'Uw fiets is hersteld en staat klaar in de winkel. U kunt hem {{?Wanneer}} komen ophalen, betalen kan met de kaart of contant.',
    };
    desk.store.canned.add({ code: 'klaar', title: 'Klaar', tags: [], texts });
    mining.start();
    await aWhile();
    expect(proposals()).toEqual([]);
    mining.stop();
  });
  it('are proposed no more once one of them is gone', async () => {
    mining.start();
    await aWhile();
    const gone = proposals()[0]?.sources[0]?.message ?? 0;
    forgetProposalsOf(desk.store, new Set([gone]));
    expect(desk.store.cannedProposals.list()).toEqual([]);
    mining.stop();
  });
});
