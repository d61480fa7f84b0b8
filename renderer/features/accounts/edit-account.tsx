// Changing an account: how it is called and shown, how much of it comes over, and, tried out before it is kept, its servers.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountChanges } from '../../../main/contract/account-commands.ts';
import type { Failure } from '../../../main/contract/errors.ts';
import type { AccountView, HistoryWindow } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Choice, Field, SelectField, TextField } from '../../ui/field.tsx';
import { changesOf, readAliases, type AccountForm } from './account-form.ts';
import { ColourChoice } from './colour-choice.tsx';
import { OwnCa, ServerFields } from './server-fields.tsx';
import { TestProgress } from './test-progress.tsx';

export function EditAccount({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [form, setForm] = useState<AccountForm>({
    name: account.name,
    colour: account.colour,
    aliases: account.addresses.slice(1).join('\n'),
    history: null,
    archiveDone: account.archiveDone,
    user: account.user,
    password: '',
    imap: account.imap,
    smtp: account.smtp,
    ca: account.ca,
  });
  const [testId, setTestId] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const begun = useFacts(({ testSteps }) => testSteps[testId]);
  const change = (part: Partial<AccountForm>): void => setForm((before) => ({ ...before, ...part }));
  const aliases = readAliases(form.aliases);
  const isReady = aliases.wrong === null && form.imap.host !== '' && form.smtp.host !== '' && form.user.trim() !== '';

  const save = async (changes: AccountChanges): Promise<void> => {
    const id = crypto.randomUUID();
    setTestId(id);
    setIsBusy(true);
    setError(null);
    const password = form.password === '' ? null : form.password;
    const edited = await desk.client.call('accounts.edit', { id: account.id, testId: id, changes, password });
    setIsBusy(false);
    if (!edited.ok) {
      setError(edited.error);
      return;
    }
    await desk.refresh.accounts();
    onClose();
  };
  return (
    <Dialog title={t('account.editTitle', { email: account.email })} isWide onClose={onClose}>
      <form
        className="settings-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isBusy) background(save(changesOf(account, form)));
        }}
      >
        <div className="two-columns">
          <TextField label={t('wizard.name')} value={form.name} onText={(name) => change({ name })} />
          <ColourChoice value={form.colour} onValue={(colour) => change({ colour })} />
        </div>
        <Field label={t('account.aliases')} help={t('account.aliasesHelp')} wrong={wrongAlias()}>
          {(ids) => (
            <textarea
              {...ids}
              className="textarea"
              rows={2}
              spellCheck={false}
              value={form.aliases}
              onChange={({ target }) => change({ aliases: target.value })}
            />
          )}
        </Field>
        <HistoryField account={account} value={form.history} onValue={(history) => change({ history })} />
        <Choice
          label={t('account.archiveDone')}
          help={t('account.archiveDoneHelp')}
          isOn={form.archiveDone}
          onChange={(archiveDone) => change({ archiveDone })}
        />
        <details className="account-servers">
          <summary>{t('account.servers')}</summary>
          <div className="settings-stack">
            <ServerFields
              kind="imap"
              label={t('wizard.imap')}
              server={form.imap}
              onChange={(imap) => change({ imap })}
            />
            <ServerFields
              kind="smtp"
              label={t('wizard.smtp')}
              server={form.smtp}
              onChange={(smtp) => change({ smtp })}
            />
            <div className="two-columns">
              <TextField
                label={t('wizard.user')}
                value={form.user}
                spellCheck={false}
                autoComplete="username"
                onText={(user) => change({ user })}
              />
              {account.oauthProvider === null && (
                <TextField
                  label={t('account.newPassword')}
                  type="password"
                  value={form.password}
                  autoComplete="new-password"
                  help={t('account.passwordStays')}
                  onText={(password) => change({ password })}
                />
              )}
            </div>
            <OwnCa ca={form.ca} onCa={(ca) => change({ ca })} />
          </div>
        </details>
        {(isBusy || error !== null) && begun !== undefined && (
          <TestProgress begun={begun} hasFailed={error !== null} isDone={false} />
        )}
        {error !== null && <FailureBox error={error} language={language} isTrial />}
        <div className="row-of-buttons">
          <Button look="main" isSubmit disabled={!isReady || isBusy}>
            {t(isBusy ? 'account.testing' : 'common.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );

  function wrongAlias(): string | null {
    return aliases.wrong === null ? null : t('account.aliasWrong', { address: aliases.wrong });
  }
}

type HistoryFieldProps = {
  readonly account: AccountView;
  readonly value: HistoryWindow | null;
  readonly onValue: (window: HistoryWindow | null) => void;
};

/** What is chosen already is an instant and no window: it is named as it is, beside the choices. */
function HistoryField({ account, value, onValue }: HistoryFieldProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now =
    account.historyFrom === 0 ? t('history.all') : t('history.since', { when: moments.short(account.historyFrom) });
  const options = [
    { value: 'same' as const, label: t('history.same', { window: now }) },
    ...(['3m', '1y', '5y', 'all'] as const).map((window) => ({ value: window, label: t(`history.${window}`) })),
  ];
  return (
    <SelectField
      label={t('history.title')}
      value={value ?? 'same'}
      options={options}
      onValue={(window) => onValue(window === 'same' ? null : window)}
    />
  );
}
