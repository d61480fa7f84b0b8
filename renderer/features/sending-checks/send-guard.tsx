// The sheet between "send" and sending, where something may be wrong: what it is, and who decides is the owner. Shown only when
// there is a warning.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mayGoNevertheless, type SendingWarning } from '../../../main/domain/sending/sending-checks.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWarningWords } from './use-warning-words.ts';

type SendGuardProps = {
  readonly warnings: readonly SendingWarning[];
  readonly onSendAnyway: () => void;
  readonly onBack: () => void;
  /** null: there is no e-mail to move to, or it goes by e-mail already. */
  readonly onMoveToMail: (() => void) | null;
};

export function SendGuard({ warnings, onSendAnyway, onBack, onMoveToMail }: SendGuardProps) {
  const { t } = useTranslation();
  const words = useWarningWords(useLanguage());
  const isTooOpen = warnings.some((warning) => warning.kind === 'sensitive' && warning.where !== 'mail');
  const isMoved = isTooOpen && onMoveToMail !== null;
  // Enter does what is safe.
  const safest = useRef<HTMLButtonElement>(null);
  useEffect(() => safest.current?.focus(), []);
  return (
    <Dialog title={t('sending.title')} onClose={onBack}>
      <div className="settings-stack">
        <ul className="send-guard">
          {warnings.map((warning) => {
            const said = words(warning);
            return (
              <li key={said} dir="auto">
                {said}
              </li>
            );
          })}
        </ul>
        {isTooOpen && !isMoved && <p className="soft">{t('sending.noMail')}</p>}
        <div className="send-guard-deeds">
          {isMoved && (
            <Button look="main" icon="mail" element={safest} onClick={onMoveToMail}>
              {t('sending.toMail')}
            </Button>
          )}
          <Button {...(isMoved ? {} : { look: 'main', element: safest })} onClick={onBack}>
            {t('sending.back')}
          </Button>
          {mayGoNevertheless(warnings) && (
            <Button look="quiet" onClick={onSendAnyway}>
              {t('sending.asIs')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
