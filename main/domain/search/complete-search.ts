// What may follow the letters that stand in the search field: a condition of which they are the beginning, or what can stand behind
// one. Only the end of the words is looked at. Whom a "van:" may mean is asked of the desk (`personAsked`).
import { CHANNELS, type UiLanguage } from '../conversation/message.ts';
import { keyOf, plainKey, SEARCH_KEYS, shownKey, valuesOf, type SearchKey } from './search-keys.ts';

export type SearchOffer = {
  /** The piece that is offered: "label:", "vaste klant". */
  readonly shown: string;
  /** What then stands in the field. */
  readonly query: string;
  /** A condition to go on with; null: what stands behind one. */
  readonly begins: SearchKey | null;
};

/** One letter begins too much. */
const FEWEST_LETTERS = 2;
const MOST_OFFERS = 8;

const LAST_PIECE = /(?:^|\s)(-?)(?:(\p{L}{1,12}):)?("[^"]*|[^\s"]*)$/u;

type LastPiece = {
  /** All that goes before it, its minus and its key included. */
  readonly before: string;
  readonly key: SearchKey | null;
  readonly hasKey: boolean;
  readonly typed: string;
};

export function offersFor(query: string, language: UiLanguage, tags: readonly string[]): readonly SearchOffer[] {
  const last = lastPiece(query);
  if (last === null) return [];
  const { before, key, hasKey, typed } = last;
  const beginning = plainKey(typed);
  if (!hasKey) {
    if (beginning.length < FEWEST_LETTERS || typed.startsWith('"')) return [];
    return SEARCH_KEYS.flatMap((one): SearchOffer[] => {
      const shown = shownKey(one, language);
      return shown.startsWith(beginning) ? [{ shown: `${shown}:`, query: `${before}${shown}:`, begins: one }] : [];
    });
  }
  const values = key === null ? [] : key === 'tag' ? tags : key === 'channel' ? CHANNELS : valuesOf(key, language);
  return values
    .filter((value) => plainKey(value).startsWith(plainKey(typed.replace('"', ''))))
    .slice(0, MOST_OFFERS)
    .map((value) => ({ shown: value, query: `${before}${quoted(value)} `, begins: null }));
}

/** Whom the owner began to name behind a "van:", "naar:" or "met:", and what then stands in the field; null: nobody. */
export function personAsked(
  query: string,
): { readonly text: string; readonly queryWith: (address: string) => string } | null {
  const last = lastPiece(query);
  if (last === null || (last.key !== 'from' && last.key !== 'to' && last.key !== 'with')) return null;
  return { text: last.typed.replace('"', '').trim(), queryWith: (address) => `${last.before}${quoted(address)} ` };
}

function lastPiece(query: string): LastPiece | null {
  const found = LAST_PIECE.exec(query);
  if (found === null) return null;
  const [, , key, typed = ''] = found;
  return {
    before: query.slice(0, query.length - typed.length),
    key: key === undefined ? null : keyOf(key),
    hasKey: key !== undefined,
    typed,
  };
}

const quoted = (value: string): string => (/\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value);
