// All keys on one sheet.
import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { KEY_RULES, type KeyGroup } from './keys.ts';

const GROUPS: readonly KeyGroup[] = ['list', 'conversation', 'everywhere'];

export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('keys.title')} isWide onClose={onClose}>
      <p className="soft">{t('keys.intro')}</p>
      <div className="keys-help">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`keys.group.${group}`)}</h3>
            <dl>
              {KEY_RULES.filter((rule) => rule.group === group).map((rule) => (
                <KeyLine key={rule.action} shown={rule.shown} words={t(`keys.${rule.words}`)} />
              ))}
              {group === 'conversation' && (
                <>
                  <KeyLine shown="/" words={t('keys.canned')} />
                  <KeyLine shown="Ctrl Enter" words={t('keys.send')} />
                </>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function KeyLine({ shown, words }: { readonly shown: string; readonly words: string }) {
  return (
    <div className="key-line">
      <dt>
        {shown.split(' ').map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
