// Saved replies as they cross a boundary: what one is, how a text of it comes out, what fits a conversation, what a table of them would
// change, and what own answers are alike enough to become one.
import { z } from 'zod';
import { CANNED_CODE, type CannedFault } from '../domain/canned/canned-csv.ts';
import { CANNED_LANGUAGES, type CannedLanguage } from '../domain/canned/template.ts';
import type { Instant } from '../domain/instant.ts';
import { command, line, nothing, query, rowId, text } from './command-spec.ts';
import type { DraftFile } from './drafts.ts';
import type { ConversationId, MessageRowId } from './views.ts';

export type CannedId = number;

export type CannedFile = {
  readonly id: number;
  /** Safe on Windows, macOS and Linux. */
  readonly fileName: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
};

export type CannedReply = {
  readonly id: CannedId;
  /** Typed after "/"; unique, lower case. */
  readonly code: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly texts: Readonly<Partial<Record<CannedLanguage, string>>>;
  readonly files: readonly CannedFile[];
  readonly usedCount: number;
  readonly lastUsedAt: Instant | null;
};

/** Files of one reply: what most mail servers take in one letter, with room for its words. */
export const CANNED_FILES_MAX_BYTES = 15_000_000;
export const CANNED_FILES_MOST = 10;
/** A table of thousands of replies is far smaller. */
export const CANNED_CSV_MAX_BYTES = 5_000_000;

export type FilledReply = {
  readonly text: string;
  /** Of the text that was chosen. */
  readonly language: CannedLanguage;
  /** Fields without value and without fallback; the text still holds them as written. They block sending. */
  readonly missing: readonly string[];
  /** Questions ({{?...}}) that the owner answers on insertion. */
  readonly questions: readonly string[];
};

/** One that fits what the customer wrote. */
export type FittingReply = {
  readonly id: CannedId;
  /** The customer's own words that gave the points, what gave most first. */
  readonly words: readonly string[];
};

/** What was learned of one reply. */
export type LearnedCanned = {
  readonly id: CannedId;
  readonly title: string;
  /** Messages answered with it that were learned from. */
  readonly answers: number;
  /** The words of those messages, the most frequent first. */
  readonly words: readonly string[];
};

export type CannedCsvRow = { readonly line: number; readonly code: string; readonly title: string };
/** What a table would do to the saved replies, or did. */
export type CannedCsvOutlook = {
  readonly added: readonly CannedCsvRow[];
  /** There is one of that code, and it would become another. */
  readonly changed: readonly (CannedCsvRow & { readonly what: readonly ('title' | 'tags' | CannedLanguage)[] })[];
  /** As they are already. */
  readonly same: number;
  readonly unreadable: readonly { readonly line: number; readonly why: CannedFault; readonly said: string }[];
};

/** Own answers that are alike, as one saved reply. */
export type CannedProposal = {
  readonly id: number;
  readonly language: CannedLanguage;
  /** With fields for what differs. */
  readonly text: string;
  readonly title: string;
  readonly code: string;
  /** The answers it was made of, the newest first. */
  readonly sources: readonly {
    readonly message: MessageRowId;
    readonly conversation: ConversationId;
    readonly who: string;
    readonly at: Instant;
  }[];
};

export const cannedToSave = z.object({
  id: rowId.nullable(),
  code: z.string().regex(CANNED_CODE),
  title: z.string().min(1).max(200),
  tags: z.array(z.string().max(60)).max(30),
  texts: z.object({ nl: text.optional(), en: text.optional(), fr: text.optional() }),
});

const csvBytes = z.object({ bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= CANNED_CSV_MAX_BYTES) });

export const CANNED_COMMANDS = {
  'canned.list': query<readonly CannedReply[]>()(nothing),
  /** Fails with already-exists for a code that another reply has. */
  'canned.save': command<CannedReply>()(cannedToSave),
  'canned.remove': command<null>()(z.object({ id: rowId })),
  /** What was removed in the last day, with its files and what was learned. Under another code where its own was taken since. */
  'canned.bringBack': command<CannedReply>()(z.object({ id: rowId })),
  /**
   * `conversation` null: for a new mail, of which nothing is known. `to`: whom it goes to, where that is not the customer of the
   * conversation. `language` null: the conversation's, or his.
   */
  'canned.fill': query<FilledReply>()(
    z.object({
      id: rowId,
      conversation: rowId.nullable(),
      to: z
        .object({ name: line, address: z.string().max(320) })
        .nullable()
        .optional(),
      answers: z.record(z.string(), z.string()),
      language: z.enum(CANNED_LANGUAGES).nullable().optional(),
    }),
  ),
  /** At most three, the best first. */
  'canned.fitting': query<readonly FittingReply[]>()(z.object({ conversation: rowId })),

  /** Fails with message-too-large over CANNED_FILES_MAX_BYTES, with not-possible-now over CANNED_FILES_MOST. */
  'canned.addFile': command<CannedFile>()(
    z.object({
      id: rowId,
      fileName: z.string().min(1).max(500),
      contentType: z.string().max(200),
      bytes: z.instanceof(Uint8Array),
    }),
  ),
  'canned.removeFile': command<null>()(z.object({ file: rowId })),
  /** Its files into a draft that holds its words; one that lies there already is not added again. Answers those of the draft. */
  'canned.attach': command<readonly DraftFile[]>()(z.object({ id: rowId, draft: rowId })),

  'canned.csv': query<string>()(nothing),
  /** Changes nothing. */
  'canned.lookAtCsv': query<CannedCsvOutlook>()(csvBytes),
  /** Adds and changes what can be read. Undone with canned.undoCsv. */
  'canned.importCsv': command<CannedCsvOutlook>()(csvBytes),
  /** Everything that the last import did, as long as no other followed. Fails with not-found when there is none. */
  'canned.undoCsv': command<null>()(nothing),

  'canned.learned': query<readonly LearnedCanned[]>()(nothing),
  /** null: of all. */
  'canned.forgetLearned': command<readonly LearnedCanned[]>()(z.object({ id: rowId.nullable() })),

  'canned.proposals': query<readonly CannedProposal[]>()(nothing),
  /** 'saved' and 'refused': it is never proposed again. null: it is open once more. */
  'canned.sayOfProposal': command<null>()(z.object({ id: rowId, said: z.enum(['saved', 'refused']).nullable() })),
} as const;
