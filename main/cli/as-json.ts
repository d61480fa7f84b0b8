// The shapes that programs read: instants as ISO 8601 in UTC, reasons in words. The CLI contract is in the developer's guide;
// what is here may gain fields and loses none.
import type { CommitmentView } from '../contract/commitments.ts';
import { factorWords } from '../contract/text/queue-words.ts';
import { whyWords } from '../contract/text/why-words.ts';
import type {
  AccountView,
  ConversationView,
  DeliveryView,
  MessageView,
  QueueItem,
  SearchHit,
} from '../contract/views.ts';
import type { UiLanguage } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import { UNTIL_THEY_WRITE } from '../domain/queue/decisions.ts';

export const iso = (at: Instant): string => new Date(at).toISOString();
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));

/** A snooze without an end of its own has no instant. */
export const snoozedJson = (until: Instant | null) => ({
  snoozedUntil: until === UNTIL_THEY_WRITE ? null : isoOrNull(until),
  isSnoozedUntilTheyWrite: until === UNTIL_THEY_WRITE,
});

export const queueItemJson = (item: QueueItem, language: UiLanguage) => ({
  conversation: item.conversation,
  account: item.account,
  section: item.section,
  channel: item.channel,
  who: item.who,
  address: item.address,
  subject: item.subject,
  turn: item.turn,
  replyBy: isoOrNull(item.replyBy),
  replyByFrom: item.replyByFrom,
  /** Working time of the target it was reckoned from, where it comes from one. */
  targetMinutes: item.replyByFrom === 'target' ? item.reckoned.targetMinutes : null,
  windowClosesAt: isoOrNull(item.reckoned.windowClosesAt),
  followUp: item.followUp === null ? null : followUpJson(item.followUp),
  waitingSince: isoOrNull(item.waitingSince),
  lastAt: iso(item.lastAt),
  ...snoozedJson(item.snoozedUntil),
  plannedAt: isoOrNull(item.plannedAt),
  messages: item.messages,
  score: item.score,
  factors: item.factors.map((factor) => ({
    name: factor.name,
    points: factor.points,
    because: factorWords(language, factor).because,
  })),
  why: item.why === null ? null : whyWords(language, item.why).full,
});

const followUpJson = ({ at, since, isByHand, words }: NonNullable<QueueItem['followUp']>) => ({
  at: iso(at),
  since: iso(since),
  byHand: isByHand,
  words,
});

export const conversationJson = (view: ConversationView, language: UiLanguage) => ({
  ...queueItemJson(view.item, language),
  replyFrom: view.replyFrom,
  replyTo: view.replyTo,
  answer: view.answer,
  promises: view.commitments.map(promiseJson),
  messages: view.messages.map(messageJson),
});

const promiseJson = (promise: CommitmentView) => ({
  commitment: promise.id,
  words: promise.words,
  madeAt: iso(promise.madeAt),
  due: iso(promise.dueAt),
  state: promise.state,
  because: promise.because,
});

const messageJson = (message: MessageView) => ({
  id: message.id,
  messageId: message.messageId,
  direction: message.direction,
  channel: message.channel,
  kind: message.kind,
  byHand: message.isByHand,
  source: message.source,
  from: message.from,
  to: message.to,
  cc: message.cc,
  date: iso(message.at),
  headerDate: isoOrNull(message.headerDate),
  subject: message.subject,
  text: message.text,
  ownText: message.ownText,
  hasHtml: message.html !== null,
  note: message.note,
  attachments: message.attachments.map(({ id, fileName, contentType, size, isInline }) => ({
    id,
    fileName,
    contentType,
    size,
    isInline,
  })),
  delivery: message.delivery === null ? null : deliveryJson(message.delivery),
});

export const deliveryJson = (delivery: DeliveryView) => ({
  delivery: delivery.id,
  conversation: delivery.conversation,
  account: delivery.account,
  messageId: delivery.messageId,
  to: delivery.to,
  subject: delivery.subject,
  state: delivery.state,
  leavesAt: iso(delivery.leavesAt),
  undoUntil: isoOrNull(delivery.undoUntil),
  attempts: delivery.attempts,
  nextAttemptAt: isoOrNull(delivery.nextAttemptAt),
  refused: delivery.refused,
  filed: delivery.filed,
  error: delivery.error,
});

export const accountJson = (account: AccountView) => ({
  id: account.id,
  email: account.email,
  name: account.name,
  user: account.user,
  imap: account.imap,
  smtp: account.smtp,
  addresses: account.addresses,
  keep: account.keep,
  oauth: account.oauthProvider,
  historyFrom: account.historyFrom === 0 ? null : iso(account.historyFrom),
  isDemo: account.isDemo,
  state: account.state.kind,
  messages: account.messages,
  lastFullCheckAt: isoOrNull(account.lastFullCheckAt),
});

export const hitJson = (hit: SearchHit) => ({
  conversation: hit.conversation,
  message: hit.message,
  who: hit.who,
  subject: hit.subject,
  at: iso(hit.at),
  score: hit.score,
  onCard: hit.onCard,
  snippet: hit.snippet.map(({ text }) => text).join(''),
});
