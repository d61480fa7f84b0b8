// Turns the invented stories into the contract's views, and holds what the owner does with them while the page is open.
import { cautionOf } from '../../main/domain/attachment/caution.ts';
import type { AccountView, ConversationView, DeliveryView, MessageView, QueueItem } from '../../main/contract/views.ts';
import { NO_DECISIONS } from '../../main/domain/queue/decisions.ts';
import { DAY_MS, HOUR_MS } from '../../main/domain/instant.ts';
import { isMailAddress } from '../../main/domain/contact/way.ts';
import { reachOf } from './fixture-notes.ts';
import { EXTREMES } from './fixture-extremes.ts';
import { FIXTURE_NOW, type Scene } from './fixture-scenes.ts';
import { isBelieved } from '../../main/domain/mail-source/judge-claim.ts';
import { isPublicChannel } from '../../main/domain/mail-source/source.ts';
import { MAILINGS } from './fixture-mailings.ts';
import { SOURCE_STORIES } from './fixture-sources.ts';
import { STORIES, type Story } from './fixture-stories.ts';
import { LONG_STORY } from './fixture-story.ts';
import { whyOf } from './fixture-why.ts';

export const ME = { name: 'Tom Claes', address: 'tom@schrijnwerkerijclaes.be' };

export function queueItem(story: Story, index: number): QueueItem {
  const factors = story.factors ?? [];
  return {
    conversation: index + 1,
    account: 'claes',
    section: story.section,
    channel: story.channel ?? 'email',
    who: story.who,
    address: story.address,
    subject: story.subject,
    preview: story.text.replaceAll(/\s+/g, ' ').slice(0, 140),
    language: 'nl',
    turn: story.section === 'waiting' || story.expectedMs !== undefined ? 'theirs' : 'ours',
    replyBy: story.dueMs === undefined ? null : FIXTURE_NOW + story.dueMs,
    replyByFrom: story.dueMs === undefined ? null : (story.dueFrom ?? 'target'),
    waitingSince: FIXTURE_NOW - story.agoMs,
    lastAt: FIXTURE_NOW - story.agoMs,
    plannedAt: null,
    promise: null,
    snoozedUntil: snoozedUntilOf(story),
    followUp:
      story.expectedMs === undefined
        ? null
        : { at: FIXTURE_NOW + story.expectedMs, since: FIXTURE_NOW - story.agoMs, isByHand: false, words: story.text },
    reckoned: {
      targetMinutes: story.dueMs === undefined ? null : 480,
      windowClosesAt: story.dueMs !== undefined && story.dueFrom === 'window' ? FIXTURE_NOW + story.dueMs : null,
    },
    messages: 1 + (story.earlier?.length ?? 0),
    isUnread: story.isUnread ?? false,
    hasAttachments: (story.files?.length ?? 0) > 0,
    delivery: null,
    score: factors.reduce((sum, { points }) => sum + points, 0),
    factors,
    why: whyOf(story),
  };
}

function snoozedUntilOf({ section, backMs }: Story): number | null {
  if (section === 'snoozed') return FIXTURE_NOW + 110 * DAY_MS;
  return backMs === undefined ? null : FIXTURE_NOW - backMs;
}

export function conversationView(story: Story, item: QueueItem, sent: readonly MessageView[]): ConversationView {
  const customer = { name: story.who, address: story.address };
  const message = (part: Partial<MessageView> & Pick<MessageView, 'id' | 'text' | 'at'>): MessageView => ({
    messageId: `<${part.id}@fixture.invalid>`,
    direction: 'in',
    channel: item.channel,
    kind: story.kind ?? 'human',
    from: customer,
    replyTo: [],
    to: [ME],
    cc: [],
    bcc: [],
    headerDate: null,
    subject: item.subject,
    ownText: part.text,
    html: null,
    note: null,
    source: null,
    isByHand: story.isByHand ?? false,
    isUnread: false,
    isGoneOnServer: false,
    attachments: [],
    delivery: null,
    ...part,
  });
  const base = item.conversation * 1_000;
  const earlier = (story.earlier ?? []).map((line, index) =>
    message({
      id: base + index,
      text: line.text,
      html: line.html ?? null,
      at: FIXTURE_NOW - line.agoMs,
      ...(line.isOurs ? { direction: 'out', from: ME, to: [customer] } : {}),
    }),
  );
  const last = message({
    // Behind the earlier ones, however many.
    id: base + Math.max(900, earlier.length),
    text:
      story.isByHand === true
        ? story.text
        : `${story.text}\n\nOp 8 mei 2026 schreef Tom Claes:\n> Dag, ik kijk het na.`,
    ownText: story.text,
    at: FIXTURE_NOW - story.agoMs,
    html: story.html ?? null,
    source: story.source ?? null,
    isUnread: item.isUnread,
    ...(story.section === 'waiting' ? { direction: 'out', from: ME, to: [customer] } : {}),
    attachments: (story.files ?? []).map((file, index) => ({
      id: base + 901 + index,
      fileName: file.name,
      contentType: file.type,
      size: file.size,
      contentId: null,
      isInline: false,
      isHere: true,
      caution: cautionOf(file.name, null),
    })),
  });
  return {
    item,
    decisions: NO_DECISIONS,
    messages: [...earlier, last, ...sent],
    replyFrom: ME,
    replyTo: isMailAddress(story.address)
      ? [customer]
      : story.email === undefined
        ? []
        : [{ name: story.who, address: story.email }],
    reach: reachOf(story.address),
    isAnsweredByHand: (sent.findLast(({ direction }) => direction === 'in')?.isByHand ?? story.isByHand) === true,
    answer: viewedAnswer(story.source ?? null),
    replyCc: (story.others ?? []).map((address) => ({ name: '', address })),
    customer: {
      ...customer,
      isVip: story.isVip ?? false,
      conversations: 3,
      firstSeenAt: FIXTURE_NOW - 400 * DAY_MS,
    },
    draft: null,
    commitments: [],
  };
}

