// What is in the way of an appointment: it is over, the door is closed then, or the time is given away.
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../../main/contract/invitation.ts';
import { useLanguage, useZone } from '../../state/use-desk.tsx';
import { timeWords } from './event-words.ts';

/** Names in one line; the day itself is in the agenda. */
const NAMED = 5;

export function Cautions({ view }: { readonly view: InvitationView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useZone();
  const { clashes, accepted, isOutsideHours, isPast } = view;
  const lines = [
    ...(isOutsideHours ? [t('invitation.outsideHours')] : []),
    ...accepted.slice(0, NAMED).map(({ summary, from, until }) =>
      t('invitation.accepted', {
        what: summary === '' ? t('invitation.nameless') : summary,
        from: timeWords(from, language, zone),
        until: timeWords(until, language, zone),
      }),
    ),
    ...(clashes.length === 0
      ? []
      : [t('invitation.clash', { count: clashes.length, names: clashes.slice(0, NAMED).join(', ') })]),
  ];
  return (
    <>
      {isPast && <p className="soft">{t('invitation.past')}</p>}
      {lines.length > 0 && (
        <ul className="invitation-clash">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
