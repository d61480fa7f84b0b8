// A table of saved replies coming in: first what it would do, line by line where it cannot; then all of it, which can be taken back.
import { useTranslation } from 'react-i18next';
import type { CannedCsvOutlook } from '../../../main/contract/canned.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type CannedImportProps = {
  readonly outlook: CannedCsvOutlook;
  readonly onGo: () => void;
  readonly onClose: () => void;
};

export function CannedImport({ outlook, onGo, onClose }: CannedImportProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { added, changed, same, unreadable } = outlook;
  const isNothing = added.length + changed.length === 0;
  const listed = (words: readonly string[]): string => new Intl.ListFormat(language).format(words);
  return (
    <Dialog title={t('canned.importTitle')} isWide onClose={onClose}>
      <div className="settings-stack">
        {isNothing && <p>{t('canned.importNothing')}</p>}
        {added.length > 0 && (
          <Part title={t('canned.importAdded', { count: added.length })}>
            {added.map(({ line, code, title }) => (
              <li key={line}>
                {title} <span className="soft">/{code}</span>
              </li>
            ))}
          </Part>
        )}
        {changed.length > 0 && (
          <Part title={t('canned.importChanged', { count: changed.length })}>
            {changed.map(({ line, code, title, what }) => (
              <li key={line}>
                {title} <span className="soft">/{code}</span>:{' '}
                {listed(what.map((part) => t(`canned.importWhat.${part}`)))}
              </li>
            ))}
          </Part>
        )}
        {unreadable.length > 0 && (
          <Part title={t('canned.importBad', { count: unreadable.length })}>
            {unreadable.map(({ line, why, said }) => (
              <li key={`${line} ${why}`}>
                {t('canned.importLine', { line })}
                {said !== '' && <span className="soft"> ({said})</span>}: {t(`canned.fault.${why}`)}
              </li>
            ))}
          </Part>
        )}
        {same > 0 && <p className="soft">{t('canned.importSame', { count: same })}</p>}
        <div className="row-of-buttons">
          {!isNothing && (
            <Button look="main" onClick={onGo}>
              {t('canned.importGo')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t(isNothing ? 'common.close' : 'common.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard */}
      <ul className="canned-import plain-list" tabIndex={0} aria-label={title}>
        {children}
      </ul>
    </section>
  );
}
