// In the settings, below storage: old mail in, everything out.
import { useTranslation } from 'react-i18next';
import type { ExportReport, ImportReport } from '../../../main/contract/own-data.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { useOwnDataWork } from './use-own-data.ts';
import { WorkLine } from './work-line.tsx';

export function OwnDataSettings() {
  const { t } = useTranslation();
  const desk = useDesk();
  const importing = useOwnDataWork<ImportReport>();
  const exporting = useOwnDataWork<ExportReport>();
  const isBusy = importing.percent !== null || exporting.percent !== null;
  const take = (from: 'file' | 'folder'): void => importing.run(() => desk.client.shell('shell.importMail', { from }));
  return (
    <section className="settings-stack" aria-labelledby="own-data-heading">
      <h2 id="own-data-heading">{t('ownData.title')}</h2>
      <p className="soft">{t('ownData.importWhy')}</p>
      <div className="row-of-buttons">
        <Button disabled={isBusy} onClick={() => take('file')}>
          {t('ownData.importFile')}
        </Button>
        <Button disabled={isBusy} onClick={() => take('folder')}>
          {t('ownData.importFolder')}
        </Button>
      </div>
      <WorkLine work={importing}>{importing.report !== null && <ImportLines report={importing.report} />}</WorkLine>
      <p className="soft">{t('ownData.exportWhy')}</p>
      <div className="row-of-buttons">
        <Button
          disabled={isBusy}
          onClick={() => exporting.run(() => desk.client.shell('shell.exportData', { contact: null }))}
        >
          {t('ownData.exportAll')}
        </Button>
      </div>
      <WorkLine work={exporting}>{exporting.report !== null && <ExportLines report={exporting.report} />}</WorkLine>
    </section>
  );
}

function ImportLines({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('ownData.imported', { added: report.added, known: report.known, skipped: report.skipped })}</p>
      {report.isStopped && <p>{t('ownData.stopped')}</p>}
      {report.passedOver.length > 0 && (
        <ul>
          {report.passedOver.map(({ why, count, examples }) => (
            <li key={why}>
              {count} × {t(`ownData.why.${why}`)}
              {examples.length > 0 && <span className="soft"> {examples.join(', ')}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function ExportLines({ report }: { readonly report: ExportReport }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('ownData.exported', { messages: report.messages, folder: report.folder })}</p>
      {report.missingAttachments > 0 && <p>{t('ownData.missing', { count: report.missingAttachments })}</p>}
      {report.isStopped && <p>{t('ownData.stopped')}</p>}
    </>
  );
}
