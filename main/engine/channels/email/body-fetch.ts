// Gets the content of messages: small ones whole, of large ones the header and what is read. Tells which did not come.
// Splits what a server refuses as a batch, so that one bad message does not hold up the others.
import { ok, type Failure, type Result } from '../../../contract/errors.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { FetchedMail, FetchItems } from './fetch-items.ts';
import { MAX_LITERAL_BYTES, type ImapSession } from './imap-session.ts';
import type { FetchedPieces } from './parse/parse-pieces.ts';
import { wantedParts, type WantedPart } from './part-plan.ts';

export type Overview = {
  readonly uid: number;
  readonly flags: readonly string[];
  readonly size: number;
  readonly at: Instant | null;
  readonly emailId: string | null;
};

export type MailContent =
  | { readonly kind: 'whole'; readonly raw: Uint8Array }
  | { readonly kind: 'pieces'; readonly pieces: FetchedPieces }
  /** Only its header could be had. */
  | { readonly kind: 'header'; readonly header: Uint8Array; readonly note: 'too-large' | 'not-fetched' };

export type FetchedContent = Overview & { readonly content: MailContent };
export type FetchedBodies = {
  readonly mails: readonly FetchedContent[];
  /** Asked for and not given, with the refusal where there was one. */
  readonly missing: readonly { readonly uid: number; readonly error: Failure | null }[];
};

/** Up to here a message comes whole: one look instead of three, and most mail is smaller (measures.md). */
export const WHOLE_BYTES = 128 * 1024;
/** Some room for servers that understate the size; what fills it entirely is not whole. */
export const WHOLE_FETCH_BYTES = WHOLE_BYTES + 32 * 1024;
/** Larger than this, even in pieces of unknown shape, is shown by its header alone. */
const MAX_WHOLE_BYTES = MAX_LITERAL_BYTES - 1024 * 1024;

export async function fetchBodies(
  session: ImapSession,
  overviews: readonly Overview[],
): Promise<Result<FetchedBodies>> {
  const mails: FetchedContent[] = [];
  const missing: { uid: number; error: Failure | null }[] = [];
  const small = overviews.filter(({ size }) => size <= WHOLE_BYTES);
  const large = overviews.filter(({ size }) => size > WHOLE_BYTES);

  const whole = await fetchSplitting(session, small.map(uidOf), { sourceBytes: WHOLE_FETCH_BYTES });
  if (!whole.ok) return whole;
  for (const overview of small) {
    const fetched = whole.value.mails.get(overview.uid);
    if (overview.size === 0 && fetched !== undefined) mails.push({ ...overview, content: EMPTY });
    else if (fetched?.source === undefined || fetched.source === null) {
      missing.push({ uid: overview.uid, error: whole.value.refused.get(overview.uid) ?? null });
    } else if (fetched.source.byteLength >= WHOLE_FETCH_BYTES) large.push(overview);
    else mails.push({ ...overview, content: { kind: 'whole', raw: fetched.source } });
  }
  if (large.length === 0) return ok({ mails, missing });
  const pieces = await fetchLarge(session, large);
  if (!pieces.ok) return pieces;
  return ok({ mails: [...mails, ...pieces.value.mails], missing: [...missing, ...pieces.value.missing] });
}

/** Somebody's program put it there: a message of no bytes is listed like any other. */
const EMPTY: FetchedContent['content'] = { kind: 'whole', raw: new Uint8Array() };

/** Everything about them in one answer each, for messages that are known to be small. What is not after all comes in pieces. */
export async function fetchUnseen(session: ImapSession, uids: readonly number[]): Promise<Result<FetchedBodies>> {
  const fetched = await fetchSplitting(session, uids, { overview: true, sourceBytes: WHOLE_FETCH_BYTES });
  if (!fetched.ok) return fetched;
  const mails: FetchedContent[] = [];
  const missing: { uid: number; error: Failure | null }[] = [];
  const large: Overview[] = [];
  for (const uid of uids) {
    const mail = fetched.value.mails.get(uid);
    const overview = toOverview(mail);
    const raw = mail?.source ?? null;
    if (overview === null || raw === null) missing.push({ uid, error: fetched.value.refused.get(uid) ?? null });
    else if (raw.byteLength >= WHOLE_FETCH_BYTES) large.push(overview);
    else mails.push({ ...overview, content: { kind: 'whole', raw } });
  }
  if (large.length === 0) return ok({ mails, missing });
  const pieces = await fetchLarge(session, large);
  if (!pieces.ok) return pieces;
  return ok({ mails: [...mails, ...pieces.value.mails], missing: [...missing, ...pieces.value.missing] });
}

