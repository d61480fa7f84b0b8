import { beforeEach, describe, expect, it } from 'vitest';
import { emptyCard, type Card } from '../../domain/contact/card.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createSearch, type Search } from './search.ts';

let desk: FakeDesk;
let search: Search;
const keep = (card: Partial<Card> & Pick<Card, 'handles'>): void => {
  const whole = { ...emptyCard(''), ...card, id: null, createdAt: TUESDAY_TEN, changedAt: TUESDAY_TEN };
  desk.store.contacts.save(whole);
};
const wrote = (address: string, subject: string): void => {
  desk.receive({ from: [{ name: '', address }], subject, text: `Over de ${subject}.` });
};
const found = (query: string, isTyping = false): readonly string[] =>
  search({ query, limit: 50, isTyping })
    .hits.map(({ subject }) => subject)
    .toSorted();

beforeEach(() => {
  desk = createFakeDesk();
  wrote('jp1978@gmail.com', 'poort');
  wrote('werf@bouwwerken.be', 'steiger');
  wrote('ann@elders.be', 'kast');
  wrote('bart@elders.be', 'trap');
  keep({
    name: 'Jan Peeters',
    company: 'Bouwwerken De Ridder',
    tags: ['Vaste klant', 'aannemer'],
    handles: ['jp1978@gmail.com', 'werf@bouwwerken.be', 'tel:+32479123456'],
  });
  keep({ name: 'Ann Claes', tags: ['VIP-lijst'], handles: ['ann@elders.be'] });
  desk.store.contacts.setVip('bart@elders.be', true);
  search = createSearch({ store: desk.store, clock: desk.ports.clock, settings: desk.settings });
});

describe('a person is found by what the owner wrote on his card', () => {
  it.each([
    ['van:peeters', ['poort', 'steiger']],
    ['van:"jan peeters"', ['poort', 'steiger']],
    ['van:ridder', ['poort', 'steiger']],
    ['van:jp1978', ['poort', 'steiger']],
    ['met:werf@bouwwerken.be', ['poort', 'steiger']],
    ['-van:peeters', ['kast', 'trap']],
    ['jan peeters', ['poort', 'steiger']],
    ['peeters steiger', ['steiger']],
    ['ridder', ['poort', 'steiger']],
    ['0479123456', ['poort', 'steiger']],
    ['0479/12.34.56', ['poort', 'steiger']],
    ['jan claes', []],
    ['peet', []],
    ['-peeters poort', ['poort']],
  ])('%s', (query, subjects) => {
    expect(found(query)).toEqual(subjects);
  });
  it('while it is being typed, by the beginning of a word', () => {
    expect(found('peet', true)).toEqual(['poort', 'steiger']);
  });
  it('and the hit says what of the card was meant, unless it stands in the message', () => {
    const onCard = (query: string) => search({ query, limit: 1 }).hits.map((hit) => hit.onCard);
    expect(onCard('ridder')).toEqual(['Bouwwerken De Ridder']);
    expect(onCard('van:peeters')).toEqual(['Jan Peeters']);
    expect(onCard('0479123456')).toEqual(['+32 479 12 34 56']);
    expect(onCard('steiger')).toEqual([null]);
    expect(onCard('van:werf')).toEqual([null]);
  });
  it('a name that hundreds bear means somebody only together with another word', () => {
    for (let nr = 0; nr < 60; nr += 1) keep({ name: `Jan Nummer${nr}`, handles: [`nr${nr}@elders.be`] });
    wrote('nr7@elders.be', 'hek');
    const many = createSearch({ store: desk.store, clock: desk.ports.clock, settings: desk.settings });
    const subjects = (query: string) => many({ query, limit: 9 }).hits.map(({ subject }) => subject);
    expect(subjects('jan')).toEqual([]);
    expect(subjects('jan nummer7')).toEqual(['hek']);
  });
});

describe('a label', () => {
  it.each([
    ['label:aannemer', ['poort', 'steiger']],
    ['tag:"vaste klant"', ['poort', 'steiger']],
    ['label:vaste klant', ['poort', 'steiger']],
    ['label:VASTE', ['poort', 'steiger']],
    ['label:aannemer steiger', ['steiger']],
    ['-label:aannemer', ['kast', 'trap']],
    ['label:vip-lijst', ['kast']],
    ['is:vip', ['trap']],
  ])('%s finds the conversations of whoever bears it', (query, subjects) => {
    expect(found(query)).toEqual(subjects);
  });
  it('that nobody bears is searched for as words, and that is told', () => {
    expect(search({ query: 'label:zilver', limit: 9 })).toMatchObject({ hits: [], asWords: ['label:zilver'] });
  });
  it('is shown as a condition', () => {
    expect(search({ query: 'label:vaste klant', limit: 9 }).filters).toMatchObject([
      { kind: 'tag', text: 'label:vaste klant', value: 'vaste klant' },
    ]);
  });
});
