// Files of vCards: read in with figures first, and written out.
import { readFile, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { CardImport } from '../../contract/contacts.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import { cardFieldWords } from '../../contract/text/contact-words.ts';
import type { HomeCountry } from '../../domain/contact/phone-number.ts';
import { planCards } from '../../domain/contact/plan-cards.ts';
import { readVcards } from '../../domain/contact/vcard-read.ts';
import { writeVcard } from '../../domain/contact/vcard-write.ts';
import { emptyCard } from '../../domain/contact/card.ts';
import { ONLY_NAMED } from '../../domain/contact/way.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Clock, Random } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';

export type CardFileDeps = {
  readonly store: Pick<Store, 'contacts' | 'accounts' | 'transaction'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly home: () => HomeCountry;
  readonly language: () => UiLanguage;
  readonly touched: (addresses: readonly string[]) => void;
};

/** Tens of thousands of people, or a thousand with their pictures. */
const LARGEST_FILE = 64 * 1024 * 1024;
const MOST_EXAMPLES = 5;

export async function importCards(
  { store, clock, random, home, language, touched }: CardFileDeps,
  { path, isRehearsal }: { readonly path: string; readonly isRehearsal: boolean },
): Promise<Result<CardImport>> {
  if (!isAbsolute(path)) return failed('invalid-argument', 'never', 'a whole path is needed');
  const bytes = await bytesOf(path);
  if (!bytes.ok) return bytes;
  const read = readVcards(textOf(bytes.value), cardFieldWords(language()), home());
  if (read.length === 0) return failed('no-cards-in-file', 'user', path, { what: path });
  const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
  const newHandle = (): string => `${ONLY_NAMED}${random.uuid().replaceAll('-', '').slice(-12)}`;
  const plan = planCards(read, store.contacts.all(), own, newHandle);
  if (!isRehearsal && plan.writes.length > 0) {
    store.transaction(() => {
      const now = clock.now();
      for (const { id, card } of plan.writes) {
        const createdAt = (id === null ? null : store.contacts.of(card.handles[0] ?? '')?.createdAt) ?? now;
        store.contacts.save({ ...card, id, createdAt, changedAt: now });
        if (card.handles.some(store.contacts.isVip)) for (const one of card.handles) store.contacts.setVip(one, true);
      }
      touched(plan.writes.flatMap(({ card }) => card.handles));
    });
  }
  const { added, completed, known, skipped, newNames } = plan;
  return ok({ cards: read.length, added, completed, known, skipped, examples: newNames.slice(0, MOST_EXAMPLES) });
}

async function bytesOf(path: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) return failed('not-possible-now', 'user', 'this file is too large for cards');
    return ok(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return failed(code === 'ENOENT' ? 'not-found' : 'not-possible-now', 'user', code, { what: path });
  }
}

/** UTF-8 as it should be, UTF-16 as Outlook sometimes has it, else what Windows of old wrote. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Of one person, also of one without a card; null: of everybody who has one. */
export const vcardsOf = (store: Pick<Store, 'contacts' | 'customers'>, address: string | null): string =>
  address !== null && store.contacts.of(address) === null
    ? writeVcard(emptyCard(address), store.customers.byHisLetters([address])?.name ?? '')
    : cardsToExport(store, address);

/** '': nothing was said of him, or of nobody. */
export function cardsToExport(store: Pick<Store, 'contacts' | 'customers'>, address: string | null): string {
  const cards = address === null ? store.contacts.all() : [store.contacts.of(address)].filter((card) => card !== null);
  return cards.map((card) => writeVcard(card, store.customers.byHisLetters(card.handles)?.name ?? '')).join('');
}
