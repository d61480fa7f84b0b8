// Gathers what is known of a message and of the desk, has the domain decide whether it gets an acknowledgement, and writes its words.
// Pure reading: asked once before the mail is composed and once more in the transaction that queues it.
import { saidIn, type Settings } from '../../contract/settings.ts';
import type { MessageRowId } from '../../contract/views.ts';
import { CEILING_MS, deskRefusal, ONE_PER_MS } from '../../domain/acknowledgement/desk-guard.ts';
import type { Refusal } from '../../domain/acknowledgement/refusal.ts';
import { personOf, senderRefusal } from '../../domain/acknowledgement/sender-guard.ts';
import { statedMoment } from '../../domain/acknowledgement/stated-moment.ts';
import {
  ACK_CHANNELS,
  situationOf,
  writeAcknowledgement,
  type AckSituation,
} from '../../domain/acknowledgement/texts.ts';
import type { CannedLanguage } from '../../domain/canned/template.ts';
import type { Address } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import { availabilityAt } from '../../domain/office-hours/availability.ts';
import type { OpenTime } from '../../domain/office-hours/open-time.ts';
import { isHumanAnswer } from '../../domain/queue/assess.ts';
import { countingMessages } from '../queue/counting-messages.ts';
import { isAtRest } from '../store/account-table.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';

export type Plan = {
  readonly message: MessageRow;
  readonly conversation: ConversationRow;
  readonly person: Address;
} & (
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'written';
      readonly text: string;
      readonly language: CannedLanguage;
      readonly situation: AckSituation;
      readonly statedAt: Instant | null;
    }
);

export type PlanDeps = {
  readonly store: Store;
  readonly settings: {
    readonly get: () => Pick<Settings, 'acknowledgements' | 'availability' | 'me' | 'officeHours'>;
    readonly officeHours: (now: Instant) => OpenTime;
  };
};

/** Null: nothing that could ask for one, or it is gone. `isRehearsal`: those that would have gone out count as if they had. */
export function planAcknowledgement(
  { store, settings }: PlanDeps,
  row: MessageRowId,
  now: Instant,
  isRehearsal: boolean,
): Plan | null {
  const message = store.messages.get(row);
  const conversation = message === null ? null : store.conversations.get(message.conversation);
  if (message === null || conversation === null) return null;
  if (message.direction !== 'in' || message.isHistory) return null;
  const { acknowledgements, me } = settings.get();
  const openTime = settings.officeHours(now);
  const situation = situationOf(availabilityAt(now, saidIn(settings.get()), openTime));
  const person = message.channel === 'email' ? message.from : conversation.customer;
  const plan = { message, conversation, person };
  const refused = (refusal: Refusal): Plan => ({ ...plan, kind: 'refused', refusal });

  const people = store.messages.people(row);
  const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
  const bySender = senderRefusal(
    {
      kind: message.kind,
      note: message.note,
      channel: message.channel,
      person,
      from: message.from,
      isVouchedFor: store.sources.get(row)?.standing === 'accepted',
      named: [...people.to, ...people.cc].map(({ address }) => address),
      headers: store.bodies.headers(row),
    },
    own,
  );
  if (bySender !== null) return refused(bySender);
  const byDesk = deskRefusal({
    now,
    receivedAt: message.at,
    situation,
    ...standing(store, message, conversation),
    lastToPerson: lastToPerson(store, person.address, now, isRehearsal),
    inLastHour: store.acknowledgements.countSince(now - CEILING_MS, isRehearsal),
    perHour: acknowledgements.perHour,
  });
  if (byDesk !== null) return refused(byDesk);

  const channel = ACK_CHANNELS.find((one) => one === message.channel) ?? 'email';
  const { replyBy, replyByFrom } = conversation;
  const told = store.contacts.told(person.address);
  const language = told?.language ?? conversation.language;
  // Who joins a conversation hears what was told the others in it.
  const isTold = replyByFrom === 'acknowledgement';
  const isAhead = replyBy !== null && replyBy > now;
  const stated = !isAhead ? null : isTold ? replyBy : statedMoment(replyBy, now, openTime);
  const written = writeAcknowledgement(
    acknowledgements.texts,
    { channel, situation, language },
    {
      language,
      contact: { ...person, name: told?.name || person.name, company: told?.company ?? '' },
      subject: message.subject,
      receivedAt: message.at,
      commitmentAt: null,
      replyBy: stated,
      channel: message.channel,
    },
    { me, now, openTime },
  );
  if (written.namesMoment) {
    if (stated === null) return refused('no-moment');
    // What the owner chose himself, or promised, is not for a machine to announce.
    if (replyByFrom !== 'target' && !isTold) return refused('moment-set');
  }
  if (written.missing.length > 0 || written.text === '') return refused('text-incomplete');
  const { text } = written;
  const statedAt = written.namesMoment ? stated : null;
  return { ...plan, kind: 'written', text, language: written.language, situation, statedAt };
}

function standing(store: Store, message: MessageRow, conversation: ConversationRow) {
  const account = store.accounts.get(conversation.account);
  const messages = countingMessages(store, conversation.id, store.messages.ofConversation(conversation.id));
  const here = messages.findIndex(({ id }) => id === message.id);
  const roles = store.mailboxes.placesOf(message.id).map(({ role }) => role);
  const { turn, isFyi, decisions } = conversation;
  return {
    accountSince: account?.createdAt ?? 0,
    isAccountOn: account !== null && account.connector !== 'manual' && !isAtRest(account),
    isThrownAway: message.isGone || roles.some((role) => role === 'junk' || role === 'trash'),
    isWaiting: turn === 'ours' && !isFyi && !message.signals.isCloser,
    isAnswered:
      decisions.doneAt !== null || message.isAnswered || messages.some((one, at) => at > here && isHumanAnswer(one)),
    isInConversation: messages.some((one, at) => at < here && isHumanAnswer(one)),
  };
}

/** To any of his addresses; by our own list and by what lies in Sent, for the mailbox may stand on another desk of the owner's. */
function lastToPerson(
  { acknowledgements, contacts }: Pick<Store, 'acknowledgements' | 'contacts'>,
  address: string,
  now: Instant,
  isRehearsal: boolean,
): Instant | null {
  const last = contacts
    .handlesOf(address)
    .flatMap((one) => [
      acknowledgements.lastTo(personOf(one), isRehearsal),
      acknowledgements.lastAutomaticTo(one, now - ONE_PER_MS),
    ])
    .filter((at) => at !== null);
  return last.length === 0 ? null : Math.max(...last);
}
