// Promises of the fixture desk: one broken, one watched, one to be confirmed, and some that are over. Remembers what is said of them.
import type { CommandArgs, CommandName, CommandValue } from '../../main/contract/commands.ts';
import type { CommitmentView, LedgerPart } from '../../main/contract/commitments.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { QueueItem } from '../../main/contract/views.ts';
import type { CommitmentSaid, CommitmentState } from '../../main/domain/commitment/standing.ts';
import { NO_DECISIONS } from '../../main/domain/queue/decisions.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../../main/domain/instant.ts';

type Name = Extract<CommandName, `commitment${string}`>;
type Handlers = { readonly [One in Name]: (args: CommandArgs<One>) => Result<CommandValue<One>> };

export type FixtureCommitments = {
  readonly handlers: Handlers;
  readonly of: (conversation: number) => readonly CommitmentView[];
  /** The one that the queue shows. */
  readonly standing: (conversation: number) => CommitmentView | null;
};

const PARTS: { readonly [part in LedgerPart]: readonly CommitmentState[] } = {
  open: ['open'],
  proposed: ['proposed'],
  kept: ['kept', 'moved'],
  dropped: ['dropped', 'lapsed'],
};
const STATES: { readonly [said in CommitmentSaid]: CommitmentState } = {
  nothing: 'proposed',
  watch: 'open',
  kept: 'kept',
  dropped: 'dropped',
};

export function createFixtureCommitments(
  now: Instant,
  items: () => readonly QueueItem[],
  onChanged: (conversation: number) => void,
): FixtureCommitments {
  let all: readonly CommitmentView[] = promisesAt(now, items());
  const put = (changed: CommitmentView): void => {
    all = all.map((one) => (one.id === changed.id ? changed : one));
    onChanged(changed.conversation);
  };
  const find = (id: number): CommitmentView | undefined => all.find((one) => one.id === id);
  const of = (conversation: number): readonly CommitmentView[] =>
    all.filter((one) => one.conversation === conversation);
  const inPart = (part: LedgerPart): readonly CommitmentView[] =>
    all.filter(({ state }) => PARTS[part].includes(state));
  const gone = failed('not-found', 'never', 'fixture');

  return {
    of,
    standing: (conversation) =>
      of(conversation).find(({ state }) => state === 'open') ??
      of(conversation).find(({ state }) => state === 'proposed') ??
      null,
    handlers: {
      'commitments.list': ({ part, offset, limit }) =>
        ok({
          lines: inPart(part)
            .toSorted((a, b) => a.dueAt - b.dueAt)
            .slice(offset, offset + limit)
            .flatMap((one) => {
              const item = items()[one.conversation - 1];
              return item === undefined
                ? []
                : [Object.assign({ who: item.who, address: item.address, subject: item.subject }, one)];
            }),
          counts: {
            open: inPart('open').length,
            proposed: inPart('proposed').length,
            kept: inPart('kept').length,
            dropped: inPart('dropped').length,
            broken: inPart('open').filter(({ dueAt }) => dueAt <= now).length,
          },
        }),
      'commitment.decide': ({ id, as, due }) => {
        const one = find(id);
        if (one === undefined) return gone;
        const isOver = as !== 'watch';
        const because = isOver ? ('owner' as const) : null;
        put({
          ...one,
          state: STATES[as],
          dueAt: due ?? one.dueAt,
          because,
          closedAt: isOver ? now : null,
          closedBy: null,
        });
        const said = one.state === 'proposed' ? 'nothing' : one.state === 'open' ? 'watch' : 'kept';
        return ok({ said, saidAt: null, dueAt: one.dueAt, decisions: NO_DECISIONS });
      },
      'commitment.restore': ({ id, before }) => {
        const one = find(id);
        if (one === undefined) return gone;
        put({ ...one, state: STATES[before.said], dueAt: before.dueAt, because: null, closedAt: null, closedBy: null });
        return ok(null);
      },
      'commitment.add': ({ conversation, words, due }) => {
        const id = Math.max(0, ...all.map((one) => one.id)) + 1;
        const added = promise({ id, conversation, message: null, words, madeAt: now, dueAt: due, state: 'open' });
        all = [...all, added];
        onChanged(conversation);
        return ok({ ...added, decisionsBefore: NO_DECISIONS });
      },
      'commitment.remove': ({ id }) => {
        const one = find(id);
        all = all.filter((other) => other.id !== id);
        if (one !== undefined) onChanged(one.conversation);
        return ok(null);
      },
    },
  };
}

const promise = (
  part: Pick<CommitmentView, 'id' | 'conversation' | 'message' | 'words' | 'madeAt' | 'dueAt' | 'state'> &
    Partial<CommitmentView>,
): CommitmentView => Object.assign({ because: null, closedAt: null, closedBy: null }, part);

function promisesAt(now: Instant, items: readonly QueueItem[]): readonly CommitmentView[] {
  /** `nth`: of the earlier messages; left out, in the newest. */
  const of = (who: string, nth = 900): { readonly conversation: number; readonly message: number } => {
    const conversation = items.findIndex((item) => item.who === who) + 1;
    return { conversation, message: conversation * 1_000 + nth };
  };
  const made = [
    promise({
      id: 1,
      ...of('Stad Gent, dienst Gebouwen'),
      words: 'Ik bezorg u tegen vrijdag ook de technische fiches van het beslag.',
      madeAt: now - 3 * DAY_MS,
      dueAt: now + 3 * DAY_MS + 7 * HOUR_MS + 10 * MINUTE_MS,
      state: 'open',
    }),
    promise({
      id: 2,
      ...of('Hilde Baert'),
      words: 'Donderdag laat ik je weten wanneer we kunnen plaatsen.',
      madeAt: now - DAY_MS,
      dueAt: now + 2 * DAY_MS + 7 * HOUR_MS + 10 * MINUTE_MS,
      state: 'proposed',
    }),
    promise({
      id: 3,
      ...of('Marleen De Smet', 1),
      words: 'Ik reken het deze week na en laat je iets weten.',
      madeAt: now - 5 * DAY_MS,
      dueAt: now - 4 * DAY_MS + 7 * HOUR_MS + 10 * MINUTE_MS,
      state: 'open',
    }),
    promise({
      id: 4,
      ...of('Bart Cools'),
      words: 'We sturen u begin mei een eerste schets.',
      madeAt: now - 20 * DAY_MS,
      dueAt: now - 9 * DAY_MS,
      state: 'kept',
      because: 'answered',
      closedAt: now - 10 * DAY_MS,
    }),
    promise({
      id: 5,
      ...of('Bart Cools'),
      words: 'Ik bel u morgen nog even.',
      madeAt: now - 30 * DAY_MS,
      dueAt: now - 29 * DAY_MS,
      state: 'lapsed',
      because: 'answered',
      closedAt: now - 28 * DAY_MS,
    }),
  ];
  // Scenes without these customers have none of their promises.
  return made.filter(({ conversation }) => conversation > 0);
}