export function toOverview(mail: FetchedMail | undefined): Overview | null {
  if (mail === undefined || mail.flags === null || mail.size === null) return null;
  return { uid: mail.uid, flags: mail.flags, size: mail.size, at: mail.at, emailId: mail.emailId };
}

async function fetchLarge(session: ImapSession, large: readonly Overview[]): Promise<Result<FetchedBodies>> {
  const mails: FetchedContent[] = [];
  const missing: { uid: number; error: Failure | null }[] = [];
  const described = await fetchSplitting(session, large.map(uidOf), { header: true, structure: true });
  if (!described.ok) return described;

  // Messages of the same shape are asked for together.
  const shapes = new Map<string, { readonly parts: readonly WantedPart[]; readonly overviews: Overview[] }>();
  const unreadable: Overview[] = [];
  for (const overview of large) {
    const { structure = null, header = null } = described.value.mails.get(overview.uid) ?? {};
    const parts = structure === null || header === null ? [] : wantedParts(structure);
    if (parts.length === 0) {
      unreadable.push(overview);
      continue;
    }
    const key = parts.map(({ part }) => part).join(' ');
    const shape = shapes.get(key) ?? { parts, overviews: [] };
    shape.overviews.push(overview);
    shapes.set(key, shape);
  }

  for (const { parts, overviews } of shapes.values()) {
    const fetched = await fetchSplitting(session, overviews.map(uidOf), { parts });
    if (!fetched.ok) return fetched;
    for (const overview of overviews) {
      const { structure = null, header = null } = described.value.mails.get(overview.uid) ?? {};
      const found = fetched.value.mails.get(overview.uid)?.parts ?? new Map<string, Uint8Array>();
      // Some servers give every part as empty (Outlook.com, with a calendar part): then the whole message tells more.
      const hasText = parts.some(({ part }) => (found.get(part)?.byteLength ?? 0) > 0);
      if (structure === null || header === null || !hasText) unreadable.push(overview);
      else mails.push({ ...overview, content: { kind: 'pieces', pieces: { header, structure, parts: found } } });
    }
  }

  for (const overview of unreadable) {
    const header = described.value.mails.get(overview.uid)?.header ?? null;
    if (overview.size > MAX_WHOLE_BYTES) {
      if (header === null)
        missing.push({ uid: overview.uid, error: described.value.refused.get(overview.uid) ?? null });
      else mails.push({ ...overview, content: { kind: 'header', header, note: 'too-large' } });
      continue;
    }
    // One at a time: each may be tens of megabytes.
    const fetched = await fetchSplitting(session, [overview.uid], { sourceBytes: MAX_WHOLE_BYTES });
    if (!fetched.ok) return fetched;
    const source = fetched.value.mails.get(overview.uid)?.source ?? null;
    if (source === null) missing.push({ uid: overview.uid, error: fetched.value.refused.get(overview.uid) ?? null });
    else mails.push({ ...overview, content: { kind: 'whole', raw: source } });
  }
  return ok({ mails, missing });
}

type Split = {
  readonly mails: ReadonlyMap<number, FetchedMail>;
  readonly refused: ReadonlyMap<number, Failure>;
};

/** A NO or BAD to the batch is tried again in halves, down to the one message that the server will not give (Yahoo). */
export async function fetchSplitting(
  session: ImapSession,
  uids: readonly number[],
  items: FetchItems,
): Promise<Result<Split>> {
  if (uids.length === 0) return ok({ mails: new Map(), refused: new Map() });
  const fetched = await session.fetch(uids, items);
  if (fetched.ok) return ok({ mails: new Map(fetched.value.map((mail) => [mail.uid, mail])), refused: new Map() });
  if (session.isClosed() || !isAboutTheseMessages(fetched.error)) return fetched;
  if (uids.length === 1) return ok({ mails: new Map(), refused: new Map(uids.map((uid) => [uid, fetched.error])) });
  const middle = Math.ceil(uids.length / 2);
  const first = await fetchSplitting(session, uids.slice(0, middle), items);
  if (!first.ok) return first;
  const second = await fetchSplitting(session, uids.slice(middle), items);
  if (!second.ok) return second;
  return ok({
    mails: new Map([...first.value.mails, ...second.value.mails]),
    refused: new Map([...first.value.refused, ...second.value.refused]),
  });
}

const isAboutTheseMessages = (error: Failure): boolean =>
  error.code === 'server-refused' ||
  error.code === 'server-nonsense' ||
  /\[(UNAVAILABLE|SERVERBUG)\]/.test(error.detail);

const uidOf = ({ uid }: Overview): number => uid;
