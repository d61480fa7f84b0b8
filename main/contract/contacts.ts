// What crosses the boundary about people: whom the owner means by the letters he typed, the card of a customer, and what makes it as
// it was. A person is asked for by any of his addresses; who has no card yet gets one with the first thing that is said of him.
import { z } from 'zod';
import type { SameReason } from '../domain/contact/same-person.ts';
import { LANGUAGES, type Channel, type Language } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import type { Section } from '../domain/queue/sections.ts';
import { command, instant, query, rowId } from './command-spec.ts';
import type { CommitmentView } from './commitments.ts';
import type { ConversationId } from './views.ts';

/** Somebody a letter can go to, found by the letters typed so far. */
export type Completion = {
  /** As he calls himself, or as the owner calls him; '' where nobody ever said. */
  readonly name: string;
  readonly address: string;
  /** The owner wrote to him before, or has a card of him. Others only wrote to the owner. */
  readonly isKnownPerson: boolean;
  readonly isVip: boolean;
};

export const MOST_TAGS = 30;
export const MOST_FIELDS = 60;
export const MOST_HANDLES = 60;

const address = z.string().min(1).max(320);
const tag = z.string().trim().min(1).max(40);
const details = z.object({
  name: z.string().trim().max(200),
  company: z.string().trim().max(200),
  language: z.enum(LANGUAGES).nullable(),
  note: z.string().max(100_000),
  tags: z.array(tag).max(MOST_TAGS).readonly(),
  fields: z
    .array(z.object({ name: z.string().trim().min(1).max(60), value: z.string().max(2_000) }))
    .max(MOST_FIELDS)
    .readonly(),
});
/** As typed: a mail address, a telephone number, a page. Those that are kept already come back as they are. */
const handles = z.array(address).min(1).max(MOST_HANDLES).readonly();
const storedCard = details.extend({ handles });
const storedContact = storedCard.extend({ id: rowId, createdAt: instant, changedAt: instant });

/** Everything that one deed touched, as it was. */
export const contactsBefore = z.object({
  addresses: z
    .array(address)
    .max(10 * MOST_HANDLES)
    .readonly(),
  contacts: z.array(storedContact).max(10).readonly(),
  vips: z
    .array(address)
    .max(10 * MOST_HANDLES)
    .readonly(),
  merges: z
    .array(
      z.object({
        id: rowId,
        one: address,
        other: address,
        said: z.enum(['same', 'refused']),
        before: z
          .object({
            one: storedCard,
            other: storedCard,
            hadCard: z.object({ one: z.boolean(), other: z.boolean() }),
            vips: z
              .array(address)
              .max(10 * MOST_HANDLES)
              .readonly(),
          })
          .nullable(),
        at: instant,
      }),
    )
    .max(1_000)
    .readonly(),
});
export type ContactsBefore = z.infer<typeof contactsBefore>;

export type HandleView = {
  readonly address: string;
  /** As people write it. */
  readonly shown: string;
  readonly kind: 'email' | 'phone' | 'handle' | 'link';
  /** The network it is a name on. */
  readonly channel: Channel | null;
  /** On his card; others were only written down in a note. */
  readonly isKept: boolean;
};

export type ContactSuggestion = {
  readonly address: string;
  readonly shown: string;
  readonly name: string;
  readonly reason: SameReason;
};

/** Two that the desk knows apart and that may be one person. */
export type DuplicatePair = {
  readonly one: { readonly address: string; readonly shown: string; readonly name: string };
  readonly other: { readonly address: string; readonly shown: string; readonly name: string };
  readonly reason: SameReason;
};
export type ContactDuplicates = { readonly pairs: readonly DuplicatePair[]; readonly total: number };

export type ContactHistoryLine = {
  readonly conversation: ConversationId;
  readonly subject: string;
  readonly channel: Channel;
  readonly section: Section;
  readonly lastAt: Instant;
};

