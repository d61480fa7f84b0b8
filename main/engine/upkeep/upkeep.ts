// Looks after the desk while nobody waits for it: a copy a day, a look at every byte a week, the index joined, the log emptied, holes
// closed, old words removed where the owner wants that. What takes long and needs no other rows runs in a thread of its own.
import { failed, ok, type Failure, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type { BackupKind, BackupView, StorageView } from '../../contract/storage.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../../domain/instant.ts';
import type { Handlers } from '../host/engine.ts';
import type { Background } from '../ports/background.ts';
import type { Cancel, Clock, Logger, Timers } from '../ports/ports.ts';
import { listBackups } from '../store/backup-shelf.ts';
import { forgetDeskNews, readDeskNews } from '../store/desk-news.ts';
import type { Store } from '../store/store.ts';
import { measureDisk } from './measure-disk.ts';
import { createRetention } from './retention.ts';
import type { RunApart } from './run-apart.ts';
import { createUpkeepLog } from './upkeep-log.ts';

export type UpkeepDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly emit: (event: EngineEvent) => void;
  readonly background: Background;
  readonly settings: { readonly get: () => Pick<Settings, 'retention'> };
  /** What was thrown away long enough ago goes for good. */
  readonly emptyTrash: () => Promise<void>;
  readonly apart: RunApart;
  /** The desk's file. */
  readonly file: string;
  readonly logFolder: string;
  /** A demo is made anew and needs no copies. */
  readonly isDemo: boolean;
};

type UpkeepCommand = 'storage.state' | 'storage.backUp' | 'storage.outlook' | 'storage.news' | 'storage.readNews';

