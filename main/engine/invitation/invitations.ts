// Invitations in mail: looked at, and answered. The answer is a letter like any other: it waits in the outbox, can be taken back,
// and stops the clock; what the organiser's agenda needs stands beside its words (iMIP, RFC 6047).
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type { DeliveryView, MessageRowId } from '../../contract/views.ts';
import { CANNED_LANGUAGES, type CannedLanguage } from '../../domain/canned/template.ts';
import type { Address, Language } from '../../domain/conversation/message.ts';
import { SECOND_MS } from '../../domain/instant.ts';
import { invitedAs, type Invitation, type InvitationAnswer } from '../../domain/invitation/invitation.ts';
import type { Handlers } from '../host/engine.ts';
import type { Ingest } from '../ingest/arrived.ts';
import { deliveryView } from '../outbox/delivery-view.ts';
import type { Ports } from '../ports/ports.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import { composeAnswer } from './compose-answer.ts';
import { calendarIn, calendarText, keepMarks } from './note-invitation.ts';
import { readInvitation } from './read-invitation.ts';
import { viewInvitation } from './view-invitation.ts';

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

export type Invitations = { readonly handlers: Pick<Handlers, 'invitation.look' | 'invitation.answer'> };

/** Encoded, of what is read at all; see calendar-lines. */
const MOST_BYTES = 4_000_000;

export function createInvitations(deps: InvitationDeps): Invitations {
  const { store, ports, settings } = deps;
  const zone = () => settings.get().officeHours.zone;

  const find = async (message: MessageRowId): Promise<Result<Invitation | null>> => {
    const file = calendarIn(store.attachments.ofMessage(message));
    if (file === null || file.size > MOST_BYTES) return ok(null);
    const content = await deps.content({ id: file.id });
    if (!content.ok) return content;
    const invitation = readInvitation(calendarText(content.value.bytes), zone());
    // Of mail that came before this was noted.
    if (invitation !== null) keepMarks(store, message, invitation);
    return ok(invitation);
  };

  const queue = async (
    message: MessageRow,
    invitation: Invitation,
    as: InvitationAnswer,
    people: {
      readonly account: AccountRow;
      readonly by: Address;
      readonly organizer: Address;
      readonly isNow: boolean;
    },
  ): Promise<Result<DeliveryView>> => {
    const now = ports.clock.now();
    const { account } = people;
    const composed = await composeAnswer(invitation, as, {
      ...people,
      by: { name: account.name, address: people.by.address },
      answers: { messageId: message.messageId, headers: store.bodies.headers(message.id) },
      language: languageOf(store.conversations.get(message.conversation)?.language ?? null),
      zone: zone(),
      uuid: ports.random.uuid(),
      now,
    });
    if (!composed.ok) return composed;
    const { mail, raw, messageId, sender, recipient } = composed.value;
    const leavesAt = now + (people.isNow ? 0 : settings.get().undoSeconds * SECOND_MS);
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
        // Our own answer says in words what it is.
        if (row.direction === 'out' && found.value.method === 'reply') return ok(null);
        return ok(viewInvitation(store, message, found.value, { zone: zone(), now: ports.clock.now() }));
      },
      'invitation.answer': async ({ message, as, now }) => {
        const row = store.messages.get(message);
        if (row === null) return failed('not-found', 'never', `message ${message}`);
        const found = await find(message);
        if (!found.ok) return found;
        const invitation = found.value;
        if (invitation === null) return failed('not-possible-now', 'never', 'no invitation');
        const { standing } = viewInvitation(store, message, invitation, { zone: zone(), now: ports.clock.now() });
        const accounts = store.accounts.list();
        const by = invitedAs(invitation.people, new Set(accounts.flatMap(({ addresses }) => addresses)));
        const account = accounts.find(({ addresses }) => by !== null && addresses.includes(by.address.toLowerCase()));
        const { organizer } = invitation;
        if (standing !== 'open' || by === null || organizer === null || account === undefined) {
          return failed('not-possible-now', 'never', `the invitation is ${standing}`);
        }
        if (account.detachedAt !== null) {
          return failed('account-detached', 'user', 'the account is not connected', { email: account.email });
        }
        return queue(row, invitation, as, { account, by, organizer, isNow: now });
      },
    },
  };
}

/** Unknown: Dutch, as most of his customers write. Who writes another language still reads English. */
const languageOf = (language: Language | null): CannedLanguage =>
  language === null ? 'nl' : (CANNED_LANGUAGES.find((known) => known === language) ?? 'en');
