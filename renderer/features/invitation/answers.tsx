// Yes, maybe, no, or another moment: what the owner says to an invitation, and what he said.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../../main/contract/invitation.ts';
import { customerName } from '../../../main/domain/contact/way.ts';
import { ANSWERS, type InvitationAnswer } from '../../../main/domain/invitation/invitation.ts';
import { background } from '../../client/background.ts';
import { useLanguage, useZone } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Cautions } from './cautions.tsx';
import { ProposeSheet } from './propose-sheet.tsx';
import { momentOf } from './series-words.ts';
import type { InvitationDesk } from './use-invitation.ts';

const LABELS = {
  accepted: 'invitation.accept',
  tentative: 'invitation.tentative',
  declined: 'invitation.decline',
} as const;

type AnswersProps = { readonly view: InvitationView; readonly desk: InvitationDesk };

export function Answers({ view, desk }: AnswersProps) {
  const { t } = useTranslation();
  const [isChanging, setIsChanging] = useState(false);
  const [isProposing, setIsProposing] = useState(false);
  const { answer, organizer, proposed, invitedAs } = view;
  const who = organizer === null ? '' : customerName(organizer);
  const say = (as: InvitationAnswer): void => {
    setIsChanging(false);
    background(desk.answer(as, who));
  };
  const isSaid = proposed !== null || answer?.isOfThis === true;
  if (isSaid && !isChanging) {
    return (
      <div className="row-of-buttons">
        <p className="invitation-said">
          <WhatWasSaid view={view} />
        </p>
        <Button look="quiet" size="small" onClick={() => setIsChanging(true)}>
          {t('invitation.change')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {answer !== null && !isSaid && (
        <p className="invitation-said">
          {t(`invitation.answered.${answer.said}`)}{' '}
          {t(answer.isOfSeries ? 'invitation.answeredSeries' : 'invitation.answeredBefore')}
        </p>
      )}
      <Cautions view={view} />
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
        {view.canPropose && (
          <Button look="quiet" disabled={desk.isSending} onClick={() => setIsProposing(true)}>
            {t('invitation.propose')}
          </Button>
        )}
      </div>
      {organizer !== null && (
        <p className="soft">
          {t('invitation.goes', { who: organizer.address })}
          {view.isPassedOn && invitedAs !== null && ` ${t('invitation.passedOn', { who: invitedAs.address })}`}
        </p>
      )}
      {isProposing && (
        <ProposeSheet
          view={view}
          onClose={() => setIsProposing(false)}
          onSend={(start, words) => {
            setIsProposing(false);
            setIsChanging(false);
            background(desk.propose(start, words, who));
          }}
        />
      )}
    </>
  );
}

function WhatWasSaid({ view: { answer, proposed } }: { readonly view: InvitationView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useZone();
  if (proposed?.start != null) {
    return t('invitation.youProposed', { when: momentOf(proposed.start, { t, language, zone }) });
  }
  return answer === null ? null : t(`invitation.answered.${answer.said}`);
}
