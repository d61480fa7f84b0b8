// What Balie learned from the owner's own sorting: which senders, which signs; each can be forgotten, or everything at once.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearnedView } from '../../../main/contract/learning.ts';
import type { Result } from '../../../main/contract/errors.ts';
import type { LearnedSender } from '../../../main/domain/needs-answer/learn.ts';
import { background } from '../../client/background.ts';
import { signWords } from '../../i18n/trade-words.ts';
import { useDesk, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** More would be read by nobody; what moved most comes first. */
const SHOWN_SIGNS = 8;

export function LearnedSettings() {
  const { t } = useTranslation();
  const desk = useDesk();
  const [learned, setLearned] = useState<LearnedView | null>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const answer = await desk.client.call('learning.list', {});
      if (answer.ok) setLearned(answer.value);
      else desk.tellFailure(answer.error);
    };
    background(look());
  }, [desk]);
  const show = async (answer: Promise<Result<LearnedView>>): Promise<void> => {
    const after = await answer;
    if (after.ok) setLearned(after.value);
    else desk.tellFailure(after.error);
  };
  const forget = (sender: string): void => background(show(desk.client.call('learning.forget', { sender })));
  return (
    <div className="settings-stack">
      <p>{t('learned.intro')}</p>
      {learned !== null && (
        <>
          <Senders senders={learned.senders} onForget={forget} />
          <Signs signs={learned.signs} />
          <div>
            <Button look="danger" disabled={learned.deeds === 0} onClick={() => setAsking(true)}>
              {t('learned.reset')}
            </Button>
          </div>
        </>
      )}
      {isAsking && (
        <Dialog title={t('learned.resetTitle')} onClose={() => setAsking(false)}>
          <div className="settings-stack">
            <p>{t('learned.resetBody', { count: learned?.deeds ?? 0 })}</p>
            <div className="row-of-buttons">
              <Button
                look="danger"
                onClick={() => {
                  setAsking(false);
                  background(show(desk.client.call('learning.reset', {})));
                }}
              >
                {t('learned.resetYes')}
              </Button>
              <Button look="quiet" onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  );
}

type SendersProps = { readonly senders: readonly LearnedSender[]; readonly onForget: (sender: string) => void };

function Senders({ senders, onForget }: SendersProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  return (
    <section className="settings-stack" aria-labelledby="learned-senders">
      <h2 id="learned-senders">{t('learned.senders')}</h2>
      {senders.length === 0 ? (
        <p className="soft">{t('learned.noSenders')}</p>
      ) : (
        <ul className="settings-list">
          {senders.map(({ sender, apart, lastAt, isSetApart }) => (
            <li key={sender}>
              <p className="settings-list-text">
                <strong translate="no">{sender}</strong>{' '}
                <span className="soft">
                  {t(isSetApart ? 'learned.setApart' : 'learned.notYet', { count: apart, when: moments.when(lastAt) })}
                </span>
              </p>
              <Button
                size="small"
                look="quiet danger"
                aria-label={t('learned.forgetSender', { sender })}
                onClick={() => onForget(sender)}
              >
                {t('learned.forget')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Signs({ signs }: Pick<LearnedView, 'signs'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const named = (isMore: boolean): string =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(
      signs
        .slice(0, SHOWN_SIGNS)
        .filter(({ nudge }) => nudge > 0 === isMore)
        .map(({ name }) => signWords(language, name)),
    );
  const more = named(true);
  const less = named(false);
  return (
    <section className="settings-stack" aria-labelledby="learned-signs">
      <h2 id="learned-signs">{t('learned.signs')}</h2>
      {signs.length === 0 && <p className="soft">{t('learned.noSigns')}</p>}
      {less !== '' && <p>{t('learned.less', { signs: less })}</p>}
      {more !== '' && <p>{t('learned.more', { signs: more })}</p>}
      <p className="help">{t('learned.bound')}</p>
    </section>
  );
}
