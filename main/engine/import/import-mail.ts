// Takes mail from files into the desk: as history that never opens the clock, once each, threaded and searchable like all other
// mail, with its attachments, as no server has them. What cannot be taken in is counted and told, and stops nothing. Stopped or
// killed half-way, it can simply be run again: what is here is known again.
import { isAbsolute } from 'node:path';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { ImportReport } from '../../contract/own-data.ts';
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import { directionOf } from '../channels/email/arrivals.ts';
import { assignRoles } from '../channels/email/mailbox-roles.ts';
import type { ParsePool } from '../channels/email/parse/parse-pool.ts';
import type { ArrivedMessage, Ingest } from '../ingest/arrived.ts';
import { accountsOf, findKnown, recognise } from '../ingest/recognise.ts';
import type { PreparedMail } from '../ingest/prepared-mail.ts';
import type { Clock, Timers } from '../ports/ports.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { MailboxRole } from '../store/mailbox-role.ts';
import type { Store } from '../store/store.ts';
import type { FoundMail, PassedOver } from './found-mail.ts';
import { headFacts, type HeadFacts } from './head-facts.ts';
import { ARCHIVE_ACCOUNT, createImportAccounts, type ImportAccounts } from './import-account.ts';
import { findSources, readSource } from './mail-on-disk.ts';

export type ImportDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ingest: Ingest;
  readonly reader: Pick<ParsePool, 'wholeWithFiles'>;
  readonly emit: (event: EngineEvent) => void;
};

export type ImportRequest = {
  readonly path: string;
  /** null: own addresses decide. */
  readonly account: string | null;
  readonly ownAddresses: readonly string[];
  readonly archiveName: string;
};

/** Read together: enough for every parse thread, little enough to keep in memory twice over. */
const BATCH_MAILS = 64;
const BATCH_BYTES = 8 * 1024 * 1024;
/** Stored in one transaction; with attachments some 50 ms, which is what a command may wait. */
const SLICE = 20;
/** Examples told of each kind of trouble; the count tells the rest. */
const EXAMPLES = 5;

type Waiting = {
  readonly found: Extract<FoundMail, { readonly kind: 'mail' }>;
  readonly head: HeadFacts;
  readonly account: AccountRow;
};

export async function importMail(
  deps: ImportDeps,
  request: ImportRequest,
  stopping: AbortSignal,
): Promise<Result<ImportReport>> {
  const startedAt = deps.clock.monotonicMs();
  if (!isAbsolute(request.path)) return failed('invalid-argument', 'never', 'a whole path is needed');
  const asked = request.account === null ? null : deps.store.accounts.get(request.account);
  if (request.account !== null && (asked === null || asked.connector === 'manual'))
    return failed('not-found', 'never', `no account ${request.account}`);
  const sources = await findSources(request.path).catch(() => null);
  if (sources === null) return failed('not-found', 'user', request.path, { what: request.path });

  const accounts = createImportAccounts(deps.store, { ...request, asked, now: deps.clock.now() });
  const desk = openImport(deps, accounts);
  const total = sources.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const source of sources) {
    for await (const found of readSource(source)) {
      if (stopping.aborted) break;
      if (found.kind === 'read') done += found.bytes;
      else if (await desk.take(found)) deps.emit({ kind: 'own-data-progress', work: 'import', done, total });
    }
    if (stopping.aborted) break;
  }
  const counted = await desk.finish();
  deps.emit({ kind: 'own-data-progress', work: 'import', done: total, total });
  if (counted.added > 0) deps.emit({ kind: 'accounts-changed' });
  return ok({ ...counted, isStopped: stopping.aborted, ms: Math.round(deps.clock.monotonicMs() - startedAt) });
}

type Counted = Pick<ImportReport, 'added' | 'known' | 'skipped' | 'passedOver'>;