/** As the engine tells it of the newest question. */
const viewedAnswer = (source: Story['source'] | null): ConversationView['answer'] => {
  const isTaken = source !== null && source !== undefined && isBelieved(source.standing);
  const { mode, channel, link } = isTaken
    ? source
    : { mode: 'mail-to-sender' as const, channel: 'email' as const, link: null };
  return { mode, channel, link, isPublic: isPublicChannel(channel) };
};

export const sentMessage = (delivery: DeliveryView, text: string): MessageView => ({
  id: 1_000_000 + delivery.id,
  messageId: delivery.messageId,
  direction: 'out',
  channel: 'email',
  kind: 'human',
  from: ME,
  replyTo: [],
  to: delivery.to.map((address) => ({ name: '', address })),
  cc: [],
  bcc: [],
  at: FIXTURE_NOW,
  headerDate: null,
  subject: delivery.subject,
  text,
  ownText: text,
  html: null,
  note: null,
  source: null,
  isByHand: false,
  isUnread: false,
  isGoneOnServer: false,
  attachments: [],
  delivery,
});

export function accountsFor(scene: Scene): readonly AccountView[] {
  if (scene === 'welcome') return [];
  const server = { host: 'imap.fixture.invalid', port: 993, security: 'tls' } as const;
  const shop: AccountView = {
    id: 'claes',
    email: ME.address,
    name: ME.name,
    user: ME.address,
    imap: server,
    smtp: { ...server, host: 'smtp.fixture.invalid', port: 465 },
    addresses: [ME.address],
    ca: null,
    plainAllowed: false,
    oauthProvider: null,
    historyFrom: FIXTURE_NOW - 365 * DAY_MS,
    archiveDone: false,
    colour: 0,
    isDemo: scene === 'demo',
    keep: 'keychain',
    state: { kind: 'live', since: FIXTURE_NOW - HOUR_MS },
    lastFullCheckAt: FIXTURE_NOW,
    messages: 4_812,
    quiet: null,
  };
  const error = (code: 'offline' | 'wrong-password') => ({ code, retry: 'auto', detail: 'fixture' }) as const;
  if (scene === 'offline') {
    const nextTryAt = FIXTURE_NOW + 60_000;
    return [{ ...shop, state: { kind: 'waiting', error: error('offline'), since: FIXTURE_NOW - HOUR_MS, nextTryAt } }];
  }
  if (scene === 'quiet') {
    return [{ ...shop, quiet: { since: FIXTURE_NOW - 4 * DAY_MS, usuallyMs: 5 * HOUR_MS } }];
  }
  if (scene === 'first-sync') {
    return [{ ...shop, state: { kind: 'first-sync', done: 1_240, total: 4_812, msLeft: 95_000 } }];
  }
  const info: AccountView = { ...shop, id: 'info', email: 'info@schrijnwerkerijclaes.be', colour: 1 };
  if (scene === 'password') {
    const since = FIXTURE_NOW - HOUR_MS;
    return [shop, { ...info, state: { kind: 'needs-owner', error: error('wrong-password'), since } }];
  }
  if (scene === 'accounts') return severalAccounts(shop, info);
  return [shop, info];
}

/** One in each of the states in which an account may stand for long. */
function severalAccounts(shop: AccountView, info: AccountView): readonly AccountView[] {
  const server = (host: string) => ({ host, port: 993, security: 'tls' }) as const;
  const revoked = {
    code: 'sign-in-revoked',
    retry: 'user',
    detail: 'invalid_grant',
    values: { provider: 'Microsoft' },
  } as const;
  const since = FIXTURE_NOW - HOUR_MS;
  return [
    { ...shop, addresses: [ME.address, 'claes@schrijnwerkerijclaes.be', 'bestel@schrijnwerkerijclaes.be'] },
    { ...info, oauthProvider: 'google', imap: server('imap.gmail.com'), smtp: server('smtp.gmail.com') },
    {
      ...info,
      id: 'verkoop',
      email: 'verkoop@schrijnwerkerijclaes.be',
      colour: 4,
      oauthProvider: 'microsoft',
      imap: server('outlook.office365.com'),
      state: { kind: 'needs-owner', error: revoked, since },
    },
    { ...info, id: 'prive', email: 'tom.claes@telenet.be', colour: 3, keep: 'session', state: { kind: 'paused' } },
    {
      ...info,
      id: 'oud',
      email: 'claes.hout@skynet.be',
      colour: 6,
      messages: 2_310,
      state: { kind: 'detached', since: FIXTURE_NOW - 40 * DAY_MS },
    },
  ];
}

export const storiesFor = (scene: Scene): readonly Story[] => {
  if (scene === 'welcome' || scene === 'first-sync') return [];
  if (scene === 'extremes') return EXTREMES;
  if (scene === 'long') return [...STORIES.slice(0, 1), LONG_STORY];
  if (scene === 'sources') return SOURCE_STORIES;
  if (scene === 'mailings') return MAILINGS;
  if (scene === 'empty') return STORIES.filter(({ section }) => !['overdue', 'now', 'soon'].includes(section));
  return STORIES;
};
