// For tests: a fake desk on an evening without a network, with the real conversations and the real outbox.
import type { Result } from '../../contract/errors.ts';
import type { CommandArgs, CommandValue } from '../../contract/commands.ts';
import type { ReviewView } from '../../contract/evening.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Instant } from '../../domain/instant.ts';
import { createConversations, type Conversations } from '../conversations/conversations.ts';
import { createFakeDesk, type FakeDesk } from '../ingest/fake-desk.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createBackground } from '../ports/background.ts';
import { createEvening, type EveningRoom } from './evening.ts';

type EveningCommand = keyof EveningRoom['handlers'];

export type EveningDesk = FakeDesk & {
  readonly ask: <Name extends EveningCommand>(name: Name, args: CommandArgs<Name>) => Promise<CommandValue<Name>>;
  /** The code of what it was refused for. */
  readonly refusal: <Name extends EveningCommand>(name: Name, args: CommandArgs<Name>) => Promise<string>;
  readonly review: () => Promise<ReviewView>;
  readonly conversations: Conversations['handlers'];
  /** Names of who is still to be decided, in order. */
  readonly toDecide: () => Promise<readonly string[]>;
  /** A question of somebody new; answers the conversation. */
  readonly from: (who: string, at: Instant, messageId?: string) => number;
  readonly answer: (conversation: number, text: string, sendAt: Instant | null) => Promise<number>;
};

export function openEveningDesk(
  now: Instant,
  { officeHours, file }: { readonly officeHours?: Partial<Settings['officeHours']>; readonly file?: string } = {},
): EveningDesk {
  const desk = createFakeDesk({ now, ...(file === undefined ? {} : { file }) });
  if (officeHours !== undefined) {
    desk.settings.set({ officeHours: { ...desk.settings.get().officeHours, ...officeHours } });
  }
  const { store, ports, settle, queue, settings, ingest } = desk;
  const noNetwork = (): never => {
    throw new Error('nothing of this evening needs the network');
  };
  const emit = (event: (typeof desk.events)[number]): void => void desk.events.push(event);
  const conversations = createConversations({
    store,
    clock: ports.clock,
    emit,
    settle,
    queue,
    connectorFor: noNetwork,
    passwordFor: noNetwork,
  });
  const outbox = createOutbox({
    store,
    ports,
    ingest,
    settle,
    settings,
    emit,
    background: createBackground(ports.log),
    connectorFor: noNetwork,
    passwordFor: noNetwork,
  });
  const { handlers } = createEvening({
    store,
    clock: ports.clock,
    random: ports.random,
    settings,
    queue,
    decide: conversations.decide,
    takeBackAnswer: outbox.handlers['outbox.undo'],
  });
  const call = async <Name extends EveningCommand>(
    name: Name,
    args: CommandArgs<Name>,
  ): Promise<Result<CommandValue<Name>>> =>
    (handlers[name] as (given: CommandArgs<Name>) => Promise<Result<CommandValue<Name>>>)(args);
  const ask: EveningDesk['ask'] = async (name, args) => {
    const answer = await call(name, args);
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail}`);
    return answer.value;
  };
  return {
    ...desk,
    ask,
    refusal: async (name, args) => {
      const answer = await call(name, args);
      return answer.ok ? 'not refused' : answer.error.code;
    },
    review: () => ask('evening.open', {}),
    conversations: conversations.handlers,
    toDecide: async () => (await ask('evening.open', {})).undecided.map(({ who }) => who),
    from: (who, at, messageId) =>
      desk.conversationOf(
        desk.receive({
          from: [{ name: who, address: `${who.toLowerCase()}@klant.be` }],
          subject: `Vraag van ${who}`,
          at,
          ...(messageId === undefined ? {} : { messageId }),
        }),
      ),
    answer: async (conversation, text, sendAt) => {
      const sent = await outbox.handlers['reply.send']({ conversation, text, sendAt, now: false, cannedId: null });
      if (!sent.ok) throw new Error(sent.error.detail);
      return sent.value.id;
    },
  };
}
