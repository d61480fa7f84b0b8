// What the owner keeps of a person, and how two such cards become one and are taken apart again. Nothing that he typed is lost
// either way.
import type { Language } from '../conversation/message.ts';

export type OwnField = { readonly name: string; readonly value: string };

export type Card = {
  /** '': as his letters name him. */
  readonly name: string;
  readonly company: string;
  /** In which he is written to; null: as he writes. */
  readonly language: Language | null;
  readonly note: string;
  readonly tags: readonly string[];
  readonly fields: readonly OwnField[];
  /** Addresses as in way.ts, lower case; the first is the one he is written to. */
  readonly handles: readonly string[];
};

export const emptyCard = (address: string): Card => ({
  name: '',
  company: '',
  language: null,
  note: '',
  tags: [],
  fields: [],
  handles: [address],
});

/** Says it anything that his letters do not? */
export const isBlank = ({ name, company, language, note, tags, fields, handles }: Card): boolean =>
  name === '' &&
  company === '' &&
  language === null &&
  note === '' &&
  tags.length + fields.length === 0 &&
  handles.length <= 1;

const isSameField = (a: OwnField, b: OwnField): boolean => a.name === b.name && a.value === b.value;

const fieldsWith = (fields: readonly OwnField[], more: readonly OwnField[]): readonly OwnField[] => [
  ...fields,
  ...more.filter((one) => !fields.some((there) => isSameField(there, one))),
];

/** Where both say something, the first has the word; notes stand one below the other. */
export function joined(one: Card, other: Card): Card {
  return {
    name: one.name || other.name,
    company: one.company || other.company,
    language: one.language ?? other.language,
    note: [...new Set([one.note, other.note])].filter((note) => note !== '').join('\n\n'),
    tags: tagsWith(one.tags, other.tags),
    fields: fieldsWith(one.fields, other.fields),
    handles: [...new Set([...one.handles, ...other.handles])],
  };
}

/** As they were before they were joined. What was written or added since stays with the first. */
export function takenApart(one: Card, other: Card, now: Card): { readonly one: Card; readonly other: Card } {
  const then = joined(one, other);
  return {
    one: {
      name: now.name === then.name ? one.name : now.name,
      company: now.company === then.company ? one.company : now.company,
      language: now.language === then.language ? one.language : now.language,
      note: noteApart(one.note, then.note, now.note),
      tags: [...one.tags, ...now.tags.filter((tag) => !then.tags.includes(tag))],
      fields: [...one.fields, ...now.fields.filter((field) => !then.fields.some((had) => isSameField(had, field)))],
      handles: [...one.handles, ...now.handles.filter((address) => !then.handles.includes(address))],
    },
    other,
  };
}

/** What was written below stays as an addition; a note that was written anew stays whole. */
function noteApart(before: string, then: string, now: string): string {
  if (now === then) return before;
  return then !== '' && now.startsWith(then) ? `${before}${now.slice(then.length)}`.trimStart() : now;
}

/** "Aannemer" and "aannemer" are one tag; the first spelling stands. */
export function tagsWith(tags: readonly string[], more: readonly string[]): readonly string[] {
  const all = [...tags];
  for (const tag of more) if (!all.some((there) => there.toLowerCase() === tag.toLowerCase())) all.push(tag);
  return all;
}
