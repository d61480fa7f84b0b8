// Invitations in mail: looked at, answered, and another moment proposed. The answer is a letter like any other: it waits in the outbox, can be taken back,
// and stops the clock; what the organiser's agenda needs stands beside its words (iMIP, RFC 6047).
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type { InvitationView } from '../../contract/invitation.ts';
import type { DeliveryView, MessageRowId } from '../../contract/views.ts';
import { CANNED_LANGUAGES, type CannedLanguage } from '../../domain/canned/template.ts';
import type { Language } from '../../domain/conversation/message.ts';
import { officeHoursOf } from '../../domain/office-hours/holidays.ts';
import { SECOND_MS } from '../../domain/instant.ts';
import { ownOf, type Invitation } from '../../domain/invitation/invitation.ts';
import type { Handlers } from '../host/engine.ts';
import type { Ingest } from '../ingest/arrived.ts';
import { deliveryView } from '../outbox/delivery-view.ts';
import type { Ports } from '../ports/ports.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import { composeAnswer, composeProposal, type AnswerFacts, type ComposedAnswer } from './compose-answer.ts';
import { calendarCopy } from './calendar-copy.ts';
import { calendarIn, calendarText, keepMarks } from './note-invitation.ts';
import { createReadHere } from './read-here.ts';
import { readInvitation } from './read-invitation.ts';
import { asWhom, viewInvitation } from './view-invitation.ts';

export type InvitationDeps = {
  readonly store: Store;
  readonly ports: Pick<Ports, 'clock' | 'random'>;
  readonly ingest: Ingest;
  readonly emit: (event: EngineEvent) => void;
  readonly settings: { readonly get: () => Settings };
  /** Bytes of an attachment, from the server where they are not here. */
  readonly content: Handlers['attachment.content'];
  /** Something was put in the outbox. */
  readonly onQueued: () => void;
};

export type Invitations = {
  readonly handlers: Pick<
    Handlers,
    'invitation.look' | 'invitation.answer' | 'invitation.propose' | 'invitation.calendar'
  >;
};

/** Encoded, of what is read at all; see calendar-lines. */
const MOST_BYTES = 4_000_000;

type Found = { readonly text: string; readonly invitation: Invitation };
type ToAnswer = {
  readonly message: MessageRow;
  readonly invitation: Invitation;
  readonly view: InvitationView;
  readonly account: AccountRow;
  readonly facts: AnswerFacts;
};

