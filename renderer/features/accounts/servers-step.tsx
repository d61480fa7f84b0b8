// Which servers, and the password for them. What was found is shown before the password is asked for, and all of it can be
// changed by hand.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerAddress, ServerSuggestion } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice, Field, Segments, SelectField, TextField } from '../../ui/field.tsx';
import { portFor } from './ports.ts';
import { needsPlainYes, type Wizard } from './use-account-wizard.ts';

export function ServersStep({ wizard, onLeave }: { readonly wizard: Wizard; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const { draft, change, suggestion } = wizard;
  const isCertain = suggestion !== null && suggestion.source !== 'guess';
  const isAsFound = isCertain && draft.imap === suggestion.imap && draft.smtp === suggestion.smtp;
  const [isOpen, setIsOpen] = useState(!isAsFound);
  if (suggestion?.signIn === 'browser-only') {
    return (
      <div className="settings-stack">
        <p className="notice-box">{t('wizard.browserOnly', { provider: suggestion.provider })}</p>
        <div className="row-of-buttons">
          <Button look="main" onClick={() => wizard.back('who')}>
            {t('wizard.browserOnlyOther')}
          </Button>
          <Button look="quiet" onClick={onLeave}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    );
  }
  const isPlain = needsPlainYes(draft);
  const isReady =
    draft.password !== '' &&
    draft.user.trim() !== '' &&
    draft.imap.host.trim() !== '' &&
    draft.smtp.host.trim() !== '' &&
    draft.imap.port > 0 &&
    draft.smtp.port > 0 &&
    (!isPlain || draft.plainAllowed);
  return (
    <form
      className="settings-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) background(wizard.connect());
      }}
    >
      <p>
        {suggestion === null ? t('wizard.notFound') : t('wizard.found', { provider: suggestion.provider })}
        {suggestion !== null && <span className="soft"> ({t(`wizard.source.${suggestion.source}`)})</span>}
      </p>
      {!isOpen && (
        <div className="server-summary">
          <ServerLine label={t('wizard.imap')} server={draft.imap} />
          <ServerLine label={t('wizard.smtp')} server={draft.smtp} />
          <div>
            <Button size="small" onClick={() => setIsOpen(true)}>
              {t('common.edit')}
            </Button>
          </div>
        </div>
      )}
      {isOpen && (
        <>
          <ServerFields
            kind="imap"
            label={t('wizard.imap')}
            server={draft.imap}
            onChange={(imap) => change({ imap })}
          />
          <ServerFields
            kind="smtp"
            label={t('wizard.smtp')}
            server={draft.smtp}
            onChange={(smtp) => change({ smtp })}
          />
          <TextField
            label={t('wizard.user')}
            value={draft.user}
            autoComplete="username"
            spellCheck={false}
            onText={(user) => change({ user })}
          />
          <details>
            <summary>{t('wizard.advanced')}</summary>
            <Field label={t('wizard.ca')}>
              {(ids) => (
                <textarea
                  {...ids}
                  className="textarea"
                  rows={3}
                  spellCheck={false}
                  value={draft.ca ?? ''}
                  onChange={({ target }) => change({ ca: target.value.trim() === '' ? null : target.value })}
                />
              )}
            </Field>
          </details>
        </>
      )}
      {suggestion?.signIn === 'app-password' && <AppPassword suggestion={suggestion} />}
      <TextField
        label={t('wizard.password')}
        type="password"
        value={draft.password}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- all else is known
        autoFocus={isCertain}
        autoComplete="current-password"
        onText={(password) => change({ password })}
      />
      <KeepPassword keep={draft.keep} onKeep={(keep) => change({ keep })} />
      {isPlain && (
        <div className="failure">
          <p>{t('wizard.plainWarning')}</p>
          <Choice
            label={t('wizard.plainYes')}
            isOn={draft.plainAllowed}
            onChange={(plainAllowed) => change({ plainAllowed })}
          />
        </div>
      )}
      <div className="row-of-buttons">
        <Button look="main" isSubmit disabled={!isReady}>
          {t('wizard.test')}
        </Button>
        <Button look="quiet" onClick={() => wizard.back('who')}>
          {t('common.back')}
        </Button>
      </div>
    </form>
  );
}

function ServerLine({ label, server }: { readonly label: string; readonly server: ServerAddress }) {
  const { t } = useTranslation();
  return (
    <p>
      <span className="soft">{label}</span>
      <br />
      <span translate="no">
        {server.host}:{server.port}
      </span>
      , {server.security === 'plain' ? t('wizard.plain') : server.security.toUpperCase()}
    </p>
  );
}

type ServerFieldsProps = {
  readonly kind: 'imap' | 'smtp';
  readonly label: string;
  readonly server: ServerAddress;
  readonly onChange: (server: ServerAddress) => void;
};

function ServerFields({ kind, label, server, onChange }: ServerFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="server-fields">
      <legend>{label}</legend>
      <TextField
        label={t('wizard.host')}
        value={server.host}
        spellCheck={false}
        onText={(host) => onChange({ ...server, host: host.trim() })}
      />
      <TextField
        label={t('wizard.port')}
        inputMode="numeric"
        value={server.port === 0 ? '' : String(server.port)}
        // An emptied field waits for its figure: 0 is no port, and the button waits with it.
        onText={(port) => onChange({ ...server, port: Math.min(65_535, Number(port.replaceAll(/\D/g, ''))) })}
      />
      <SelectField
        label={t('wizard.security')}
        value={server.security}
        options={(['tls', 'starttls', 'plain'] as const).map((value) => ({ value, label: t(`wizard.${value}`) }))}
        onValue={(security) => onChange({ ...server, security, port: portFor(kind, server, security) })}
      />
    </fieldset>
  );
}

function AppPassword({ suggestion }: { readonly suggestion: ServerSuggestion }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { helpUrl } = suggestion;
  return (
    <div className="notice-box">
      <p>{t('wizard.appPassword', { provider: suggestion.provider })}</p>
      {helpUrl !== null && (
        <button
          type="button"
          className="link-button"
          title={helpUrl}
          onClick={() => background(desk.client.shell('shell.openLink', { url: helpUrl }))}
        >
          {t('wizard.appPasswordLink')}
        </button>
      )}
    </div>
  );
}

type KeepPasswordProps = {
  readonly keep: 'session' | 'keychain';
  readonly onKeep: (keep: 'session' | 'keychain') => void;
};

export function KeepPassword({ keep, onKeep }: KeepPasswordProps) {
  const { t } = useTranslation();
  const status = useFacts((facts) => facts.status);
  if (status.secrets === 'session') {
    return (
      <div className="notice-box">
        <p>{t('wizard.keychainAway')}</p>
        {status.secretsTrouble !== null && (
          <details>
            <summary>{t('common.details')}</summary>
            <p translate="no">{status.secretsTrouble}</p>
          </details>
        )}
      </div>
    );
  }
  return (
    <Segments
      label={t('wizard.keep')}
      value={keep}
      options={[
        { value: 'keychain', label: t('wizard.keepKeychain') },
        { value: 'session', label: t('wizard.keepSession') },
      ]}
      onValue={onKeep}
    />
  );
}
