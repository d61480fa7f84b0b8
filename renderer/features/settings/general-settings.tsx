// Language, theme, who the owner is, and how the desk behaves.
import { useTranslation } from 'react-i18next';
import { Choice, Segments, SelectField } from '../../ui/field.tsx';
import { SignatureSettings } from './signature-settings.tsx';
import { SlowText } from './slow-text.tsx';
import { useSettings } from './use-settings.ts';

const UNDO_SECONDS = [5, 10, 20, 30, 60] as const;
const CHECK_MINUTES = [1, 2, 5, 10, 15, 30, 60] as const;

const withCurrent = (choices: readonly number[], current: number): readonly number[] =>
  choices.includes(current) ? choices : [...choices, current].toSorted((a, b) => a - b);

export function GeneralSettings() {
  const { t } = useTranslation();
  const { settings, set } = useSettings();
  return (
    <div className="settings-stack">
      <Segments
        label={t('settings.language')}
        value={settings.language}
        options={[
          { value: 'system', label: t('settings.languageSystem') },
          { value: 'nl', label: t('settings.languageNl') },
          { value: 'en', label: t('settings.languageEn') },
        ]}
        onValue={(language) => set({ language })}
      />
      <Segments
        label={t('settings.theme')}
        value={settings.theme}
        options={[
          { value: 'system', label: t('settings.themeSystem') },
          { value: 'light', label: t('settings.themeLight') },
          { value: 'dark', label: t('settings.themeDark') },
        ]}
        onValue={(theme) => set({ theme })}
      />
      <h2>{t('settings.me')}</h2>
      <div className="two-columns">
        <SlowText
          label={t('settings.myName')}
          value={settings.me.name}
          maxLength={120}
          onValue={(name) => set({ me: { ...settings.me, name } })}
        />
        <SlowText
          label={t('settings.myPhone')}
          value={settings.me.phone}
          maxLength={60}
          onValue={(phone) => set({ me: { ...settings.me, phone } })}
        />
      </div>
      <div className="two-columns">
        <SelectField
          label={t('settings.undo')}
          value={String(settings.undoSeconds)}
          options={withCurrent(UNDO_SECONDS, settings.undoSeconds).map((count) => ({
            value: String(count),
            label: t('settings.seconds', { count }),
          }))}
          onValue={(seconds) => set({ undoSeconds: Number(seconds) })}
        />
        <SelectField
          label={t('settings.checkEvery')}
          value={String(settings.checkEveryMinutes)}
          options={withCurrent(CHECK_MINUTES, settings.checkEveryMinutes).map((count) => ({
            value: String(count),
            label: t('settings.minutes', { count }),
          }))}
          onValue={(minutes) => set({ checkEveryMinutes: Number(minutes) })}
        />
      </div>
      <Choice
        label={t('settings.tray')}
        help={t('settings.trayHelp')}
        isOn={settings.keepInTray}
        onChange={(keepInTray) => set({ keepInTray })}
      />
      <SignatureSettings signatures={settings.signatures} onSignatures={(signatures) => set({ signatures })} />
    </div>
  );
}
