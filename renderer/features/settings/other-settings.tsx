// The short sheets: what weighs in the order, and what Balie is.
import { useTranslation } from 'react-i18next';
import { FACTOR_NAMES, type FactorName } from '../../../main/domain/queue/factor.ts';
import { background } from '../../client/background.ts';
import { factorWords } from '../../i18n/trade-words.ts';
import { useDesk, useFacts, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { useSettings } from './use-settings.ts';

export function OrderSettings() {
  const { t } = useTranslation();
  const { settings, set } = useSettings();
  const language = useLanguage();
  const moments = useMoments();
  const nameOf = (name: FactorName): string => factorWords(language, { name, because: { kind: 'owner' } }).name;
  const isUsual = FACTOR_NAMES.every((name) => settings.weights[name] === 1);
  return (
    <div className="settings-stack">
      <p>{t('settings.weightsIntro')}</p>
      <ul className="weights">
        {FACTOR_NAMES.map((name) => (
          <li key={name}>
            <label>
              <span>{nameOf(name)}</span>
              <input
                type="range"
                min={0}
                max={5}
                step={0.5}
                value={settings.weights[name]}
                aria-valuetext={t('settings.weight', {
                  name: nameOf(name),
                  value: moments.count(settings.weights[name]),
                })}
                onChange={(event) => set({ weights: { ...settings.weights, [name]: Number(event.target.value) } })}
              />
              <span className="weight-value">× {moments.count(settings.weights[name])}</span>
            </label>
          </li>
        ))}
      </ul>
      <div>
        <Button
          disabled={isUsual}
          onClick={() =>
            set({ weights: { ...settings.weights, ...Object.fromEntries(FACTOR_NAMES.map((name) => [name, 1])) } })
          }
        >
          {t('settings.weightsReset')}
        </Button>
      </div>
    </div>
  );
}

export function AboutSettings() {
  const { t } = useTranslation();
  const desk = useDesk();
  const status = useFacts((facts) => facts.status);
  return (
    <div className="settings-stack">
      <p>
        <strong>Balie</strong> <span className="soft">{t('settings.version', { version: status.version })}</span>
      </p>
      <p>{t('settings.promise')}</p>
      <h2>{t('settings.secrets')}</h2>
      <p>{t(status.secrets === 'keychain' ? 'settings.secretsKeychain' : 'settings.secretsSession')}</p>
      <h2>{t('settings.dataFolder')}</h2>
      <p className="data-folder" translate="no">
        {status.dataFolder}
      </p>
      <div>
        <Button onClick={() => background(desk.client.shell('shell.openDataFolder', {}))}>
          {t('settings.openFolder')}
        </Button>
      </div>
      <h2>{t('settings.licences')}</h2>
      <p>{t('settings.licencesBody')}</p>
    </div>
  );
}
