// What comes of a file of cards: whom it adds, and whom it completes. Known again by any address; who has only a name, by that.
// Nothing that is on a card already is replaced.
import { joined, type Card } from './card.ts';
import { isOnlyNamed } from './vcard-read.ts';

type Kept = Card & { readonly id: number };

export type CardWrite = {
  /** null: a new one. */
  readonly id: number | null;
  readonly card: Card;
};
export type CardPlan = {
  readonly writes: readonly CardWrite[];
  readonly added: number;
  readonly completed: number;
  readonly known: number;
  readonly skipped: number;
  /** Names of those that are new. */
  readonly newNames: readonly string[];
};

type Standing = { readonly id: number | null; readonly before: Card | null; card: Card };

/** `own`: the owner's own addresses, which are nobody else's. */
export function planCards(
  read: readonly (Card | null)[],
  kept: readonly Kept[],
  own: ReadonlySet<string>,
  newHandle: () => string,
): CardPlan {
  const byAddress = new Map<string, Standing>();
  const byName = new Map<string, Standing>();
  const standings: Standing[] = [];
  const stand = (standing: Standing): void => {
    for (const address of standing.card.handles) if (!byAddress.has(address)) byAddress.set(address, standing);
    const { name } = standing.card;
    if (isOnlyNamed(standing.card) && name !== '' && !byName.has(name)) byName.set(name, standing);
  };
  for (const { id, ...card } of kept) {
    const standing = { id, before: card, card };
    standings.push(standing);
    stand(standing);
  }
  let [known, skipped] = [0, 0];
  for (const one of read) {
    const handles = one?.handles.filter((address) => !own.has(address)) ?? [];
    if (one === null || (handles.length === 0 && (one.name === '' || one.handles.length > 0))) {
      skipped += 1;
      continue;
    }
    const there =
      handles.length === 0 ? byName.get(one.name) : handles.flatMap((address) => byAddress.get(address) ?? [])[0];
    if (there === undefined) {
      const standing = {
        id: null,
        before: null,
        card: { ...one, handles: handles.length === 0 ? [newHandle()] : handles },
      };
      standings.push(standing);
      stand(standing);
      continue;
    }
    // An address that is another's stays his.
    const free = handles.filter((address) => (byAddress.get(address) ?? there) === there);
    const card = joined(there.card, {
      ...one,
      handles: free,
      note: there.card.note.includes(one.note) ? '' : one.note,
    });
    if (isSame(card, there.card)) known += 1;
    there.card = card;
    stand(there);
  }
  const changed = standings.filter(({ before, card }) => before === null || !isSame(before, card));
  const fresh = changed.filter(({ before }) => before === null);
  return {
    writes: changed.map(({ id, card }) => ({ id, card })),
    added: fresh.length,
    completed: changed.length - fresh.length,
    known,
    skipped,
    newNames: fresh.map(({ card }) => card.name).filter((name) => name !== ''),
  };
}

const isSame = (a: Card, b: Card): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
const inOrder = ({ name, company, language, note, tags, fields, handles }: Card) => [
  name,
  company,
  language,
  note,
  tags,
  fields,
  handles,
];
