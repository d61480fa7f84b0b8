// A PDF, page by page on canvas, drawn only near what is in sight. pdf.js reads it in a worker of our own; no script of the file
// runs, no form is filled in, and no link leads anywhere.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { ok, type Result } from '../../../main/contract/errors.ts';
import type { AttachmentView } from '../../../main/contract/attachments.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { PdfPage } from './pdf-page.tsx';
import { openPdf, type OpenedPdf } from './open-pdf.ts';
import { useLoaded } from './use-loaded.ts';

/** Thousands of places for pages would be slow; whoever reads on wants a program of his own. */
const MOST_PAGES = 300;

// As React.lazy has it.
// oxlint-disable-next-line import/no-default-export
export default function PdfView({ file }: { readonly file: AttachmentView }) {
  const { t } = useTranslation();
  const { client } = useDesk();
  const language = useLanguage();
  const leave = useRef<() => void>(() => {});
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      leave.current();
    };
  }, []);
  const loaded = useLoaded(async (): Promise<Result<OpenedPdf>> => {
    const content = await client.call('attachment.content', { id: file.id });
    if (!content.ok) return content;
    const opened = await openPdf(content.value.bytes);
    if (opened.kind === 'open') leave.current = opened.close;
    if (isGone.current) leave.current();
    return ok(opened);
  });
  if (loaded.kind === 'loading') return <p className="preview-said soft">{t('attached.loading')}</p>;
  if (loaded.kind === 'failed') return <FailureBox error={loaded.error} language={language} />;
  const opened = loaded.value;
  if (opened.kind !== 'open') {
    return <p className="preview-said">{t(opened.kind === 'locked' ? 'attached.pdfLocked' : 'attached.pdfBroken')}</p>;
  }
  return <Pages pdf={opened.pdf} shape={opened.shape} fileName={file.fileName} />;
}

type PagesProps = { readonly pdf: PDFDocumentProxy; readonly shape: number; readonly fileName: string };

function Pages({ pdf, shape, fileName }: PagesProps) {
  const { t } = useTranslation();
  const [width, setWidth] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const size = new ResizeObserver(() => setWidth(element.clientWidth));
    size.observe(element);
    return () => size.disconnect();
  }, []);
  const shown = Math.min(pdf.numPages, MOST_PAGES);
  return (
    <div
      ref={box}
      className="preview-pdf"
      role="region"
      aria-label={`${t('attached.content', { name: fileName })}, ${t('attached.pdfPages', { count: pdf.numPages })}`}
      // It scrolls, so the keyboard must reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {width > 0 &&
        Array.from({ length: shown }, (_, index) => (
          <PdfPage key={index} pdf={pdf} nr={index + 1} shape={shape} width={Math.min(860, width - 48)} />
        ))}
      {shown < pdf.numPages && <p className="aside">{t('attached.pdfMore', { count: shown })}</p>}
    </div>
  );
}
