// How a room is called: what a screen reader says when the focus comes into it.
import type { TFunction } from 'i18next';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import { sectionName } from '../i18n/trade-words.ts';
import type { View } from '../state/place.ts';

const NAMES = {
  desk: 'rail.desk',
  search: 'rail.search',
  outbox: 'rail.outbox',
  promises: 'ledger.title',
  trash: 'trash.title',
  contacts: 'contacts.title',
  writing: 'drafts.title',
  report: 'rail.report',
  evening: 'evening.rail',
  'day-plan': 'plan.title',
  settings: 'rail.settings',
} as const;

export function roomName(t: TFunction, language: UiLanguage, view: View): string {
  return view.kind === 'section' ? sectionName(language, view.section) : t(NAMES[view.kind]);
}
