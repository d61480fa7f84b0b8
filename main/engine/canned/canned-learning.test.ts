import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE_MS } from '../../domain/instant.ts';
import { createFakeDesk, type FakeDesk } from '../ingest/fake-desk.ts';
import { createCannedFitting, type CannedFitting } from './canned-fitting.ts';
import { countCannedUse, uncountCannedUse, unlearnMessage } from './canned-use.ts';

const ASKED =
  'Dag Tom,\n\nDe remmen van mijn Gazelle piepen en de ketting is roestig. Mijn nummer is 0479123456, ik woon in de Kerkstraat 12 te Sint-Niklaas.\n\nMet vriendelijke groet\nJan Peeters\nKerkstraat 12';

let desk: FakeDesk;
let fitting: CannedFitting;
let service: number;
beforeEach(() => {
  desk = createFakeDesk();
  service = desk.store.canned.add({
    code: 'onderhoud',
    title: 'Nazicht',
    tags: [],
    texts: { nl: 'Breng hem binnen.' },
  });
  fitting = createCannedFitting(desk.store);
});

const receive = (text: string): number => {
  desk.ports.jumpTo(desk.ports.clock.now() + MINUTE_MS);
  return desk.receive({ subject: 'Vraag', text });
};
const sendWith = (conversation: number): number => {
  const at = desk.ports.clock.now();
  countCannedUse(desk.store, [service], conversation, at);
  return at;
};
const wordsLearned = (): readonly string[] => {
  const learned = fitting.learned();
  return learned.ok ? learned.value.flatMap(({ words }) => words) : [];
};
const offered = (text: string): readonly string[] => {
  const found = fitting.fitting({ conversation: desk.conversationOf(receive(text)) });
  return found.ok ? found.value.flatMap(({ words }) => words) : [];
};

describe('what an answer with a saved reply teaches', () => {
  it('is the words of the matter: no names, no addresses, no numbers, nothing of the signature', () => {
    sendWith(desk.conversationOf(receive(ASKED)));
    expect([...wordsLearned()].toSorted()).toEqual(['ketting', 'nummer', 'piepen', 'remmen', 'roestig', 'woon']);
  });
  it('offers it to the next who writes so, and says by which words', () => {
    const next = 'Mijn remmen piepen zo, kan dat verholpen worden?';
    expect(offered(next)).toEqual([]);
    sendWith(desk.conversationOf(receive(ASKED)));
    sendWith(desk.conversationOf(receive('Hij schakelt niet goed, de remmen piepen en de ketting valt eraf.')));
    expect(offered(next)).toEqual(['remmen', 'piepen']);
  });
  it('is counted once for one message, and not at all for a new mail', () => {
    const conversation = desk.conversationOf(receive(ASKED));
    sendWith(conversation);
    sendWith(conversation);
    countCannedUse(desk.store, [service], null, desk.ports.clock.now());
    expect(fitting.learned()).toMatchObject({ value: [{ answers: 1 }] });
    expect(desk.store.canned.get(service)?.usedCount).toBe(3);
  });
  it('is unlearned when the answer is taken back, also because the customer wrote first', () => {
    const row = receive(ASKED);
    const conversation = desk.conversationOf(row);
    const at = sendWith(conversation);
    desk.ports.jumpTo(at + MINUTE_MS);
    desk.receive({ subject: 'Re: Vraag', text: 'Laat maar, de buurman heeft het hersteld.', inReplyTo: ['x'] });
    uncountCannedUse(desk.store, [service], conversation, at);
    expect(fitting.learned()).toEqual({ ok: true, value: [] });
    expect(desk.store.cannedWords.all()).toEqual([]);
    expect(desk.store.canned.get(service)).toMatchObject({ usedCount: 0, lastUsedAt: null });
  });
  it('is unlearned with the message that it came from', () => {
    const row = receive(ASKED);
    sendWith(desk.conversationOf(row));
    unlearnMessage(desk.store, row);
    expect(desk.store.cannedWords.all()).toEqual([]);
  });
  it('is forgotten when the owner wants that', () => {
    sendWith(desk.conversationOf(receive(ASKED)));
    expect(fitting.forgetLearned({ id: service + 1 })).toMatchObject({ value: [{ id: service }] });
    expect(fitting.forgetLearned({ id: service })).toEqual({ ok: true, value: [] });
    expect(offered('Mijn remmen piepen')).toEqual([]);
  });
});
