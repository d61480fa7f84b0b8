// Acknowledges what customers write, once it is switched on: looks at each message that comes in, has plan.ts decide, and puts the
// letter in the outbox in the very transaction that writes down that it was decided. So however the program ends, nobody gets two.
import type { AcknowledgementMode } from '../../contract/acknowledgements.ts';
import { failed, ok, type Failure } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ConversationId, DeliveryId, DeliveryView, MessageRowId } from '../../contract/views.ts';
import { CEILING_MS, FRESH_MS, ONE_PER_MS } from '../../domain/acknowledgement/desk-guard.ts';
import { personOf } from '../../domain/acknowledgement/sender-guard.ts';
import { DAY_MS, SECOND_MS, type Instant } from '../../domain/instant.ts';
import type { OpenTime } from '../../domain/office-hours/open-time.ts';
import { calledBy } from '../contacts/called.ts';
import type { Handlers } from '../host/engine.ts';
import type { Ingest } from '../ingest/arrived.ts';
import { peopleOf } from '../outbox/answering.ts';
import type { Background } from '../ports/background.ts';
import type { Cancel, Ports } from '../ports/ports.ts';
import type { DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';
import { composeAcknowledgement } from './compose.ts';
import { planAcknowledgement, type Plan } from './plan.ts';
import { createQueueLetter } from './queue-letter.ts';
import { sendTrial } from './send-trial.ts';
import { createSwitch } from './switch.ts';

export type AcknowledgementDeps = {
  readonly store: Store;
  readonly ports: Pick<Ports, 'clock' | 'timers' | 'random' | 'log'>;
  readonly settings: { readonly get: () => Settings; readonly officeHours: (now: Instant) => OpenTime };
  readonly ingest: Ingest;
  readonly settle: (conversations: readonly ConversationId[]) => void;
  readonly emit: (event: EngineEvent) => void;
  readonly background: Background;
  /** Something was put in the outbox. */
  readonly look: () => void;
  /** The owner will not be asked what became of an acknowledgement. */
  readonly letBe: (delivery: DeliveryId) => void;
  /** An account is still asking its server what happened: the answer may have been given already. */
  readonly isCatchingUp: () => boolean;
};

export type Acknowledgements = {
  readonly handlers: Pick<Handlers, 'acknowledgements.list' | 'acknowledgements.switch' | 'acknowledgements.sendTest'>;
  /** Begins with what came in shortly before, and was not decided about. Without it nothing is sent. */
  readonly start: () => void;
  readonly hear: (event: EngineEvent) => void;
  readonly stop: () => Promise<void>;
};

/** Long enough to see what was going on; the letters themselves stay in their conversations. */
const KEPT_MS = 90 * DAY_MS;
/** While accounts still catch up. */
const LOOK_AGAIN_MS = 3 * SECOND_MS;
/**
 * What was not seen as it came in may have been answered on the phone since. The inbox is read before Sent is: that long, and the
 * answer is here too.
 */
const SEEN_LIVE_MS = 30 * SECOND_MS;
const SENT_COMES_MS = 15 * SECOND_MS;

export function createAcknowledgements(deps: AcknowledgementDeps): Acknowledgements {
  const { store, ports, settings, emit } = deps;
  const { clock, timers } = ports;
  const master = createSwitch(store);
  const queueLetter = createQueueLetter({ ...deps, clock });
  const waiting = new Set<MessageRowId>();
  const late = new Set<MessageRowId>();
  /** In the outbox, and perhaps still to be taken back. */
  const leaving = new Set<DeliveryId>();
  let isStarted = false;
  let isArmed = false;
  let cancel: Cancel = () => {};
  let cancelLate: Cancel | null = null;
  let underWay: Promise<void> | null = null;

  /** One after the other, so that each knows of the one before. */
  const work = async (): Promise<void> => {
    for (const row of waiting) {
      if (!isStarted) return;
      waiting.delete(row);
      try {
        await consider(row);
      } catch (error) {
        // A message that breaks this must not keep the others from theirs.
        ports.log('error', 'acknowledging', { error: error instanceof Error ? error.message : String(error) });
      }
    }
  };
  /** Messages come in thousands during a first sync: they are one look, and one reading of the switch. */
  const soon = (delayMs: number): void => {
    if (isArmed) return;
    isArmed = true;
    cancel = timers.after(delayMs, () => {
      isArmed = false;
      if (master.since() === null) waiting.clear();
      if (!isStarted || underWay !== null || waiting.size === 0) return;
      if (deps.isCatchingUp()) return soon(LOOK_AGAIN_MS);
      underWay = work().finally(() => {
        underWay = null;
        if (waiting.size > 0) soon(0);
      });
      deps.background('acknowledgements', underWay);
    });
  };

  const lookAt = (row: MessageRowId): void => {
    const message = store.messages.get(row);
    if (message === null || message.direction !== 'in' || message.isHistory) return;
    if (clock.now() - message.at <= SEEN_LIVE_MS) {
      waiting.add(row);
      return soon(0);
    }
    late.add(row);
    cancelLate ??= timers.after(SENT_COMES_MS, () => {
      cancelLate = null;
      for (const one of late) waiting.add(one);
      late.clear();
      soon(0);
    });
  };

  const planNow = (row: MessageRowId, mode: AcknowledgementMode): Plan | null => {
    const since = master.since();
    const message = store.messages.get(row);
    if (mode.kind === 'off' || since === null || message === null || message.at < since) return null;
    if (store.acknowledgements.isDecided(row)) return null;
    return planAcknowledgement({ store, settings }, row, clock.now(), mode.kind === 'dry-run');
  };

  const consider = async (row: MessageRowId): Promise<void> => {
    const mode = master.at(clock.now());
    const plan = planNow(row, mode);
    if (plan === null) return;
    if (plan.kind === 'refused') {
      note(plan, 'refused', null);
      if (plan.refusal === 'ceiling' && mode.kind === 'on') halt();
    } else if (mode.kind === 'dry-run') note(plan, 'dry-run', null);
    else if (mode.kind === 'stopped') note({ ...plan, kind: 'refused', refusal: 'ceiling' }, 'refused', null);
    else await send(plan);
  };

  const note = (plan: Plan, outcome: 'sent' | 'dry-run' | 'refused', reply: MessageRowId | null): void => {
    const isWritten = plan.kind === 'written';
    store.acknowledgements.add({
      message: plan.message.id,
      conversation: plan.conversation.id,
      person: personOf(plan.person.address),
      at: clock.now(),
      outcome,
      refusal: isWritten ? null : plan.refusal,
      language: isWritten ? plan.language : null,
      situation: isWritten ? plan.situation : null,
      text: isWritten ? plan.text : '',
      statedAt: isWritten ? plan.statedAt : null,
      reply,
    });
    store.afterCommit(() => emit({ kind: 'acknowledgements-changed' }));
  };

  const send = async (plan: Extract<Plan, { kind: 'written' }>): Promise<void> => {
    const { message, conversation, person } = plan;
    const account = store.accounts.get(conversation.account);
    if (account === null) return;
    const composed = await composeAcknowledgement({
      from: peopleOf(store, account, message).from,
      to: person,
      text: plan.text,
      subject: message.subject,
      language: plan.language,
      answers: { messageId: message.messageId, headers: store.bodies.headers(message.id) },
      now: clock.now(),
      uuid: ports.random.uuid(),
      settings: settings.get(),
    });
    if (!isStarted) return;
    if (composed === null) return note({ ...plan, kind: 'refused', refusal: 'no-mail-address' }, 'refused', null);
    const isQueued = store.transaction(() => {
      // Composing took a moment: the owner may have answered, or another program have been quicker.
      const mode = master.at(clock.now());
      const again = mode.kind === 'on' ? planNow(message.id, mode) : null;
      if (again?.kind === 'refused') note(again, 'refused', null);
      if (again?.kind !== 'written' || again.text !== plan.text || again.statedAt !== plan.statedAt) return false;
      const queued = queueLetter({ account: account.id, conversation: conversation.id, text: plan.text, composed });
      note(again, 'sent', queued.messageRow);
      store.afterCommit(() => void leaving.add(queued.id));
      deps.settle([conversation.id]);
      return true;
    });
    if (isQueued) deps.look();
    // Its words changed underneath (a minute passed, a setting was saved): once more.
    else waiting.add(message.id);
  };

  const halt = (): void => {
    master.stop(clock.now());
    emit({ kind: 'trouble', error: stopped(settings.get().acknowledgements.perHour) });
    emit({ kind: 'acknowledgements-changed' });
  };

  const isAcknowledgement = (row: DeliveryRow): boolean => store.messages.get(row.messageRow)?.kind === 'auto-reply';

  /** Somebody of ours was quicker: what has not left need not. */
  const takeBackAnswered = (conversations: readonly ConversationId[]): void => {
    for (const id of leaving) {
      const row = store.deliveries.get(id);
      // What is being sent may come back to wait for another attempt.
      if (row === null || (row.state !== 'queued' && row.state !== 'sending')) leaving.delete(id);
      if (row?.state !== 'queued' || !conversations.includes(row.conversation)) continue;
      const conversation = store.conversations.get(row.conversation);
      if (conversation?.turn === 'ours' && conversation.decisions.doneAt === null) continue;
      store.transaction(() => {
        if (!store.deliveries.remove(id)) return;
        store.fullText.remove(row.messageRow);
        store.messages.remove(row.messageRow);
        deps.settle([row.conversation]);
        store.afterCommit(() => {
          emit({ kind: 'conversations-changed', conversations: [row.conversation] });
          emit({ kind: 'acknowledgements-changed' });
        });
      });
    }
  };

  const afterDelivery = ({ id, state, nextAttemptAt }: DeliveryView): void => {
    if (state === 'sending') return;
    const row = store.deliveries.get(id);
    if (row === null || !isAcknowledgement(row)) return;
    // Nobody wants to be asked about a courtesy, and a second one would be worse than none.
    if (state === 'unknown' && nextAttemptAt === null) deps.letBe(id);
    emit({ kind: 'acknowledgements-changed' });
  };

  return {
    handlers: {
      'acknowledgements.list': ({ limit }) => {
        const mode = master.at(clock.now());
        const inLastHour = store.acknowledgements.countSince(clock.now() - CEILING_MS, mode.kind === 'dry-run');
        const items = store.acknowledgements
          .list(limit)
          .map(({ person, who, ...item }) =>
            Object.assign(item, { who: calledBy(store, { name: who, address: person }) }),
          );
        return ok({ mode, inLastHour, items });
      },
      'acknowledgements.switch': ({ to }) => {
        const now = clock.now();
        const before = master.at(now).kind;
        if (to === 'on') master.turnOn(now);
        if (to === 'off') master.turnOff();
        if (to === 'live' && before === 'off') return failed('not-possible-now', 'user', 'switch it on first');
        if (to === 'live') master.goLive(now);
        if (to === 'resume') master.resume(now);
        if (before === 'stopped') emit({ kind: 'trouble-over', code: 'acknowledgements-stopped' });
        emit({ kind: 'acknowledgements-changed' });
        return ok(master.at(now));
      },
      'acknowledgements.sendTest': (wish) => sendTrial({ ...deps, queueLetter }, wish),
    },
    start: () => {
      isStarted = true;
      const now = clock.now();
      const mode = master.at(now);
      if (mode.kind === 'off') return;
      store.acknowledgements.forgetBefore(now - KEPT_MS, now - ONE_PER_MS);
      for (const row of store.deliveries.inState('queued')) {
        if (store.acknowledgements.isReply(row.messageRow)) leaving.add(row.id);
      }
      if (mode.kind === 'stopped') emit({ kind: 'trouble', error: stopped(settings.get().acknowledgements.perHour) });
      for (const row of store.acknowledgements.undecidedSince(now - FRESH_MS)) lookAt(row);
    },
    hear: (event) => {
      if (!isStarted) return;
      if (event.kind === 'message-stored') lookAt(event.message);
      if (event.kind === 'conversations-changed') takeBackAnswered(event.conversations);
      if (event.kind === 'delivery-changed') afterDelivery(event.delivery);
    },
    stop: async () => {
      isStarted = false;
      cancel();
      cancelLate?.();
      await underWay;
    },
  };
}

const stopped = (perHour: number): Failure =>
  failed('acknowledgements-stopped', 'user', `${perHour} within an hour`, { count: String(perHour) }).error;
