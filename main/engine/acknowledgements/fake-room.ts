// For tests: the room on a desk with a real store, the real ingest and queue, and a clock that moves when told. What leaves is what
// stands in the outbox.
import type { AcknowledgementView } from '../../contract/acknowledgements.ts';
import type { CommandArgs } from '../../contract/commands.ts';
import type { MessageRowId } from '../../contract/views.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';
import { createFakeDesk, CUSTOMER, type FakeDesk, type SampleFacts } from '../ingest/fake-desk.ts';
import type { DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';
import { createAcknowledgements, type Acknowledgements } from './acknowledgements.ts';

export type Letter = Partial<ParsedMail> & SampleFacts;

export type FakeRoom = {
  readonly desk: FakeDesk;
  readonly handlers: () => Acknowledgements['handlers'];
  /** As after a start of the program; on a store with a fault where one is given. */
  readonly reopen: (store?: Store) => void;
  /** Accounts are still asking their servers. */
  readonly setCatchingUp: (isCatchingUp: boolean) => void;
  /** Deliveries of which the owner is not to be asked. */
  readonly letBe: readonly number[];
  /** The room hears what the desk told, and does what there is to do. */
  readonly rest: () => Promise<void>;
  readonly turn: (how: CommandArgs<'acknowledgements.switch'>) => Promise<void>;
  /** Switched on, with the week of rehearsal behind it. */
  readonly live: () => Promise<void>;
  /** A letter of a person, and what is done with it. */
  readonly receive: (mail?: Letter) => Promise<MessageRowId>;
  readonly listed: () => Promise<readonly AcknowledgementView[]>;
  readonly refusals: () => Promise<readonly (string | null)[]>;
  readonly mode: () => Promise<string>;
  readonly queued: () => readonly DeliveryRow[];
};

/** What comes from a person has a return path that leads to him. */
export const fromPerson = (mail: Letter = {}): Letter => {
  const from = mail.from?.[0] ?? CUSTOMER;
  return { ...mail, headers: { 'return-path': [`<${from.address}>`], ...mail.headers } };
};
export const somebody = (name: string): Letter => ({ from: [{ name, address: `${name}@klant.be` }] });

export function createFakeRoom(): FakeRoom {
  const desk = createFakeDesk();
  const letBe: number[] = [];
  const underWay: Promise<unknown>[] = [];
  let heard = 0;
  let isCatchingUp = false;
  const open = (store: Store): Acknowledgements =>
    createAcknowledgements({
      store,
      ports: desk.ports,
      settings: desk.settings,
      ingest: desk.ingest,
      settle: desk.settle,
      emit: (event) => void desk.events.push(event),
      background: (_, task) => void underWay.push(task),
      look: () => {},
      letBe: (id) => void letBe.push(id),
      isCatchingUp: () => isCatchingUp,
    });
  let room = open(desk.store);
  room.start();
  const rest = async (): Promise<void> => {
    do {
      await Promise.all(underWay.splice(0));
      for (; heard < desk.events.length; heard += 1) {
        const event = desk.events[heard];
        if (event !== undefined) room.hear(event);
      }
      await desk.ports.pass(0);
    } while (underWay.length > 0 || heard < desk.events.length);
  };
  const turn: FakeRoom['turn'] = async (how) => {
    await room.handlers['acknowledgements.switch'](how);
  };
  const overview = async () => {
    const answer = await room.handlers['acknowledgements.list']({ limit: 500 });
    if (!answer.ok) throw new Error(answer.error.detail);
    return answer.value;
  };
  return {
    desk,
    handlers: () => room.handlers,
    reopen: (store = desk.store) => {
      room = open(store);
      room.start();
    },
    setCatchingUp: (value) => {
      isCatchingUp = value;
    },
    letBe,
    rest,
    turn,
    live: async () => {
      await turn({ to: 'on' });
      await turn({ to: 'live', hasRead: true });
    },
    receive: async (mail = {}) => {
      const row = desk.receive(fromPerson(mail));
      await rest();
      return row;
    },
    listed: async () => (await overview()).items,
    refusals: async () => (await overview()).items.map(({ refusal }) => refusal),
    mode: async () => (await overview()).mode.kind,
    queued: () => desk.store.deliveries.inState('queued'),
  };
}
