// `balie sync`: one complete pass, or with --watch: stay, and tell of each message when it is on disk.
import type { EngineEvent } from '../../contract/events.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { ok, type Failure, type Result } from '../../contract/errors.ts';
import type { AccountView } from '../../contract/views.ts';
import { SWITCH, TEXT, type CliCommand, type Context } from '../command.ts';
import { said, type Outcome, WrongUse } from '../outcome.ts';
import { textOf } from '../read-words.ts';

export const sync: CliCommand = {
  name: 'sync',
  usage: '[--account ID] [--mailbox M] [--full] | --watch',
  does: {
    nl: 'Haalt op wat nieuw is. Met --watch blijft het luisteren tot Ctrl+C.',
    en: 'Fetches what is new. With --watch it stays and listens until Ctrl+C.',
  },
  options: { account: TEXT, mailbox: TEXT, full: SWITCH, watch: SWITCH },
  fewest: 0,
  most: 0,
  run: (context, _words, values) => {
    const account = textOf(values, 'account');
    const mailbox = textOf(values, 'mailbox');
    if (values['watch'] === true) {
      if (account !== null || mailbox !== null) throw new WrongUse('--watch listens to all accounts');
      return context.atDesk('watch', (engine) => watch(engine, context));
    }
    return context.atDesk('keep', async (engine) => {
      const stop = engine.onEvent(({ event }) => tellProgress(event, context));
      const summary = await engine.call('sync.now', { account, mailbox, full: values['full'] === true });
      stop();
      if (!summary.ok) return summary;
      const { added, updated, removed, messages, bytesIn, ms } = summary.value;
      return said(
        { added, updated, removed, messages, bytesIn, ms },
        `+${added} ~${updated} -${removed}  ${messages} messages  ${(bytesIn / 1024).toFixed(1)} kB  ${(ms / 1000).toFixed(1)} s`,
      );
    });
  },
};

function tellProgress(event: EngineEvent, { speaker }: Context): void {
  if (event.kind === 'account-state' && event.state.kind === 'first-sync') {
    speaker.progress(`${event.account}: ${event.state.done} / ${event.state.total}`);
  }
}

async function watch(engine: Engine, context: Context): Promise<Outcome> {
  let isReady = false;
  const stopListening = engine.onEvent(({ event }) => {
    tellProgress(event, context);
    if (event.kind === 'message-stored' && isReady) {
      context.speaker.line({
        json: { have: event.messageId, at: event.at },
        text: `${new Date(event.at).toISOString()}  ${event.messageId ?? ''}`,
      });
    }
  });
  try {
    const settled = await untilWatching(engine, context.stopping);
    if (!settled.ok) return settled;
    isReady = !context.stopping.aborted;
    if (isReady) context.speaker.line({ json: { ready: true }, text: 'ready' });
    await untilAborted(context.stopping);
    // The lines were all there was to say.
    return said(undefined, '');
  } finally {
    stopListening();
  }
}

/** Every account listens or looks at intervals. Fails when all that are left need their owner. */
async function untilWatching(engine: Engine, stopping: AbortSignal): Promise<Result<null>> {
  for (;;) {
    const changed = nextState(engine, stopping);
    const accounts = await engine.call('accounts.list', {});
    if (!accounts.ok) return accounts;
    if (stopping.aborted || accounts.value.every(isSettled)) {
      const refused = accounts.value.map(errorOf).find((error) => error !== null);
      const isAnyLive = accounts.value.some(({ state }) => state.kind === 'live' || state.kind === 'polling');
      return refused === undefined || isAnyLive || stopping.aborted ? ok(null) : { ok: false, error: refused };
    }
    await changed;
  }
}

const isSettled = ({ state }: AccountView): boolean =>
  state.kind === 'live' || state.kind === 'polling' || state.kind === 'needs-owner' || isAtRest(state.kind);

/** By the owner's own wish. */
const isAtRest = (kind: AccountView['state']['kind']): boolean => kind === 'paused' || kind === 'detached';

const errorOf = ({ state }: AccountView): Failure | null => (state.kind === 'needs-owner' ? state.error : null);

function nextState(engine: Engine, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = engine.onEvent(({ event }) => {
      if (event.kind !== 'account-state' && event.kind !== 'accounts-changed') return;
      stop();
      resolve();
    });
    stopping.addEventListener('abort', () => resolve(), { once: true });
  });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
