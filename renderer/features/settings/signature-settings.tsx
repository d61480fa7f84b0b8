// What stands below letters: one for all, and others for an own address or a language. Each change is kept at once.
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../main/contract/settings.ts';
import { LANGUAGES } from '../../../main/domain/conversation/message.ts';
import { useFacts } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { SlowText } from './slow-text.tsx';

type Signatures = Settings['signatures'];
type SignatureSettingsProps = {
  readonly signatures: Signatures;
  readonly onSignatures: (signatures: Signatures) => void;
};

/** No address and no language is called this. */
const ALL = '';
const FOR_ALL = { address: null, language: null, text: '' } as const;

export function SignatureSettings({ signatures, onSignatures }: SignatureSettingsProps) {
  const { t } = useTranslation();
  const accounts = useFacts((facts) => facts.accounts);
  const own = accounts.filter(({ state }) => state.kind !== 'detached').flatMap(({ addresses }) => addresses);
  const shown = signatures.length === 0 ? [FOR_ALL] : signatures;
  const change = (index: number, part: Partial<Signatures[number]>): void =>
    onSignatures(shown.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <section className="settings-stack" aria-labelledby="signatures-title">
      <h2 id="signatures-title">{t('signatures.title')}</h2>
      <p className="soft">{t('signatures.help')}</p>
      <ul className="signature-list">
        {shown.map(({ address, language, text }, index) => (
          // Their order is all that tells them apart while they are being written.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <div className="signature-line" role="group" aria-label={t('signatures.one', { nr: index + 1 })}>
              <div className="two-columns">
                <SelectField
                  label={t('signatures.address')}
                  value={address ?? ALL}
                  options={[
                    { value: ALL, label: t('signatures.everyAddress') },
                    ...distinct([...own, ...(address === null ? [] : [address])]).map((one) => ({
                      value: one,
                      label: one,
                    })),
                  ]}
                  onValue={(value) => change(index, { address: value === ALL ? null : value })}
                />
                <SelectField
                  label={t('signatures.language')}
                  value={language ?? ALL}
                  options={[
                    { value: ALL, label: t('signatures.everyLanguage') },
                    ...LANGUAGES.map((one) => ({ value: one, label: t(`signatures.in.${one}`) })),
                  ]}
                  onValue={(value) => change(index, { language: LANGUAGES.find((one) => one === value) ?? null })}
                />
              </div>
              <SlowText
                label={t('signatures.text')}
                value={text}
                rows={3}
                maxLength={4_000}
                onValue={(words) => change(index, { text: words })}
              />
              {signatures.length > 1 && (
                <Button
                  size="small"
                  look="quiet danger"
                  aria-label={t('signatures.removeOne', { nr: index + 1 })}
                  onClick={() => onSignatures(signatures.toSpliced(index, 1))}
                >
                  {t('common.remove')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" onClick={() => onSignatures([...shown, FOR_ALL])}>
          {t('signatures.add')}
        </Button>
      </div>
    </section>
  );
}

const distinct = (addresses: readonly string[]): readonly string[] => [...new Set(addresses)];
