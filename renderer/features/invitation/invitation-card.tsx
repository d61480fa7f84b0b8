// An invitation as a card above the words of its mail: what, when, where, who, and yes, maybe or no. Everything in it is plain text.
import { useId, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../../main/contract/invitation.ts';
import type { MessageView } from '../../../main/contract/views.ts';
import { customerName } from '../../../main/domain/contact/way.ts';
import { ANSWERS, type InvitationAnswer } from '../../../main/domain/invitation/invitation.ts';
import { background } from '../../client/background.ts';
import { zoneName } from '../../i18n/zone-names.ts';
import { useLanguage, useZone } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Icon } from '../../ui/icon.tsx';
import { eventWords, repeatWords, timeWords } from './event-words.ts';
import { InvitedPeople } from './invited-people.tsx';
import { useInvitation, type InvitationDesk } from './use-invitation.ts';

export function InvitationCard({ message }: { readonly message: MessageView }) {
  const language = useLanguage();
  const desk = useInvitation(message.id);
  const { shown } = desk;
  if (shown.kind === 'failed') return <FailureBox error={shown.error} language={language} />;
  return shown.kind === 'here' ? <Card view={shown.view} who={customerName(message.from)} desk={desk} /> : null;
}

type CardProps = { readonly view: InvitationView; readonly who: string; readonly desk: InvitationDesk };

function Card({ view, who, desk }: CardProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const isOff = view.standing === 'cancelled';
  return (
    <section className={isOff ? 'invitation off' : 'invitation'} aria-labelledby={titleId}>
      <p className="invitation-kind">
        <Icon name="plan" /> {kindWords(t, view, who)}
      </p>
      <h4 id={titleId}>{view.summary || t('invitation.nameless')}</h4>
      <dl>
        <dt>{t('invitation.when')}</dt>
        <dd>
          <When view={view} />
        </dd>
        {view.location !== '' && (
          <>
            <dt>{t('invitation.where')}</dt>
            <dd>{view.location}</dd>
          </>
        )}
        {(view.organizer !== null || view.people.length > 0) && (
          <>
            <dt>{t('invitation.who')}</dt>
            <dd>
              <InvitedPeople view={view} />
            </dd>
          </>
        )}
      </dl>
      {view.description !== '' && (
        <details>
          <summary>{t('invitation.details')}</summary>
          <p className="invitation-description">{view.description}</p>
        </details>
      )}
      <Standing view={view} desk={desk} />
    </section>
  );
}

function kindWords(t: TFunction, view: InvitationView, who: string): string {
  const [first] = view.people;
  if (view.standing === 'cancelled') return t('invitation.cancel');
  if (view.method === 'reply' && first !== undefined) {
    return t(`invitation.replied.${first.said}`, { who: customerName(first) });
  }
  if (view.method === 'counter') return t('invitation.counter', { who });
  if (view.method !== 'request') return t('invitation.publish');
  return t(view.isUpdate ? 'invitation.update' : 'invitation.request');
}

function When({ view }: { readonly view: InvitationView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useZone();
  const { when, days } = eventWords(view, language, zone);
  const { theirZone, start, repeats } = view;
  return (
    <>
      {when ?? (days === null ? t('invitation.noWhen') : dayWords(days))}
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
      {repeats !== null && <span className="invitation-line">{repeatWords(repeats, language, zone)}</span>}
      {view.isOneOfSeries && <span className="invitation-line">{t('invitation.oneOfSeries')}</span>}
    </>
  );

  function dayWords({ from, until }: NonNullable<typeof days>): string {
    return until === null ? t('invitation.allDay', { day: from }) : t('invitation.days', { from, until });
  }
}

function Standing({ view, desk }: { readonly view: InvitationView; readonly desk: InvitationDesk }) {
  const { t } = useTranslation();
  switch (view.standing) {
    case 'cancelled':
      return <p className="invitation-said">{t('invitation.cancelled')}</p>;
    case 'superseded':
      return <p className="invitation-said">{t('invitation.superseded')}</p>;
    case 'ours':
      return <p className="soft">{t('invitation.ours')}</p>;
    case 'not-addressed':
      return <p className="soft">{t('invitation.notAddressed')}</p>;
    case 'no-organizer':
      return <p className="soft">{t('invitation.noOrganizer')}</p>;
    case 'tells':
      return null;
    case 'open':
      return <Answers view={view} desk={desk} />;
  }
}

const LABELS = {
  accepted: 'invitation.accept',
  tentative: 'invitation.tentative',
  declined: 'invitation.decline',
} as const;

function Answers({ view, desk }: { readonly view: InvitationView; readonly desk: InvitationDesk }) {
  const { t } = useTranslation();
  const [isChanging, setIsChanging] = useState(false);
  const { answer, clashes, organizer } = view;
  const say = (as: InvitationAnswer): void => {
    setIsChanging(false);
    background(desk.answer(as, organizer === null ? '' : customerName(organizer)));
  };
  if (answer?.isOfThis === true && !isChanging) {
    return (
      <div className="row-of-buttons">
        <p className="invitation-said">{t(`invitation.answered.${answer.said}`)}</p>
        <Button look="quiet" size="small" onClick={() => setIsChanging(true)}>
          {t('invitation.change')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {answer?.isOfThis === false && (
        <p className="invitation-said">
          {t(`invitation.answered.${answer.said}`)} {t('invitation.answeredBefore')}
        </p>
      )}
      {view.isPast && <p className="soft">{t('invitation.past')}</p>}
      {clashes.length > 0 && (
        <p className="invitation-clash">
          {t('invitation.clash', { count: clashes.length, names: clashes.slice(0, 5).join(', ') })}
        </p>
      )}
      <div className="row-of-buttons">
        {ANSWERS.map((as) => (
          <Button
            key={as}
            look={as === 'accepted' ? 'main' : 'plain'}
            disabled={desk.isSending}
            onClick={() => say(as)}
          >
            {t(LABELS[as])}
          </Button>
        ))}
        {organizer !== null && (
          <span className="soft" translate="no">
            {t('invitation.goes', { who: organizer.address })}
          </span>
        )}
      </div>
    </>
  );
}
