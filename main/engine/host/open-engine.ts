// Opens a desk: takes its keeping, its store, its clock, puts the rooms together, and hands out one way to ask, to listen, to stop.
// Hosts (worker thread, command line) differ only in what they pass here.
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS, type CommandName } from '../../contract/commands.ts';
import { failed, ok, type Failure, type Result } from '../../contract/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { createParsePool, type ParsePool } from '../channels/email/parse/parse-pool.ts';
import type { Clock, Ports } from '../ports/ports.ts';
import { takeDeskLock, type DeskLock } from '../store/desk-lock.ts';
import { refuseNetworkFolder } from '../store/disk-room.ts';
import { openStore } from '../store/open-store.ts';
import { restoreFromShelf } from '../store/restore-store.ts';
import type { Store } from '../store/store.ts';
import { demoClockOffset } from './demo-clock.ts';
import { readDemoMark, writeDemoMark, type DemoMark } from './demo-mark.ts';
import { deskFile, keeperFile } from './desk-files.ts';
import { createDispatch } from './dispatch.ts';
import type { Engine } from './engine.ts';
import { createRooms, PARSE_THREADS, type Rooms } from './engine-rooms.ts';
import { createEventLine, type EventLine } from './event-line.ts';
import { DEMO_ZONE, fillDemo } from './fill-demo.ts';
import { failureOfStore } from '../store/store-failure.ts';
import { createDiskWatch, type DiskWatch } from '../upkeep/disk-watch.ts';
import { guardTimers } from '../upkeep/guarded-timers.ts';

export type OpenEngineOptions = {
  readonly dataFolder: string;
  /** What came with the program: mail-providers/, demo/. */
  readonly assetsFolder: string;
  readonly ports: Ports;
  readonly version: string;
  /** Language tag of the machine, for settings that say "system". */
  readonly systemLanguage: string;
  readonly isDemo: boolean;
  /** Watches, sends and reminds by itself. Implies keeping the desk. */
  readonly watch: boolean;
  /** A host with no desktop to show a notification on leaves what falls due to one that has. */
  readonly remindsNobody?: boolean;
  /** Keeps the desk to sync or send when asked. Without it, nothing may be sent or fetched. */
  readonly keep?: boolean;
  /** Before it is opened, the copy of that name takes the desk's place. */
  readonly restoreFrom?: string;
  /** Hears why the copy did not; the desk is opened as it was. */
  readonly onNotRestored?: (error: Failure) => void;
  /** What the store says can no longer be relied on: stop, and open anew. */
  readonly onBroken?: () => void;
};

/** Fails with store-busy where another process keeps this desk, and as the store does. */
export async function openEngine(options: OpenEngineOptions): Promise<Result<Engine>> {
  const { dataFolder, ports } = options;
  let lock: DeskLock | null = null;
  let store: Store | null = null;
  const close = (): void => {
    store?.close();
    lock?.release();
  };
  const here = refuseNetworkFolder(dataFolder);
  if (!here.ok) return here;
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    if (options.watch || options.keep === true) {
      lock = takeDeskLock(join(dataFolder, keeperFile));
      if (lock === null)
        return failed('store-busy', 'auto', 'Balie is open on this data folder, and syncs and sends there');
    }
    const file = join(dataFolder, deskFile);
    const now = ports.clock.now();
    if (options.restoreFrom !== undefined && lock !== null) {
      const restored = restoreFromShelf(file, options.restoreFrom, now);
      if (!restored.ok) options.onNotRestored?.(restored.error);
    }
    const opened = openStore(file, { now, isMending: lock !== null });
    if (!opened.ok) {
      close();
      return opened;
    }
    store = opened.value;
    const marked = markOf(store, options, ports.clock.now());
    if (!marked.ok) {
      close();
      return marked;
    }
    return ok(await openRooms(options, store, marked.value, close));
  } catch (error) {
    close();
    const failure = failureOfStore(error);
    if (failure === null) throw error;
    ports.log('error', 'open desk', { error: String(error) });
    return { ok: false, error: failure };
  }
}

