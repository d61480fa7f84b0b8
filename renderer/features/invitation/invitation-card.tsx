// An invitation as a card above the words of its mail: what, when, where, who, and yes, maybe or no. Everything in it is plain text.
import { useId } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../../main/contract/invitation.ts';
import type { MessageView } from '../../../main/contract/views.ts';
import { customerName } from '../../../main/domain/contact/way.ts';
import { zoneName } from '../../i18n/zone-names.ts';
import { useLanguage, useZone } from '../../state/use-desk.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Answers } from './answers.tsx';
import { Cautions } from './cautions.tsx';
import { CalendarDeeds } from './calendar-deeds.tsx';
import { repeatWords, timeWords, whenWords } from './event-words.ts';
import { InvitedPeople } from './invited-people.tsx';
import { exceptionWords, occurrenceWords } from './series-words.ts';
import { useInvitation, type InvitationDesk } from './use-invitation.ts';

export function InvitationCard({ message }: { readonly message: MessageView }) {
  const language = useLanguage();
  const desk = useInvitation(message.id);
  const { shown } = desk;
  if (shown.kind === 'failed') return <FailureBox error={shown.error} language={language} />;
  if (shown.kind !== 'here') return null;
  return <Card message={message.id} view={shown.view} who={customerName(message.from)} desk={desk} />;
}

type CardProps = {
  readonly message: MessageView['id'];
  readonly view: InvitationView;
  readonly who: string;
  readonly desk: InvitationDesk;
};

function Card({ message, view, who, desk }: CardProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const { location, organizer, people, comment, description } = view;
  return (
    <section className={lookOf(view)} aria-labelledby={titleId}>
      <p className="invitation-kind">
        <Icon name="plan" /> {kindWords(t, view, who)}
      </p>
      <h4 id={titleId}>{view.summary || t('invitation.nameless')}</h4>
      {comment !== '' && <p className="invitation-comment">{comment}</p>}
      <dl>
        <dt>{t('invitation.when')}</dt>
        <dd>
          <When view={view} />
        </dd>
        {location !== '' && (
          <>
            <dt>{t('invitation.where')}</dt>
            <dd>{location}</dd>
          </>
        )}
        {view.method !== 'reply' && (organizer !== null || people.length > 0) && (
          <>
            <dt>{t('invitation.who')}</dt>
            <dd>
              <InvitedPeople view={view} />
            </dd>
          </>
        )}
      </dl>
      {description !== '' && (
        <details>
          <summary>{t('invitation.details')}</summary>
          <p className="invitation-description">{description}</p>
        </details>
      )}
      <Standing view={view} desk={desk} />
      {isForAgenda(view) && <CalendarDeeds message={message} />}
    </section>
  );
}

/** What somebody says of it is quiet; what is off is struck through. */
const lookOf = ({ standing, method }: InvitationView): string =>
  standing === 'cancelled' ? 'invitation off' : method === 'reply' ? 'invitation quiet' : 'invitation';

/** To which he said yes, or that nobody asks him about. */
const isForAgenda = ({ standing, method, answer }: InvitationView): boolean =>
  (standing === 'open' && answer?.isOfThis === true && answer.said === 'accepted') ||
  (standing === 'tells' && method === 'publish') ||
  standing === 'no-organizer';

function kindWords(t: TFunction, view: InvitationView, who: string): string {
  const [first] = view.people;
  if (view.standing === 'cancelled') return t('invitation.cancel');
  if (view.method === 'reply' && first !== undefined) {
    return t(`invitation.replied.${first.said}`, { who: customerName(first) });
  }
  if (view.method === 'counter') return t('invitation.counter', { who });
  if (view.method === 'decline-counter') return t('invitation.declineCounter', { who });
  if (view.method !== 'request') return t('invitation.publish');
  return t(view.isUpdate ? 'invitation.update' : 'invitation.request');
}

function When({ view }: { readonly view: InvitationView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useZone();
  const { theirZone, start, repeats, exceptions, exceptionCount, instead } = view;
  const which = occurrenceWords(view, { t, language, zone });
  const before = instead === null ? null : whenWords(instead, language, zone, t);
  return (
    <>
      {whenWords(view, language, zone, t) ?? t('invitation.noWhen')}
      {theirZone !== null && start?.kind === 'instant' && (
        <span className="soft">
          {' '}
          (
          {t('invitation.theirTime', {
            time: timeWords(start.at, language, theirZone),
            zone: zoneName(language, theirZone),
          })}
          )
        </span>
      )}
      {before !== null && <span className="invitation-line">{t('invitation.instead', { when: before })}</span>}
      {repeats !== null && <span className="invitation-line">{repeatWords(repeats, language, zone)}</span>}
      {which !== null && <span className="invitation-line">{which}</span>}
      {exceptions.length > 0 && (
        <ul className="invitation-exceptions">
          {exceptions.map((one, nth) => (
            // oxlint-disable-next-line react/no-array-index-key -- two mails may say the same of one day
            <li key={nth}>{exceptionWords(one, exceptionCount === 1, { t, language, zone })}</li>
          ))}
          {exceptionCount > exceptions.length && (
            <li>{t('invitation.more', { count: exceptionCount - exceptions.length })}</li>
          )}
        </ul>
      )}
    </>
  );
}

function Standing({ view, desk }: { readonly view: InvitationView; readonly desk: InvitationDesk }) {
  const { t } = useTranslation();
  switch (view.standing) {
    case 'cancelled':
      return <p className="invitation-said">{t(cancelledWords(view))}</p>;
    case 'superseded':
      return <p className="invitation-said">{t('invitation.superseded')}</p>;
    case 'ours':
      return <p className="soft">{t('invitation.ours')}</p>;
    case 'not-addressed':
      return <p className="soft">{t('invitation.notAddressed')}</p>;
    case 'no-organizer':
      return <p className="soft">{t('invitation.noOrganizer')}</p>;
    case 'tells':
      return view.method === 'counter' ? (
        <>
          <Cautions view={view} />
          <p className="soft">{t('invitation.counterHelp')}</p>
        </>
      ) : null;
    case 'open':
      return <Answers view={view} desk={desk} />;
  }
}

function cancelledWords({ occurrence }: InvitationView) {
  if (occurrence === null) return 'invitation.cancelled' as const;
  return occurrence.isFromThenOn ? ('invitation.cancelledFromHere' as const) : ('invitation.cancelledOne' as const);
}
