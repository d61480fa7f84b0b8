import { expect, it } from 'vitest';
import { DAY_MS } from '../../domain/instant.ts';
import { createFakeDesk, TUESDAY_TEN } from '../ingest/fake-desk.ts';
import { createMessageTrust } from './message-trust.ts';

const OLD = 'BE68 5390 0754 7034';
const NEW = 'BE71 0961 2345 6769';
const OWN = 'NL91 ABNA 0417 1643 00';
const supplier = { name: 'Boekhouding', address: 'facturen@vermeersch-hout.be' };

function room() {
  const desk = createFakeDesk();
  let nth = 0;
  const mail = (text: string, daysAgo: number, from = supplier) => ({
    from: [from],
    subject: `Factuur ${(nth += 1)}`,
    messageId: `${nth}@x`,
    at: TUESDAY_TEN - daysAgo * DAY_MS,
    text,
  });
  const trust = createMessageTrust({ store: desk.store, clock: desk.ports.clock, ownName: () => 'Tom Claes' });
  return {
    desk,
    take: (...args: Parameters<typeof mail>) => desk.receive(mail(...args)),
    send: (text: string, to: string) =>
      desk.sentElsewhere({
        ...mail(text, 50),
        to: [{ name: '', address: to }],
        from: [{ name: '', address: 'info@fietsenmertens.be' }],
      }),
    said: (row: number) => (trust(row)?.doubts ?? []).filter(({ kind }) => kind === 'other-account'),
  };
}

it('a supplier who names another account than before is worth a word, whoever of that house writes', () => {
  const { take, said } = room();
  expect(said(take(`Te betalen op ${OLD}.`, 90))).toEqual([]);
  const row = take(`Te betalen op ${NEW}.`, 0, { name: 'Els', address: 'els@vermeersch-hout.be' });
  expect(said(row)).toEqual([{ kind: 'other-account', account: NEW, known: OLD }]);
});

it('the account below his name counts, one that he quotes does not', () => {
  const { take, said } = room();
  take(`Onze factuur volgt.\n\n-- \nHouthandel Vermeersch\nIBAN ${OLD}`, 90);
  expect(said(take(`Klopt dit?\n\nOp 3 mei 2026 schreef Tom:\n> Graag op ${NEW}`, 0))).toEqual([]);
  expect(said(take(`Onze factuur.\n\n-- \nHouthandel Vermeersch\nIBAN ${NEW}`, 0))).toHaveLength(1);
});

it('strangers at the same provider are not one house, and the owner\u2019s own account is nobody\u2019s news', () => {
  const { take, send, said } = room();
  take(`Terug op ${OLD} graag.`, 90, { name: 'Marc', address: 'marc@telenet.be' });
  expect(said(take(`Terug op ${NEW} graag.`, 0, { name: 'An', address: 'an@telenet.be' }))).toEqual([]);
  take(`Op ${OLD}.`, 90);
  send(`U betaalt op ${OWN}.`, 'een@klant.be');
  send(`Graag op ${OWN}.`, 'twee@klant.be');
  expect(said(take(`Wij betaalden op ${OWN}.`, 0))).toEqual([]);
});

it('what was named is known no more once it is gone from here', () => {
  const { desk, take, said } = room();
  const old = take(`Te betalen op ${OLD}.`, 90);
  const row = take(`Te betalen op ${NEW}.`, 0);
  expect(said(row)).toHaveLength(1);
  desk.store.messages.remove(old);
  expect(said(row)).toEqual([]);
});