/** null: an ordinary desk. A desk with real accounts never becomes a demo; a demo is one whoever opens it. */
function markOf(store: Store, { isDemo }: OpenEngineOptions, now: Instant): Result<DemoMark | null> {
  const mark = readDemoMark(store.settings);
  if (mark !== null || !isDemo) return ok(mark);
  if (store.accounts.list().length > 0)
    return failed('already-exists', 'user', 'this folder holds a desk with real mail');
  const fresh = { clockOffsetMs: demoClockOffset(now, DEMO_ZONE), isFilled: false };
  writeDemoMark(store.settings, fresh);
  return ok(fresh);
}

async function openRooms(
  options: OpenEngineOptions,
  store: Store,
  demo: DemoMark | null,
  close: () => void,
): Promise<Engine> {
  const clockOffsetMs = demo?.clockOffsetMs ?? 0;
  const events = createEventLine();
  const disk = createDiskWatch({
    store,
    timers: options.ports.timers,
    emit: events.emit,
    onRoom: () => void rooms.handlers['host.resumed']({}),
    onBroken: () => {
      store.distrust();
      options.onBroken?.();
    },
  });
  store.onFailure(disk.met);
  const ports: Ports = {
    ...options.ports,
    clock: beside(options.ports.clock, clockOffsetMs),
    timers: guardTimers(options.ports.timers, disk.met),
  };
  const reader = createParsePool({ timers: ports.timers, log: ports.log, size: PARSE_THREADS, ...parseWorkerPlace() });
  const rooms = createRooms({
    store,
    ports,
    events,
    reader,
    version: options.version,
    assetsFolder: options.assetsFolder,
    systemLanguage: options.systemLanguage,
    desk: { dataFolder: options.dataFolder, isDemo: demo !== null, clockOffsetMs },
    remindsNobody: options.remindsNobody ?? false,
  });
  // Whoever only looks in beside the keeper leaves the filling to it.
  if (demo !== null && !demo.isFilled && options.isDemo)
    await fill(options, store, rooms, reader, demo, ports.clock.now());
  if (options.watch) rooms.start();
  return engineOf(rooms, events, ports, disk, async () => {
    disk.stop();
    await rooms.stop();
    await reader.stop();
    close();
  });
}

function engineOf(rooms: Rooms, events: EventLine, ports: Ports, disk: DiskWatch, stop: () => Promise<void>): Engine {
  const dispatch = createDispatch(rooms.handlers, ports.log, disk.met);
  let stopping: Promise<void> | null = null;
  return {
    call: (name, args) => {
      if (stopping !== null) return Promise.resolve(failed('not-possible-now', 'never', 'the engine is stopping'));
      if (isByTheOwner(name)) rooms.used();
      return dispatch(name, args);
    },
    onEvent: events.onEvent,
    stop: () => (stopping ??= stop()),
  };
}

/** What the window asks by itself, to keep its lists fresh, is nobody at work. */
const isByTheOwner = (name: CommandName): boolean =>
  COMMANDS[name].kind === 'command' || name === 'conversation.open' || name === 'search';

async function fill(
  { assetsFolder }: OpenEngineOptions,
  store: Store,
  rooms: Rooms,
  reader: ParsePool,
  demo: DemoMark,
  now: Instant,
): Promise<void> {
  const script = await readFile(join(assetsFolder, 'demo', 'desk.txt'), 'utf8');
  await fillDemo(
    {
      store,
      ingest: rooms.ingest,
      settings: rooms.settings,
      parse: reader.wholeWithFiles,
      decide: rooms.handlers,
      now,
    },
    script,
  );
  writeDemoMark(store.settings, { ...demo, isFilled: true });
}

/** The desk's clock: the machine's, or beside it in the demo. */
const beside = (clock: Clock, offsetMs: number): Clock =>
  offsetMs === 0 ? clock : { ...clock, now: () => clock.now() + offsetMs };

/** In the built program the workers lie together in dist/main, and the command line's bundle beside that. */
function parseWorkerPlace(): { readonly workerUrl?: URL } {
  if (import.meta.url.endsWith('.ts')) return {};
  return { workerUrl: new URL('../main/parse-worker.js', import.meta.url) };
}