/** `take` answers true when a batch went on its way. While one is stored, the next is parsed. */
function openImport(
  deps: ImportDeps,
  accounts: ImportAccounts,
): {
  readonly take: (found: Exclude<FoundMail, { kind: 'read' }>) => Promise<boolean>;
  readonly finish: () => Promise<Counted>;
} {
  const passedOver = new Map<PassedOver, { count: number; readonly examples: string[] }>();
  const places = createPlaces(deps.store);
  let added = 0;
  let known = 0;
  let batch: Waiting[] = [];
  let bytes = 0;
  let storing: Promise<void> = Promise.resolve();

  const passOver = (why: PassedOver, where: string): void => {
    const kind = passedOver.get(why) ?? { count: 0, examples: [] };
    kind.count += 1;
    if (kind.examples.length < EXAMPLES && where !== '') kind.examples.push(where);
    passedOver.set(why, kind);
  };
  const storeAll = async (waiting: readonly Waiting[], mails: readonly PreparedMail[]): Promise<void> => {
    for (let from = 0; from < waiting.length; from += SLICE) {
      const slice = waiting.slice(from, from + SLICE).flatMap((one, index) => {
        const mail = mails[from + index];
        return mail === undefined ? [] : [arrivedFrom(one, mail, deps.clock.now())];
      });
      const stored = deps.store.transaction(() => storeSlice(deps, places, slice));
      added += stored;
      known += slice.length - stored;
      // Lets waiting commands in between two transactions.
      await new Promise<void>((resolve) => void deps.timers.after(0, resolve));
    }
  };
  const send = async (): Promise<void> => {
    const waiting = batch;
    batch = [];
    bytes = 0;
    const parsing = Promise.all(waiting.map(({ found }) => deps.reader.wholeWithFiles(found.raw)));
    // Looked at one round later; without this a fault there would count as unhandled until then.
    parsing.catch(() => {});
    await storing;
    storing = parsing.then((mails) => storeAll(waiting, mails));
    storing.catch(() => {});
  };

  return {
    take: async (found) => {
      if (found.kind === 'passed-over') {
        passOver(found.why, found.where);
        return false;
      }
      const head = headFacts(found.raw);
      const why = reasonAgainst(found.raw, head);
      if (why !== null) {
        passOver(why, found.mailbox);
        return false;
      }
      batch.push({ found, head, account: accounts.accountFor(head.addresses) });
      bytes += found.raw.length;
      if (batch.length < BATCH_MAILS && bytes < BATCH_BYTES) return false;
      await send();
      return true;
    },
    finish: async () => {
      await send();
      await storing;
      const told = [...passedOver].map(([why, { count, examples }]) => ({ why, count, examples }));
      return { added, known, skipped: told.reduce((sum, { count }) => sum + count, 0), passedOver: told };
    },
  };
}

function reasonAgainst(raw: Buffer, head: HeadFacts): PassedOver | null {
  if (raw.length === 0 || raw.toString('latin1', 0, 1_000).trim() === '') return 'empty';
  if (!head.isMail) return 'no-mail';
  return head.isDeleted ? 'deleted' : null;
}

type Imported = Omit<ArrivedMessage, 'place'> & {
  readonly found: Waiting['found'];
  readonly flags: readonly string[];
  readonly role: MailboxRole | null;
};

function arrivedFrom({ found, head, account }: Waiting, mail: PreparedMail, now: Instant): Imported {
  const role = roleOf(found.mailbox);
  // A date of tomorrow is a clock that was wrong; what the file tells is no worse then.
  const at = [head.at, found.at].find((moment) => moment !== null && moment <= now + DAY_MS) ?? now;
  return {
    account: account.id,
    channel: 'email',
    direction: directionOf(mail, account.addresses, { role }),
    at: Math.trunc(at),
    size: head.size,
    mail,
    isHistory: true,
    found,
    role,
    flags: [...new Set([...found.flags, ...head.flags])],
  };
}

/** Answers how many were new. What is here keeps the places that it has. */
function storeSlice(deps: ImportDeps, places: Places, slice: readonly Imported[]): number {
  const seeAccount = accountsOf(deps.store);
  const fresh = slice.flatMap(({ found, role, flags, ...message }): readonly ArrivedMessage[] => {
    const asked = {
      ...message,
      place: { mailboxId: places.mailbox(message.account, found.mailbox, role), uid: 0, flags },
    };
    const arriving = recognise(deps.store, asked, seeAccount(message.account), deps.clock.now());
    if (findKnown(deps.store, arriving) !== null) return [];
    return [{ ...asked, place: { ...asked.place, uid: places.nextNumber(asked.place.mailboxId) } }];
  });
  return fresh.length === 0 ? 0 : deps.ingest(fresh).added;
}

type Places = {
  readonly mailbox: (account: string, name: string, role: MailboxRole | null) => number;
  readonly nextNumber: (mailbox: number) => number;
};

function createPlaces({ archives }: Pick<Store, 'archives'>): Places {
  const mailboxes = new Map<string, number>();
  const numbers = new Map<number, number>();
  return {
    mailbox: (account, name, role) => {
      const key = `${account}\0${name}`;
      const path = `Import/${name === '' ? 'INBOX' : name}`;
      // In an account that is synced, a role means a mailbox on the server, where answers are filed and mail is moved to.
      const id = mailboxes.get(key) ?? archives.mailbox(account, path, account === ARCHIVE_ACCOUNT ? role : null);
      mailboxes.set(key, id);
      return id;
    },
    nextNumber: (mailbox) => {
      const number = numbers.get(mailbox) ?? archives.nextNumber(mailbox);
      numbers.set(mailbox, number + 1);
      return number;
    },
  };
}

function roleOf(mailbox: string): MailboxRole | null {
  const name = mailbox.split('/').at(-1) ?? '';
  if (name === '') return 'inbox';
  const folder = { path: name, name, parentPath: '', flags: new Set<string>(), specialUse: null };
  const [given] = assignRoles([folder]);
  return given?.role ?? null;
}