export type ContactCard = {
  /** By which it was asked for. */
  readonly address: string;
  /** null: nothing was said of him yet. */
  readonly id: number | null;
  /** What the owner said; '' and null: nothing. */
  readonly name: string;
  readonly company: string;
  readonly language: Language | null;
  readonly note: string;
  readonly tags: readonly string[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** What his letters say. */
  readonly letters: { readonly name: string; readonly company: string; readonly language: Language | null };
  readonly isVip: boolean;
  readonly handles: readonly HandleView[];
  /** The newest first. */
  readonly history: readonly ContactHistoryLine[];
  readonly conversations: number;
  readonly firstSeenAt: Instant | null;
  /**
   * How long he waits for us and we for him, in working minutes, the middle one of `answers` and `theirAnswers` of his newest
   * conversations; null where there are none.
   */
  readonly waits: {
    readonly minutes: number | null;
    readonly answers: number;
    readonly theirMinutes: number | null;
    readonly theirAnswers: number;
  };
  readonly commitments: readonly CommitmentView[];
  /** The newest first; only that one can be taken apart as it stands. */
  readonly merges: readonly { readonly id: number; readonly at: Instant; readonly names: readonly [string, string] }[];
};

export type ContactRow = {
  /** The one he is asked for by, and written to. */
  readonly address: string;
  readonly name: string;
  readonly company: string;
  readonly tags: readonly string[];
  readonly isVip: boolean;
  readonly handles: readonly string[];
  readonly conversations: number;
  /** null: he never wrote. */
  readonly lastAt: Instant | null;
};
export type ContactPage = { readonly rows: readonly ContactRow[]; readonly total: number };

/** What a file of cards holds, and what comes or came of it. */
export type CardImport = {
  readonly cards: number;
  readonly added: number;
  /** Belong to somebody who has a card, and say something new. */
  readonly completed: number;
  /** Say nothing that is not there. */
  readonly known: number;
  /** Without a name or an address, or that could not be read. */
  readonly skipped: number;
  /** Some of those that are new. */
  readonly examples: readonly string[];
};

export const CONTACT_COMMANDS = {
  /**
   * Who was written to most and most lately comes first, then who wrote to us; '' answers those. Each word typed begins a word of
   * the name, the address or its domain. Mail addresses only, none of the owner's own.
   */
  'contact.complete': query<readonly Completion[]>()(
    z.object({
      text: z.string().max(320),
      limit: z.number().int().min(1).max(50),
      /** Whom this account wrote to before comes before others. */
      account: z.string().max(200).nullable().optional(),
    }),
  ),
  'contact.card': query<ContactCard>()(z.object({ address })),
  /** Who may be the same person, the surest first. What the owner denied is not proposed again. */
  'contact.suggestions': query<readonly ContactSuggestion[]>()(z.object({ address })),
  /** Of everybody, the surest first; without what takes reading letters, which the card of one person proposes. */
  'contact.duplicates': query<ContactDuplicates>()(z.object({ limit: z.number().int().min(0).max(500) })),
  /** Every tag that is in use, by name. */
  'contact.tags': query<readonly string[]>()(z.object({})),
  /** Whoever bears this label goes first in the queue, or no longer. */
  'contact.tagFirst': command<null>()(z.object({ tag, isFirst: z.boolean() })),
  /** By last name, with its particle or without as it is done where the owner lives. `tag` '': with or without. */
  'contact.list': query<ContactPage>()(
    z.object({
      text: z.string().max(200),
      tag: z.string().max(40),
      offset: z.number().int().min(0),
      limit: z.number().int().min(0).max(100_000),
    }),
  ),
  /** These answer what contact.restore makes it as it was with. Fails with contact-taken on an address that is another's. */
  'contact.change': command<ContactsBefore>()(
    z.object({ address, changes: details.partial().extend({ handles: handles.optional() }) }),
  ),
  /** Fails with contact-not-understood, or with contact-taken. */
  'contact.add': command<{ readonly address: string; readonly before: ContactsBefore }>()(
    z.object({
      name: z.string().trim().max(200),
      company: z.string().trim().max(200),
      handles: z.array(address).max(MOST_HANDLES),
    }),
  ),
  /** What was said of him goes; his letters stay. */
  'contact.remove': command<ContactsBefore>()(z.object({ address })),
  'contact.merge': command<ContactsBefore>()(z.object({ address, other: address })),
  /** The two as they were; what was written since stays with the first. Fails unless it is the newest of this person. */
  'contact.split': command<ContactsBefore>()(z.object({ merge: rowId })),
  /** Not the same, and never asked again. */
  'contact.refuse': command<ContactsBefore>()(z.object({ address, other: address })),
  'contact.restore': command<null>()(z.object({ before: contactsBefore })),
  /** vCard 2.1, 3.0 or 4.0. `isRehearsal`: only tells what would come of it. */
  'contact.import': command<CardImport>()(z.object({ path: z.string().min(1).max(4_096), isRehearsal: z.boolean() })),
  /** vCard 4.0 (RFC 6350) of one person, or of everybody who has a card. */
  'contact.vcards': query<string>()(z.object({ address: address.nullable() })),
} as const;