export function createInvitations(deps: InvitationDeps): Invitations {
  const { store, ports, settings } = deps;
  const zone = () => settings.get().officeHours.zone;
  const readHere = createReadHere(store, zone);

  const find = async (message: MessageRowId): Promise<Result<Found | null>> => {
    const file = calendarIn(store.attachments.ofMessage(message));
    if (file === null || file.size > MOST_BYTES) return ok(null);
    const content = await deps.content({ id: file.id });
    if (!content.ok) return content;
    const text = calendarText(content.value.bytes);
    const invitation = readInvitation(text, zone());
    // Of mail that came before this was noted.
    if (invitation !== null) keepMarks(store, message, invitation);
    return ok(invitation === null ? null : { text, invitation });
  };

  /** As the mail itself says it; where a server wrote down for whom it took it in, that too. */
  const recipientsOf = (message: MessageRowId): readonly string[] => {
    const { to, cc } = store.messages.people(message);
    const headers = store.bodies.headers(message);
    const delivered = ['delivered-to', 'x-original-to'].flatMap((name) => headers[name] ?? []);
    return [...to.map(({ address }) => address), ...cc.map(({ address }) => address), ...delivered];
  };

  const view = (message: MessageRowId, invitation: Invitation): InvitationView => {
    const now = ports.clock.now();
    const hours = officeHoursOf(settings.get().officeHours, now);
    return viewInvitation(store, message, invitation, { hours, now, readHere, recipients: recipientsOf(message) });
  };

  const toAnswer = async (id: MessageRowId): Promise<Result<ToAnswer>> => {
    const message = store.messages.get(id);
    if (message === null) return failed('not-found', 'never', `message ${id}`);
    const found = await find(id);
    if (!found.ok) return found;
    if (found.value === null) return failed('not-possible-now', 'never', 'no invitation');
    const { invitation } = found.value;
    const seen = view(id, invitation);
    const accounts = store.accounts.list();
    const own = new Set(accounts.flatMap(({ addresses }) => addresses));
    const as = asWhom(invitation, own, recipientsOf(id));
    const mine = as === null ? null : ownOf(as.address, own);
    // What was passed on is answered from where it arrived.
    const account = accounts.find((one) => (mine === null ? one.id === message.account : one.addresses.includes(mine)));
    const { organizer } = invitation;
    if (seen.standing !== 'open' || as === null || organizer === null || account === undefined) {
      return failed('not-possible-now', 'never', `the invitation is ${seen.standing}`);
    }
    if (account.detachedAt !== null) {
      return failed('account-detached', 'user', 'the account is not connected', { email: account.email });
    }
    const facts: AnswerFacts = {
      by: { name: mine === null ? as.name : account.name, address: as.address },
      sentBy: mine === null ? { name: account.name, address: account.email } : null,
      organizer,
      answers: { messageId: message.messageId, headers: store.bodies.headers(id) },
      language: languageOf(store.conversations.get(message.conversation)?.language ?? null),
      zone: zone(),
      uuid: ports.random.uuid(),
      now: ports.clock.now(),
    };
    return ok({ message, invitation, view: seen, account, facts });
  };

  const queue = (
    { message, account, facts: { now } }: ToAnswer,
    composed: Result<ComposedAnswer>,
    isNow: boolean,
  ): Result<DeliveryView> => {
    if (!composed.ok) return composed;
    const { mail, raw, messageId, sender, recipient } = composed.value;
    const leavesAt = now + (isNow ? 0 : settings.get().undoSeconds * SECOND_MS);
    const id = store.transaction(() => {
      const { conversation } = message;
      const decisionsBefore = store.conversations.get(conversation)?.decisions ?? null;
      const { rows } = deps.ingest([
        {
          account: account.id,
          channel: 'email',
          direction: 'out',
          at: now,
          size: raw.byteLength,
          mail,
          place: null,
          conversation,
        },
      ]);
      const messageRow = rows[0];
      if (messageRow === undefined) throw new Error('our own answer was not stored');
      return store.deliveries.add({
        conversation,
        account: account.id,
        messageRow,
        messageId,
        subject: mail.subject,
        sender,
        recipients: [recipient],
        raw,
        // Taken back, no words are left over: nobody wrote them.
        text: '',
        leavesAt,
        sendAt: null,
        undoUntil: leavesAt > now ? leavesAt : null,
        decisionsBefore,
        createdAt: now,
      });
    });
    const row = store.deliveries.get(id);
    if (row === null) throw new Error('the answer just queued is not there');
    deps.emit({ kind: 'delivery-changed', delivery: deliveryView(row) });
    deps.emit({ kind: 'conversations-changed', conversations: [row.conversation] });
    deps.onQueued();
    return ok(deliveryView(row));
  };

  return {
    handlers: {
      'invitation.look': async ({ message }) => {
        const row = store.messages.get(message);
        if (row === null) return failed('not-found', 'never', `message ${message}`);
        const found = await find(message);
        if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
        const { invitation } = found.value;
        // Our own answer says in words what it is.
        const isOwnWord = invitation.method === 'reply' || invitation.method === 'counter';
        return ok(row.direction === 'out' && isOwnWord ? null : view(message, invitation));
      },
      'invitation.answer': async ({ message, as, now }) => {
        const found = await toAnswer(message);
        if (!found.ok) return found;
        return queue(found.value, await composeAnswer(found.value.invitation, as, found.value.facts), now);
      },
      'invitation.propose': async ({ message, start, words, now }) => {
        const found = await toAnswer(message);
        if (!found.ok) return found;
        const { invitation, facts, view: seen } = found.value;
        if (!seen.canPropose) return failed('not-possible-now', 'never', 'a series, or whole days');
        return queue(found.value, await composeProposal(invitation, { start, words }, facts), now);
      },
      'invitation.calendar': async ({ message }) => {
        if (store.messages.get(message) === null) return failed('not-found', 'never', `message ${message}`);
        const found = await find(message);
        if (!found.ok) return found;
        const text = found.value === null ? null : calendarCopy(found.value.text, ports.clock.now());
        if (found.value === null || text === null) return failed('not-found', 'never', 'no invitation');
        return ok({ fileName: fileNameOf(found.value.invitation.summary), text });
      },
    },
  };
}

/** Of letters, figures and blanks of the title: any system takes those. */
function fileNameOf(summary: string): string {
  const plain = summary
    .replaceAll(/[^\p{L}\p{N} -]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return `${plain === '' ? 'afspraak' : plain}.ics`;
}

/** Unknown: Dutch, as most of his customers write. Who writes another language still reads English. */
const languageOf = (language: Language | null): CannedLanguage =>
  language === null ? 'nl' : (CANNED_LANGUAGES.find((known) => known === language) ?? 'en');
