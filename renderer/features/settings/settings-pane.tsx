// The settings: sheets on the left, the chosen one beside them. Sheets of other features are handed in.
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SETTINGS_TABS, type SettingsTab } from '../../state/place.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { GeneralSettings } from './general-settings.tsx';
import { HoursSettings } from './hours-settings.tsx';
import { LearnedSettings } from './learned-settings.tsx';
import { NotificationSettings } from './notification-settings.tsx';
import { AboutSettings, OrderSettings } from './other-settings.tsx';
import { StorageSettings } from './storage-settings.tsx';
import { TargetSettings } from './target-settings.tsx';

type SettingsPaneProps = {
  readonly tab: SettingsTab;
  readonly Canned: ComponentType;
  /** What was learned of saved replies. */
  readonly CannedLearned: ComponentType;
  readonly Acknowledgements: ComponentType;
  readonly Accounts: ComponentType<{ readonly onAdd: () => void }>;
  readonly OwnData: ComponentType;
  readonly Sources: ComponentType;
  readonly Keys: ComponentType;
  readonly onAddAccount: () => void;
  readonly onGivenNotifications: () => void;
};

export function SettingsPane({
  tab,
  Canned,
  CannedLearned,
  Acknowledgements,
  Accounts,
  OwnData,
  Sources,
  Keys,
  onAddAccount,
  onGivenNotifications,
}: SettingsPaneProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <div className="settings">
      <nav className="settings-tabs" aria-label={t('settings.title')}>
        <h2>{t('settings.title')}</h2>
        <ul>
          {SETTINGS_TABS.map((name) => (
            <li key={name}>
              <button
                type="button"
                className="rail-item"
                aria-current={name === tab ? 'page' : undefined}
                onClick={() => desk.place.setState({ view: { kind: 'settings', tab: name } })}
              >
                {t(`settings.tab.${name}`)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section className="settings-sheet" aria-labelledby="settings-heading">
        <h2 id="settings-heading" className="settings-title">
          {t(`settings.tab.${tab}`)}
        </h2>
        {sheet()}
      </section>
    </div>
  );

  function sheet(): ReactNode {
    switch (tab) {
      case 'general':
        return <GeneralSettings />;
      case 'hours':
        return <HoursSettings />;
      case 'targets':
        return <TargetSettings />;
      case 'notifications':
        return <NotificationSettings onRecent={onGivenNotifications} />;
      case 'order':
        return <OrderSettings />;
      case 'learned':
        return (
          <div className="settings-stack">
            <LearnedSettings />
            <CannedLearned />
          </div>
        );
      case 'canned':
        return <Canned />;
      case 'acknowledgements':
        return <Acknowledgements />;
      case 'accounts':
        return <Accounts onAdd={onAddAccount} />;
      case 'sources':
        return <Sources />;
      case 'storage':
        return (
          <div className="settings-stack">
            <StorageSettings />
            <OwnData />
          </div>
        );
      case 'keys':
        return <Keys />;
      case 'about':
        return <AboutSettings />;
    }
  }
}
