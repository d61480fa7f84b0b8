// Which servers, and the password for them. What was found is shown before the password is asked for, and all of it can be
// changed by hand.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerAddress, ServerSuggestion } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice, Segments, TextField } from '../../ui/field.tsx';
import { BrowserNotSetUp } from './browser-not-set-up.tsx';
import { HistoryChoice } from './history-choice.tsx';
import { OwnCa, ServerFields } from './server-fields.tsx';
import { needsPlainYes, type Wizard } from './use-account-wizard.ts';

export function ServersStep({ wizard, onLeave }: { readonly wizard: Wizard; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const { draft, change, suggestion } = wizard;
  const isCertain = suggestion !== null && suggestion.source !== 'guess';
  const isAsFound = isCertain && draft.imap === suggestion.imap && draft.smtp === suggestion.smtp;
  const [isOpen, setIsOpen] = useState(!isAsFound);
  const oauth = suggestion?.oauth ?? null;
  const byBrowser = draft.oauth !== undefined && draft.oauth !== null;
  if (suggestion?.signIn === 'browser-only' && !byBrowser) {
    return (
      <div className="settings-stack">
        <p className="notice-box">
          {t(oauth === null ? 'browser.unknown' : 'wizard.browserOnly', { provider: suggestion.provider })}
        </p>
        {oauth !== null && (
          <BrowserNotSetUp provider={oauth.provider} onLookAgain={() => background(wizard.lookUp(true))} />
        )}
        <div className="row-of-buttons">
          <Button onClick={() => wizard.back('who')}>{t('wizard.browserOnlyOther')}</Button>
          <Button look="quiet" onClick={onLeave}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    );
  }
  const isPlain = needsPlainYes(draft);
  const isReady =
    (byBrowser || draft.password !== '') &&
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
        {suggestion === null
          ? t('wizard.notFound')
          : t(byBrowser ? 'browser.found' : 'wizard.found', { provider: suggestion.provider })}
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
            <OwnCa ca={draft.ca} onCa={(ca) => change({ ca })} />
          </details>
        </>
      )}
      {oauth?.isSetUp === true && suggestion?.signIn !== 'browser-only' && (
        <Segments
          label={t('browser.way')}
          value={byBrowser ? 'browser' : 'password'}
          options={[
            { value: 'browser', label: t('browser.byBrowser') },
            { value: 'password', label: t('browser.byAppPassword') },
          ]}
          onValue={(way) => change({ oauth: way === 'browser' ? oauth.provider : null })}
        />
      )}
      {byBrowser && <p className="notice-box">{t('browser.explain', { provider: suggestion?.provider ?? '' })}</p>}
      {!byBrowser && suggestion?.signIn === 'app-password' && <AppPassword suggestion={suggestion} />}
      {!byBrowser && (
        <TextField
          label={t('wizard.password')}
          type="password"
          value={draft.password}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- all else is known
          autoFocus={isCertain}
          autoComplete="current-password"
          onText={(password) => change({ password })}
        />
      )}
      <HistoryChoice value={draft.history ?? '1y'} onValue={(history) => change({ history })} />
      <KeepPassword keep={draft.keep} isSignIn={byBrowser} onKeep={(keep) => change({ keep })} />
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
          {t(byBrowser ? 'browser.signIn' : 'wizard.test')}
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
      {suggestion.oauth !== null && !suggestion.oauth.isSetUp && (
        <p className="soft">{t('browser.notSetUpHere', { provider: suggestion.provider })}</p>
      )}
    </div>
  );
}

type KeepPasswordProps = {
  readonly keep: 'session' | 'keychain';
  /** What a browser granted, and no password. */
  readonly isSignIn?: boolean;
  readonly onKeep: (keep: 'session' | 'keychain') => void;
};

export function KeepPassword({ keep, isSignIn = false, onKeep }: KeepPasswordProps) {
  const { t } = useTranslation();
  const status = useFacts((facts) => facts.status);
  if (status.secrets === 'session') {
    return (
      <div className="notice-box">
        <p>{t(isSignIn ? 'browser.keychainAway' : 'wizard.keychainAway')}</p>
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
      label={t(isSignIn ? 'browser.keep' : 'wizard.keep')}
      value={keep}
      options={[
        { value: 'keychain', label: t('wizard.keepKeychain') },
        { value: 'session', label: t('wizard.keepSession') },
      ]}
      onValue={onKeep}
    />
  );
}
