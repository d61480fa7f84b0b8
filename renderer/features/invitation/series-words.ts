// What of a series is otherwise, and which of it a mail is about, in a line each.
import type { TFunction } from 'i18next';
import type { InvitationView } from '../../../main/contract/invitation.ts';
import type { UiLanguage } from '../../../main/domain/conversation/message.ts';
import type { ZoneName } from '../../../main/domain/instant.ts';
import { isSameTime, orderOf, type EventTime } from '../../../main/domain/invitation/invitation.ts';
import { LOCALE } from '../../i18n/moments.ts';
import { timeWords } from './event-words.ts';

export type Reader = { readonly t: TFunction; readonly language: UiLanguage; readonly zone: ZoneName };
type Exception = InvitationView['exceptions'][number];

/** "Do 3 dec verplaatst naar 14:00"; of the only one "Alleen do 3 dec verplaatst naar 14:00". */
export function exceptionWords(exception: Exception, isOnly: boolean, reader: Reader): string {
  const { t } = reader;
  const { kind, at, isFromThenOn, start, location } = exception;
  const day = isFromThenOn ? t('invitation.fromThenOn', { day: dayOf(at, reader) }) : dayOf(at, reader);
  const said =
    kind === 'moved' && start !== null
      ? t('invitation.exception.moved', { day, to: movedTo(at, start, reader) })
      : kind === 'changed' && location !== ''
        ? t('invitation.exception.elsewhere', { day, where: location })
        : t(`invitation.exception.${kind === 'moved' ? 'changed' : kind}`, { day });
  const line = isOnly && !isFromThenOn && kind !== 'extra' ? t('invitation.exception.only', { what: said }) : said;
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Which of a series this is; null: all of it, or no series. */
export function occurrenceWords({ occurrence, start }: InvitationView, reader: Reader): string | null {
  if (occurrence === null) return null;
  const { at, isFromThenOn } = occurrence;
  if (isFromThenOn) return reader.t('invitation.thisAndLater', { day: dayOf(at, reader) });
  if (start === null || isSameTime(at, start)) return reader.t('invitation.oneOfSeries');
  return reader.t('invitation.oneMoved', { was: momentOf(at, reader) });
}

/** "do 3 dec 10:00", for inside a line; of a whole day without the time. */
export const momentOf = (time: EventTime, reader: Reader): string =>
  time.kind === 'day'
    ? dayOf(time, reader)
    : `${dayOf(time, reader)} ${timeWords(time.at, reader.language, reader.zone)}`;

function movedTo(from: EventTime, to: EventTime, reader: Reader): string {
  const isSameDay = dayOf(from, reader) === dayOf(to, reader);
  return isSameDay && to.kind === 'instant' ? timeWords(to.at, reader.language, reader.zone) : momentOf(to, reader);
}

const dayOf = (time: EventTime, { language, zone }: Reader): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: time.kind === 'day' ? 'UTC' : zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(orderOf(time));
