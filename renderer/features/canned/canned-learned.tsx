// What Balie learned of saved replies: which was given to which words. Each can be forgotten, or all at once.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearnedCanned } from '../../../main/contract/canned.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

export function CannedLearned() {
  const { t } = useTranslation();
  const desk = useDesk();
  const [learned, setLearned] = useState<readonly LearnedCanned[] | null>(null);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const answer = await desk.client.call('canned.learned', {});
      if (answer.ok) setLearned(answer.value);
      else desk.tellFailure(answer.error);
    };
    background(look());
    // Everything that was learned may be forgotten at once, right above.
    return desk.client.onEvent(({ kind }) => {
      if (kind === 'canned-changed') background(look());
    });
  }, [desk]);
  const forget = async (id: number | null): Promise<void> => {
    const after = await desk.client.call('canned.forgetLearned', { id });
    if (after.ok) setLearned(after.value);
    else desk.tellFailure(after.error);
  };
  if (learned === null) return null;
  return (
    <section className="settings-stack" aria-labelledby="learned-canned">
      <h2 id="learned-canned">{t('canned.learned')}</h2>
      <p>{t('canned.learnedIntro')}</p>
      {learned.length === 0 ? (
        <p className="soft">{t('canned.learnedNone')}</p>
      ) : (
        <>
          <ul className="settings-list">
            {learned.map(({ id, title, answers, words }) => (
              <li key={id}>
                <p className="settings-list-text">
                  <strong>{title}</strong>{' '}
                  <span className="soft">{t('canned.learnedOf', { count: answers, words: words.join(', ') })}</span>
                </p>
                <Button
                  size="small"
                  look="quiet danger"
                  aria-label={t('canned.learnedForget', { title })}
                  onClick={() => background(forget(id))}
                >
                  {t('learned.forget')}
                </Button>
              </li>
            ))}
          </ul>
          <div>
            <Button look="danger" onClick={() => background(forget(null))}>
              {t('canned.learnedReset')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
