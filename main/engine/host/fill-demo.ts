// Fills a demo desk: its account, its settings, and its week of mail. Every message goes in as raw mail through the very parsing
// and ingest of real mail; only the wire is left out. What the week tells is assets/demo/desk.txt.
import { tz } from '@date-fns/tz';
import type { Settings } from '../../contract/settings.ts';
import type { Instant } from '../../domain/instant.ts';
import type { MessageRowId } from '../../contract/views.ts';
import { DEMO_OWNER, demoInstant, demoMails, withDays, type DemoDay } from '../channels/demo/demo-mail.ts';
import { readDemoScript, type DemoConversation, type DemoDecision } from '../channels/demo/demo-script.ts';
import { openNotes } from '../channels/manual/manual-account.ts';
import { noteMessage } from '../hand-entered/note-message.ts';
import type { ArrivedMail } from '../ingest/prepared-mail.ts';
import type { ArrivedMessage, Ingest } from '../ingest/arrived.ts';
import type { SettingsDesk } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './engine.ts';

export type FillDemoDeps = {
  readonly store: Store;
  readonly ingest: Ingest;
  readonly settings: SettingsDesk;
  readonly parse: (raw: Uint8Array) => Promise<ArrivedMail>;
  readonly decide: Pick<
    Handlers,
    'conversation.done' | 'conversation.snooze' | 'conversation.setReplyBy' | 'contact.setVip'
  >;
  /** The demo desk's own now: its Tuesday morning. */
  readonly now: Instant;
};

export const DEMO_ZONE = 'Europe/Brussels';
const ACCOUNT = 'demo';
const INBOX_UID_VALIDITY = '1';
// Real mail that old would have been read; what came in since the day before has not.
const UNREAD_FROM_DAY = -1;
const OWNER_SETTINGS: Partial<Settings> = {
  me: { name: DEMO_OWNER.name, phone: '015 12 34 56' },
  signatures: [{ address: null, language: null, text: `${DEMO_OWNER.name}\nAtelier Wouters` }],
};

/** Answers how many messages went in. All or nothing: a half desk would be taken for a whole one. */
export async function fillDemo(deps: FillDemoDeps, script: string): Promise<number> {
  const day = demoDay(deps.now);
  const conversations = readDemoScript(script);
  const mails = await Promise.all(
    conversations.map(async (conversation, index) => {
      const made = conversation.note === null ? await demoMails(conversation, index, day) : [];
      return Promise.all(
        made.map(async ({ raw, at, direction }) => ({ raw, at, direction, parsed: await deps.parse(raw) })),
      );
    }),
  );
  const setting = deps.settings.set({
    ...OWNER_SETTINGS,
    officeHours: { ...deps.settings.get().officeHours, zone: DEMO_ZONE, holidays: 'BE' },
  });
  if (!setting.ok) throw new Error(`demo settings: ${setting.error.detail}`);
  return deps.store.transaction(() => {
    const boxes = openAccount(deps.store, day);
    let uid = 0;
    let filled = 0;
    for (const [index, conversation] of conversations.entries()) {
      const arrived = (mails[index] ?? []).map(({ raw, at, direction, parsed }): ArrivedMessage => {
        uid += 1;
        const isRead = direction === 'out' || at < demoInstant(day, UNREAD_FROM_DAY, '17:30');
        return {
          account: ACCOUNT,
          channel: conversation.kind === 'webform' ? 'webform' : 'email',
          direction,
          at,
          size: raw.byteLength,
          mail: parsed,
          place: { mailboxId: direction === 'in' ? boxes.inbox : boxes.sent, uid, flags: isRead ? ['\\Seen'] : [] },
        };
      });
      const rows = conversation.note === null ? deps.ingest(arrived).rows : writeDown(deps, conversation, index, day);
      filled += rows.length;
      const last = rows.at(-1);
      const row = last === undefined ? null : deps.store.messages.get(last);
      if (row !== null) decideAll(deps, conversation, row.conversation, day);
    }
    return filled;
  });
}

