// The sheet about one customer's data: take all of it along, or erase it. Erasing first shows what would go and what the law wants
// kept; only then is there a button that does it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureOutlook, ErasureReport, ExportReport } from '../../../main/contract/own-data.ts';
import { erasureWords } from '../../../main/contract/text/erasure-words.ts';
import { shownAddress } from '../../../main/domain/contact/way.ts';
import { background } from '../../client/background.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { ExportLines } from './own-data-settings.tsx';
import { useOwnDataWork } from './use-own-data.ts';
import { WorkLine } from './work-line.tsx';

type PersonProps = { readonly address: string };

export function PersonData({ address }: PersonProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const exporting = useOwnDataWork<ExportReport>();
  return (
    <div className="settings-stack">
      <p>{t('ownData.personExportWhy', { address: shownAddress(address) || t('notes.thisCustomer') })}</p>
      <div className="row-of-buttons">
        <Button
          disabled={exporting.percent !== null}
          onClick={() => exporting.run(() => desk.client.shell('shell.exportData', { contact: address }))}
        >
          {t('ownData.personExport')}
        </Button>
      </div>
      <WorkLine work={exporting}>{exporting.report !== null && <ExportLines report={exporting.report} />}</WorkLine>
      <ErasePerson address={address} />
    </div>
  );
}

type Stage =
  | { readonly kind: 'asked-nothing' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'sure'; readonly outlook: ErasureOutlook }
  | { readonly kind: 'erasing' }
  | { readonly kind: 'erased'; readonly report: ErasureReport };

function ErasePerson({ address }: PersonProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const words = erasureWords(useLanguage());
  const [stage, setStage] = useState<Stage>({ kind: 'asked-nothing' });
  const [onServer, setOnServer] = useState(false);
  const look = async (): Promise<void> => {
    setStage({ kind: 'looking' });
    const seen = await desk.client.call('data.lookAtPerson', { address });
    if (!seen.ok) desk.tellFailure(seen.error);
    setStage(seen.ok ? { kind: 'sure', outlook: seen.value } : { kind: 'asked-nothing' });
  };
  const erase = async (): Promise<void> => {
    setStage({ kind: 'erasing' });
    const done = await desk.client.call('data.erase', { address, onServer });
    if (!done.ok) desk.tellFailure(done.error);
    setStage(done.ok ? { kind: 'erased', report: done.value } : { kind: 'asked-nothing' });
  };
  return (
    <section className="settings-stack" aria-labelledby="erase-heading">
      <h3 id="erase-heading">{t('ownData.erase')}</h3>
      <div role="status" className="settings-stack">
        {stage.kind === 'looking' && <p>{t('ownData.looking')}</p>}
        {stage.kind === 'erasing' && <p>{t('ownData.erasing')}</p>}
        {stage.kind === 'sure' && <Outlook outlook={stage.outlook} />}
        {stage.kind === 'erased' && <Erased report={stage.report} />}
      </div>
      {stage.kind === 'asked-nothing' && (
        <div className="row-of-buttons">
          <Button onClick={() => background(look())}>{t('ownData.eraseLook')}</Button>
        </div>
      )}
      {stage.kind === 'sure' && (
        <>
          <p>
            <strong>{words.fiscal}</strong>
          </p>
          {stage.outlook.onServer > 0 && (
            <label className="check">
              <input type="checkbox" checked={onServer} onChange={(event) => setOnServer(event.target.checked)} />
              {t('ownData.onServer')}
            </label>
          )}
          <div className="row-of-buttons">
            <Button look="danger" onClick={() => background(erase())}>
              {t('ownData.sure')}
            </Button>
            <Button look="quiet" onClick={() => setStage({ kind: 'asked-nothing' })}>
              {t('common.cancel')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Outlook({ outlook }: { readonly outlook: ErasureOutlook }) {
  const words = erasureWords(useLanguage());
  const day = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  const lines = words.outlook({ ...outlook, oldestAt: day(outlook.oldestAt), newestAt: day(outlook.newestAt) });
  return lines.split('\n').map((line) => <p key={line}>{line}</p>);
}

function Erased({ report }: { readonly report: ErasureReport }) {
  const { t } = useTranslation();
  const words = erasureWords(useLanguage());
  return (
    <>
      <p>{t('ownData.erased', { messages: report.messages })}</p>
      {report.leftOnServer > 0 && <p>{words.leftOnServer(report.leftOnServer)}</p>}
      {report.backupsRemoved.length > 0 && <p>{words.backupsRemoved(report.backupsRemoved.length)}</p>}
      {report.leftIn.length > 0 && <p>{words.leftIn(report.leftIn)}</p>}
    </>
  );
}
