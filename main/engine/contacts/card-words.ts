// What stands on cards, for search: whom a word, a number or a label means. Read once and kept until a card changes; who has no card
// is found by his letters alone.
import { begins, findableWords, plainName, typedWords } from '../../domain/contact/name-words.ts';
import { shownAddress } from '../../domain/contact/way.ts';
import { numberForms } from '../search/number-forms.ts';
import type { StoredContact } from '../store/contact-table.ts';
import type { Store } from '../store/store.ts';

export type MeantCard = {
  /** All his addresses, lower case. */
  readonly addresses: readonly string[];
  /** What stands there of it: his name, his company, or one of his addresses as people write it. */
  readonly said: (words: string) => string;
};

export type CardWords = {
  /** Cards on which each of these words stands, or with `isBeginning` begins a word. The same objects until a card changes. */
  readonly meant: (words: string, isBeginning: boolean) => readonly MeantCard[];
  /** Every address of whoever bears this label, or one that begins so; null: there is none. */
  readonly bearing: (tag: string) => readonly string[] | null;
  readonly vips: () => readonly string[];
  /** Every label in use as it is written, by name. */
  readonly tags: () => readonly string[];
  readonly forget: () => void;
};

type Known = MeantCard & {
  readonly findable: string;
  /** In plain letters. */
  readonly tags: readonly string[];
  readonly written: readonly string[];
};

export function createCardWords({ contacts }: Pick<Store, 'contacts'>): CardWords {
  let known: readonly Known[] | null = null;
  const all = (): readonly Known[] => {
    known ??= contacts.all().map(knownOf);
    return known;
  };
  const withTag = (isMeant: (tag: string) => boolean): readonly string[] =>
    all().flatMap(({ tags, addresses }) => (tags.some(isMeant) ? addresses : []));

  return {
    meant: (text, isBeginning) => {
      const words = typedWords(text).map((word) => (isBeginning ? word : `${word} `));
      const numbers = numberForms(text)
        .split(/\s+/)
        .filter((form) => form !== '')
        .map((form) => `${form} `);
      if (words.length === 0) return [];
      return all().filter(
        ({ findable }) => begins(findable, words) || numbers.some((number) => begins(findable, [number])),
      );
    },
    bearing: (tag) => {
      const wanted = plainName(tag);
      const exactly = withTag((one) => one === wanted);
      const addresses = exactly.length > 0 ? exactly : withTag((one) => one.startsWith(wanted));
      return addresses.length === 0 ? null : addresses;
    },
    vips: contacts.vips,
    tags: () => {
      const tags = new Map(all().flatMap(({ written }) => written.map((tag) => [tag.toLowerCase(), tag] as const)));
      return [...tags.values()].toSorted((a, b) => a.localeCompare(b, 'nl'));
    },
    forget: () => {
      known = null;
    },
  };
}

function knownOf({ name, company, tags, handles }: StoredContact): Known {
  const said = [name, company, ...handles.map(shownAddress)].filter((piece) => piece !== '');
  return {
    addresses: handles,
    tags: tags.map(plainName),
    written: tags,
    findable: `${said.map(wordsOf).join('')} `,
    said: (words) => {
      const typed = typedWords(words);
      const holding = (wanted: readonly string[]) => said.find((piece) => begins(wordsOf(piece), wanted));
      return holding(typed) ?? holding(typed.slice(0, 1)) ?? name;
    },
  };
}

/** An address also by its parts, a number however it is dialled. */
const wordsOf = (piece: string): string =>
  `${piece.includes('@') ? findableWords('', piece) : findableWords(piece, '')} ${numberForms(piece)}`;
