// All keys on one sheet, as they hold now.
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../state/use-desk.tsx';
import { Button, Kbd } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { actionWords } from './action-words.ts';
import { KEY_GROUPS, KEY_RULES } from './keys.ts';
import { KeyNames } from './key-names.tsx';
import { useBindings } from './use-keys.ts';

type KeysHelpProps = { readonly onChange: () => void; readonly onClose: () => void };

export function KeysHelp({ onChange, onClose }: KeysHelpProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const bindings = useBindings();
  return (
    <Dialog title={t('keys.title')} isWide onClose={onClose}>
      <div className="keys-head">
        <p className="soft">{t('keys.intro')}</p>
        <Button size="small" onClick={onChange}>
          {t('keys.change')}
        </Button>
      </div>
      <div className="keys-help">
        {KEY_GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`keys.group.${group}`)}</h3>
            <dl>
              {KEY_RULES.filter((rule) => rule.group === group).map(({ action }) => (
                <div key={action} className="key-line">
                  <dt>
                    <KeyNames strokes={bindings.keysOf(action)} />
                  </dt>
                  <dd>{actionWords(t, language, action)}</dd>
                </div>
              ))}
              {group === 'conversation' && (
                <>
                  <div className="key-line">
                    <dt>
                      <Kbd>/</Kbd>
                    </dt>
                    <dd>{t('keys.canned')}</dd>
                  </div>
                  <div className="key-line">
                    <dt>
                      <KeyNames strokes={['Mod+Enter']} />
                    </dt>
                    <dd>{t('keys.send')}</dd>
                  </div>
                </>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