/** As the owner herself does it. */
function writeDown(
  { store, ingest, now }: Pick<FillDemoDeps, 'store' | 'ingest' | 'now'>,
  { person, messages, note }: DemoConversation,
  index: number,
  day: DemoDay,
): readonly MessageRowId[] {
  if (note === null) return [];
  const by = { account: openNotes(store, demoInstant(day, -60, '00:00')), ownName: DEMO_OWNER.name };
  const rows: MessageRowId[] = [];
  for (const [position, message] of messages.entries()) {
    const first = rows[0] === undefined ? null : store.messages.get(rows[0]);
    const written = noteMessage(
      {
        ...note,
        kind: message.direction === 'in' ? 'incoming' : 'answer',
        customer: person,
        text: withDays(message.text, day),
        at: demoInstant(day, message.day, message.time),
        conversation: first?.conversation ?? null,
      },
      by,
      now,
      `demo-${index}-${position}`,
    );
    rows.push(...ingest([written]).rows);
  }
  return rows;
}

function openAccount(store: Store, day: DemoDay): { readonly inbox: number; readonly sent: number } {
  const nowhere = { host: 'balie.example', port: 993, security: 'tls' } as const;
  store.accounts.add({
    id: ACCOUNT,
    connector: 'demo',
    email: DEMO_OWNER.address,
    name: 'Atelier Wouters',
    user: DEMO_OWNER.address,
    imap: nowhere,
    smtp: { ...nowhere, port: 465 },
    ca: null,
    plainAllowed: false,
    keep: 'session',
    colour: 0,
    isPaused: false,
    // Older than anything in the week: no message of it is history.
    queueFrom: demoInstant(day, -60, '00:00'),
    oauthProvider: null,
    historyFrom: 0,
    archiveDone: false,
    detachedAt: null,
    createdAt: demoInstant(day, -60, '00:00'),
    addresses: [DEMO_OWNER.address],
  });
  const rows = store.mailboxes.relist(ACCOUNT, [
    { path: 'INBOX', role: 'inbox', isSynced: true },
    { path: 'Sent', role: 'sent', isSynced: true },
  ]);
  for (const { id } of rows) store.mailboxes.renumber(id, INBOX_UID_VALIDITY);
  const idOf = (role: 'inbox' | 'sent'): number => {
    const row = rows.find((mailbox) => mailbox.role === role);
    if (row === undefined) throw new Error(`demo desk without ${role}`);
    return row.id;
  };
  return { inbox: idOf('inbox'), sent: idOf('sent') };
}

function decideAll(deps: FillDemoDeps, conversation: DemoConversation, id: number, day: DemoDay): void {
  for (const decision of conversation.decisions) {
    // The handlers are the ones the window uses; in this desk they answer at once.
    const done = decideOne(deps, conversation, decision, id, day);
    if (done instanceof Promise) throw new Error('demo decisions must be taken within the filling');
    if (!done.ok) throw new Error(`demo: ${conversation.subject}: ${done.error.code} ${done.error.detail}`);
  }
}

function decideOne(
  { decide, store }: Pick<FillDemoDeps, 'decide' | 'store'>,
  conversation: DemoConversation,
  decision: DemoDecision,
  id: number,
  day: DemoDay,
) {
  switch (decision.kind) {
    case 'done':
      return decide['conversation.done']({ id, because: 'owner' });
    case 'phoned':
      return decide['conversation.done']({ id, because: 'phone' });
    case 'vip':
      return decide['contact.setVip']({ address: conversation.person.address, isVip: true });
    case 'snooze': {
      const until = demoInstant(day, decision.day, decision.time);
      const dueAt = store.conversations.get(id)?.replyBy ?? null;
      // Past its reply-by a new one is needed; the story means: when it comes back, it is for that day.
      const replyBy = dueAt !== null && dueAt < until ? demoInstant(day, decision.day, '17:00') : null;
      return decide['conversation.snooze']({ id, until, replyBy });
    }
    case 'reply-by':
      return decide['conversation.setReplyBy']({ id, at: demoInstant(day, decision.day, decision.time) });
  }
}

function demoDay(now: Instant): DemoDay {
  const date = tz(DEMO_ZONE)(now);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate(), zone: DEMO_ZONE };
}
