import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../domain/instant.ts';
import { createFakeDesk, CUSTOMER, OWNER, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createAddressBook } from './address-book.ts';
import { createComplete, type Complete } from './complete.ts';

let desk: FakeDesk;
let complete: Complete;
beforeEach(() => {
  desk = createFakeDesk();
  complete = createComplete({ store: desk.store, timers: desk.ports.timers });
});

const MIA = { name: 'Mia Claes', address: 'mia@claes.be' };
const ZOE = { name: 'Zoë van den Berg', address: 'zoe@berg.nl' };
const found = (text: string, limit = 8): readonly string[] =>
  complete.complete({ text, limit }).map(({ address }) => address);
/** As the engine's event line hands them on. */
const tellAll = (): void => {
  for (const event of desk.events.splice(0)) complete.hear(event);
};

describe('completion', () => {
  it('begins with whom the owner wrote to, then who wrote to him', () => {
    desk.receive({ from: [MIA] });
    desk.sentElsewhere({ to: [ZOE] });
    desk.receive({ from: [CUSTOMER] });
    desk.sentElsewhere({ to: [CUSTOMER] });
    desk.sentElsewhere({ to: [CUSTOMER] });
    expect(found('')).toEqual([CUSTOMER.address, ZOE.address, MIA.address]);
    expect(complete.complete({ text: 'mia', limit: 1 })).toEqual([{ ...MIA, isKnownPerson: false, isVip: false }]);
  });
  it('a letter of today weighs more than three of a year ago', () => {
    for (const days of [370, 371, 372]) desk.sentElsewhere({ to: [MIA], at: TUESDAY_TEN - days * DAY_MS });
    desk.sentElsewhere({ to: [ZOE] });
    expect(found('')).toEqual([ZOE.address, MIA.address]);
  });
  it('knows at once who wrote a moment ago, and whom was just written to', () => {
    desk.receive({ from: [CUSTOMER] });
    tellAll();
    expect(found('')).toEqual([CUSTOMER.address]);
    desk.receive({ from: [MIA] });
    desk.sentElsewhere({ to: [ZOE] });
    tellAll();
    expect(found('')).toEqual([ZOE.address, CUSTOMER.address, MIA.address]);
  });
  it('leaves out robots, numbers and the owner himself', () => {
    desk.receive({ from: [{ name: 'Bol', address: 'noreply@bol.com' }], kind: 'notification' });
    desk.receive({ from: [MIA], cc: [OWNER] });
    desk.sentElsewhere({ to: [MIA, OWNER] });
    expect(found('')).toEqual([MIA.address]);
  });
  it('calls him as he called himself last, not as others do', () => {
    desk.receive({ from: [{ name: 'Z. van den Berg', address: 'Zoe@Berg.nl' }], at: TUESDAY_TEN - DAY_MS });
    desk.receive({ from: [ZOE] });
    desk.sentElsewhere({ to: [{ name: 'zoe klant', address: ZOE.address }] });
    expect(complete.complete({ text: 'berg', limit: 5 })).toMatchObject([ZOE]);
  });
  it('puts whom this account wrote to before others', () => {
    const book = createAddressBook();
    const letter = { direction: 'out', at: TUESDAY_TEN } as const;
    book.count([
      { ...letter, ...MIA, account: 'prive' },
      { ...letter, ...ZOE, account: 'mertens' },
      { ...letter, ...ZOE, account: 'mertens' },
    ]);
    const first = (account: string | null) => book.find('', 5, account, () => false).map(({ address }) => address);
    expect([first(null), first('prive')]).toEqual([
      [ZOE.address, MIA.address],
      [MIA.address, ZOE.address],
    ]);
  });
  it('counts on in slices meanwhile, and misses nobody who writes in between', async () => {
    desk.receive({ from: [MIA] });
    desk.events.length = 0;
    complete.start();
    await desk.ports.pass(3_100);
    desk.receive({ from: [CUSTOMER], at: TUESDAY_TEN - DAY_MS });
    tellAll();
    expect(found('').toSorted()).toEqual([CUSTOMER.address, MIA.address].toSorted());
    complete.stop();
  });
  it('knows nobody any more who went from the desk', () => {
    const row = desk.receive({ from: [MIA] });
    expect(found('mia')).toHaveLength(1);
    desk.store.messages.remove(row);
    complete.forget();
    expect(found('mia')).toEqual([]);
  });
});
