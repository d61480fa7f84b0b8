// Own answers that are alike, each proposed as one saved reply: with where it comes from, to keep or to send away for good.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedProposal } from '../../../main/contract/canned.ts';
import { background } from '../../client/background.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { CannedLetter } from './canned-preview.tsx';
import { useKeeping } from './use-keeping.ts';

export function CannedProposals({ onKeep }: { readonly onKeep: (proposal: CannedProposal) => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { tell, went } = useKeeping();
  const moments = useMoments();
  const proposals = useProposals();
  const refuse = async ({ id }: CannedProposal): Promise<void> => {
    const say = (said: 'refused' | null): Promise<boolean> =>
      went(desk.client.call('canned.sayOfProposal', { id, said }));
    if (await say('refused')) tell(t('canned.proposalGone'), async () => void (await say(null)));
  };
  const [first] = proposals;
  if (first === undefined) return null;
  return (
    <section className="canned-proposal" aria-labelledby="canned-proposal">
      <h3 id="canned-proposal">{t('canned.proposals')}</h3>
      <p className="soft">{t('canned.proposalsWhy')}</p>
      <CannedLetter text={first.text} language={first.language} />
      <p className="small-text">
        {t('canned.proposalFrom')}{' '}
        {first.sources.map(({ message, conversation, who, at }, index) => (
          <span key={message}>
            {index > 0 && ', '}
            <button
              type="button"
              className="link-button"
              onClick={() => desk.place.setState({ view: { kind: 'desk' }, conversation, isReading: true })}
            >
              {who}
            </button>{' '}
            <span className="soft">({moments.when(at)})</span>
          </span>
        ))}
      </p>
      <div className="row-of-buttons">
        <Button look="main" size="small" onClick={() => onKeep(first)}>
          {t('canned.proposalSave')}
        </Button>
        <Button look="quiet" size="small" onClick={() => background(refuse(first))}>
          {t('canned.proposalNo')}
        </Button>
      </div>
    </section>
  );
}

function useProposals(): readonly CannedProposal[] {
  const desk = useDesk();
  const [proposals, setProposals] = useState<readonly CannedProposal[]>([]);
  useEffect(() => {
    let isLeft = false;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('canned.proposals', {});
      if (!isLeft && answer.ok) setProposals(answer.value);
    };
    background(ask());
    const stop = desk.client.onEvent(({ kind }) => {
      if (kind === 'canned-changed' || kind === 'events-missed') background(ask());
    });
    return () => {
      isLeft = true;
      stop();
    };
  }, [desk]);
  return proposals;
}
