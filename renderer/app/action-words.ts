// What each action is called in help, in the palette and where its key is chosen.
import type { TFunction } from 'i18next';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import { SECTIONS, type Section } from '../../main/domain/queue/sections.ts';
import { sectionName } from '../i18n/trade-words.ts';
import type { ReviewDeed } from '../ui/room-deeds.ts';
import type { ActionName } from './actions.ts';
import { isReviewDeed, type KeyAction } from './keys.ts';

export function actionWords(t: TFunction, language: UiLanguage, action: KeyAction): string {
  if (isReviewDeed(action)) return t(REVIEW[action]);
  const section = SECTIONS.find((one) => action === `go-${one}`);
  if (section !== undefined) return t('keys.goTo', { place: sectionName(language, section) });
  return isPlace(action) ? t('keys.goTo', { place: t(PLACES[action]) }) : isDeed(action) ? t(DEEDS[action]) : '';
}

const REVIEW = {
  'review-answer': 'evening.answer',
  'review-plan': 'evening.plan',
  'review-later': 'evening.later',
  'review-no-answer': 'evening.noAnswer',
  'review-skip': 'evening.skip',
  'review-undo': 'evening.undo',
} as const satisfies Record<ReviewDeed, string>;

const PLACES = {
  queue: 'rail.desk',
  outbox: 'rail.outbox',
  drafts: 'drafts.title',
  report: 'rail.report',
  settings: 'rail.settings',
  promises: 'ledger.title',
  trash: 'trash.title',
  contacts: 'contacts.title',
  evening: 'keys.evening',
  'day-plan': 'keys.dayPlan',
  learned: 'settings.tab.learned',
  acknowledgements: 'settings.tab.acknowledgements',
} as const satisfies Partial<Record<ActionName, string>>;

/** Every action is either here or above, or a section: else its type does not hold. */
const DEEDS = {
  next: 'keys.next',
  previous: 'keys.previous',
  open: 'keys.open',
  leave: 'keys.leave',
  reply: 'keys.reply',
  'reply-all': 'drafts.replyAll',
  forward: 'drafts.forward',
  compose: 'drafts.write',
  done: 'keys.done',
  'no-answer': 'action.noAnswer',
  snooze: 'keys.snooze',
  'reply-by': 'keys.when',
  plan: 'keys.plan',
  'follow-up': 'keys.followUp',
  promise: 'keys.promise',
  'promise-moment': 'keys.promiseMoment',
  phoned: 'keys.phoned',
  'new-note': 'keys.newNote',
  'add-note': 'keys.addNote',
  delete: 'trash.deleteKey',
  move: 'keys.move',
  vip: 'keys.vip',
  explain: 'keys.explain',
  'person-data': 'ownData.personAction',
  card: 'card.title',
  source: 'sources.action',
  find: 'story.keyFind',
  'expand-all': 'story.keyExpand',
  print: 'story.keyPrint',
  'message-source': 'story.keySource',
  search: 'keys.search',
  undo: 'keys.undo',
  'add-account': 'account.add',
  availability: 'availability.action',
  notifications: 'notifications.action',
  'pause-hour': 'notifications.pauseHour',
  'pause-tomorrow': 'notifications.pauseTomorrow',
  'pause-over': 'notifications.pauseOver',
  palette: 'keys.showPalette',
  keys: 'keys.help',
} as const satisfies Record<Exclude<ActionName, keyof typeof PLACES | `go-${Section}`>, string>;

const isPlace = (action: ActionName): action is keyof typeof PLACES => action in PLACES;
const isDeed = (action: ActionName): action is keyof typeof DEEDS => action in DEEDS;
