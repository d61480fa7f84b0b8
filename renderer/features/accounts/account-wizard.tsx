// Connecting a mailbox in three steps: who you are, which servers (shown before the password goes anywhere), and trying it.
import { useTranslation } from 'react-i18next';
import { background } from '../../client/background.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useLanguage } from '../../state/use-desk.tsx';
import { BrowserWait } from './browser-wait.tsx';
import { ServersStep } from './servers-step.tsx';
import { TestProgress } from './test-progress.tsx';
import { isEmail, useAccountWizard, type Wizard } from './use-account-wizard.ts';
import { FailureBox, isPassing } from '../../ui/failure-box.tsx';

type AccountWizardProps = {
  /** Known already where an account is connected again. */
  readonly email?: string;
  readonly onDone: () => void;
  readonly onLeave: () => void;
};

export function AccountWizard({ email = '', onDone, onLeave }: AccountWizardProps) {
  const { t } = useTranslation();
  const wizard = useAccountWizard(email);
  const language = useLanguage();
  const { step } = wizard;
  const byBrowser = wizard.draft.oauth !== null;
  const at = { who: 0, looking: 1, servers: 1, testing: 2, done: 2 }[step];
  return (
    <div className="wizard">
      <ol className="wizard-steps">
        {(['stepWho', 'stepServers', 'stepTest'] as const).map((name, index) => (
          <li key={name} aria-current={index === at ? 'step' : undefined} className={index < at ? 'past' : ''}>
            {t(`wizard.${name}`)}
          </li>
        ))}
      </ol>
      {step === 'who' && <WhoStep wizard={wizard} onLeave={onLeave} />}
      {step === 'looking' && (
        <p role="status">{t('wizard.lookingUp', { domain: wizard.draft.email.split('@')[1] ?? '' })}</p>
      )}
      {step === 'servers' && <ServersStep wizard={wizard} onLeave={onLeave} />}
      {step === 'testing' && (
        <div className="settings-stack">
          <TestProgress begun={wizard.begun} hasFailed={wizard.error !== null} isDone={false} byBrowser={byBrowser} />
          {byBrowser && wizard.error === null && wizard.begun.at(-1) === 'browser' && (
            <BrowserWait testId={wizard.testId} provider={wizard.suggestion?.provider ?? ''} />
          )}
          {wizard.error !== null && (
            <>
              <FailureBox error={wizard.error} language={language} isTrial />
              <div className="row-of-buttons">
                <Button look={isPassing(wizard.error) ? 'plain' : 'main'} onClick={() => wizard.back('servers')}>
                  {t('wizard.checkServers')}
                </Button>
                <Button look={isPassing(wizard.error) ? 'main' : 'plain'} onClick={() => background(wizard.connect())}>
                  {t('app.tryAgain')}
                </Button>
              </div>
            </>
          )}
        </div>
      )}
      {step === 'done' && (
        <div className="settings-stack">
          <TestProgress begun={wizard.begun} hasFailed={false} isDone byBrowser={byBrowser} />
          <div role="status">
            <h3>{t('wizard.done')}</h3>
            <p>{t('wizard.doneBody')}</p>
          </div>
          <div>
            <Button look="main" size="large" onClick={onDone}>
              {t('wizard.toDesk')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

function WhoStep({ wizard, onLeave }: { readonly wizard: Wizard; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const { draft, change } = wizard;
  const isGood = isEmail(draft.email);
  return (
    <form
      className="settings-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) background(wizard.lookUp());
      }}
    >
      <TextField
        label={t('wizard.email')}
        type="email"
        value={draft.email}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first of the few questions on this sheet
        autoFocus
        required
        autoComplete="email"
        spellCheck={false}
        wrong={draft.email.includes('@') && draft.email.includes(' ') ? t('wizard.invalidEmail') : null}
        onText={(email) => change({ email })}
      />
      <TextField label={t('wizard.name')} value={draft.name} autoComplete="name" onText={(name) => change({ name })} />
      <div className="row-of-buttons">
        <Button look="main" isSubmit disabled={!isGood}>
          {t('wizard.next')}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