export type Upkeep = {
  readonly handlers: Pick<Handlers, UpkeepCommand>;
  /** The owner, or mail that streams in: upkeep waits. */
  readonly used: () => void;
  readonly hear: (event: EngineEvent) => void;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

const LOOK_EVERY_MS = 2 * MINUTE_MS;
const IDLE_AFTER_MS = 3 * MINUTE_MS;
/** What stops the desk for seconds waits until nobody has been there for as long as a lunch. */
const LONG_IDLE_MS = 30 * MINUTE_MS;
const COPY_EVERY_MS = 20 * HOUR_MS;
/** A desk that is never idle gets its copy all the same: it is made in a thread of its own. */
const COPY_AT_LATEST_MS = 36 * HOUR_MS;
/** A copy that did not succeed (no room) is not tried every two minutes. */
const TRY_AGAIN_MS = HOUR_MS;
const CHECK_EVERY_MS = 7 * DAY_MS;
const TIDY_EVERY_MS = DAY_MS;
/** One step of joining the index: some 20 ms. */
const JOIN_PAGES = 64;
const MOST_JOINS = 50;
/** Closing holes rewrites the whole file: worth it when a quarter of it is holes, and they are some size. */
const HOLES_SHARE = 0.25;
const HOLES_BYTES = 20 * 1024 * 1024;

export function createUpkeep(deps: UpkeepDeps): Upkeep {
  const { store, clock, timers, emit, file } = deps;
  const done = createUpkeepLog(store);
  const retention = createRetention(deps);
  let usedAt = clock.monotonicMs();
  let triedAt: number | null = null;
  let trouble: Failure | null = null;
  let copying: Promise<Result<BackupView>> | null = null;
  let isStopped = false;
  let cancel: Cancel = () => {};

  let lastCopyAt: Instant | null = null;
  const idleMs = (): number => clock.monotonicMs() - usedAt;
  /** One from the future is of a clock that was wrong since. */
  const findLastCopy = (): Instant | null =>
    listBackups(file).find(({ kind, at }) => at <= clock.now() && (kind === 'day' || kind === 'asked'))?.at ?? null;

  const backUp = (kind: BackupKind): Promise<Result<BackupView>> => {
    copying ??= copyNow(kind).finally(() => {
      copying = null;
      emit({ kind: 'storage-changed' });
    });
    emit({ kind: 'storage-changed' });
    return copying;
  };
  const copyNow = async (kind: BackupKind): Promise<Result<BackupView>> => {
    triedAt = clock.monotonicMs();
    const made = await deps.apart.run({ kind: 'back-up', file, as: kind, at: clock.now() });
    trouble = made.ok ? null : made.error;
    lastCopyAt = findLastCopy();
    if (!made.ok) {
      deps.log('warn', 'backup', { code: made.error.code, why: made.error.detail });
      return made;
    }
    // The copy was looked through before it counted, and it has every row of the desk.
    const backup = listBackups(file).find(({ name }) => name === made.value);
    return backup === undefined ? failed('not-found', 'auto', 'the copy is gone') : ok(viewOf(backup));
  };
  const isCopyDue = (): boolean => {
    if (deps.isDemo || copying !== null) return false;
    if (triedAt !== null && trouble !== null && clock.monotonicMs() - triedAt < TRY_AGAIN_MS) return false;
    const isIdle = idleMs() > IDLE_AFTER_MS;
    const age = lastCopyAt === null ? COPY_EVERY_MS + 1 : clock.now() - lastCopyAt;
    const isDue = age > COPY_AT_LATEST_MS || (age > COPY_EVERY_MS && isIdle);
    // Asked last: counting is not free, and this is looked at all day.
    return isDue && store.check.counts().messages > 0;
  };

  const lookThrough = async (): Promise<void> => {
    const found = await deps.apart.run({ kind: 'look-through', file });
    if (found.ok) done.put('check', clock.now());
    if (found.ok || found.error.code !== 'store-damaged') return;
    // At its next start it is looked through at the door, and restored there.
    store.distrust();
    deps.log('error', 'damaged', { why: found.error.detail });
    emit({ kind: 'trouble', error: found.error });
  };
  const isDue = (what: 'check' | 'tidy', everyMs: number): boolean => {
    const last = done.at(what);
    return last === null || clock.now() - last > everyMs || last > clock.now();
  };

  const tidy = async (): Promise<void> => {
    done.put('tidy', clock.now());
    store.upkeep.optimize();
    for (let step = 0; step < MOST_JOINS && store.upkeep.joinIndex(JOIN_PAGES); step += 1) {
      // Between two steps whoever came back goes first.
      await new Promise<void>((resolve) => void timers.after(0, resolve));
      if (isStopped || idleMs() < IDLE_AFTER_MS) return;
    }
    store.upkeep.emptyLog();
    await retention.apply();
    await deps.emptyTrash();
  };
  const closeHoles = (): void => {
    const { bytes, freeBytes } = store.upkeep.space();
    if (freeBytes > HOLES_BYTES && freeBytes > bytes * HOLES_SHARE) store.upkeep.compact();
  };

  const look = async (): Promise<void> => {
    if (isCopyDue()) await backUp('day');
    if (isStopped || idleMs() < IDLE_AFTER_MS) return;
    if (isDue('tidy', TIDY_EVERY_MS)) await tidy();
    else if (isDue('check', CHECK_EVERY_MS)) await lookThrough();
    else if (idleMs() > LONG_IDLE_MS) closeHoles();
  };
  const lookSoon = (): void => {
    cancel = timers.after(LOOK_EVERY_MS, () => {
      deps.background(
        'upkeep',
        look().finally(() => (isStopped ? undefined : lookSoon())),
      );
    });
  };

  const state = (): StorageView => ({
    ...measureDisk(file, deps.logFolder),
    attachmentBytes: store.upkeep.attachmentBytes(),
    backups: listBackups(file).map(viewOf),
    lastBackupAt: findLastCopy(),
    backupTrouble: trouble,
    lastCheckAt: done.at('check'),
    isBackingUp: copying !== null,
  });

  return {
    handlers: {
      'storage.state': () => ok(state()),
      'storage.backUp': () => backUp('asked'),
      'storage.outlook': ({ years }) => ok(retention.outlook(years)),
      'storage.news': () => ok(readDeskNews(store.settings)),
      'storage.readNews': () => {
        forgetDeskNews(store.settings);
        return ok(null);
      },
    },
    used: () => {
      usedAt = clock.monotonicMs();
    },
    hear: (event) => {
      if (event.kind === 'message-stored') usedAt = clock.monotonicMs();
    },
    start: () => {
      lastCopyAt = findLastCopy();
      lookSoon();
    },
    stop: async () => {
      isStopped = true;
      cancel();
      await deps.apart.stop();
    },
  };
}

const viewOf = ({ name, kind, at, bytes, messages }: BackupView): BackupView => ({ name, kind, at, bytes, messages });
