// Opens a PDF with pdf.js: in a worker that is served with the window's own files, under the window's own policy (nothing is
// fetched, nothing is evaluated). Fonts and tables that a file leaves out come from our own package.
import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  PDFWorker,
  VerbosityLevel,
  type PDFDocumentProxy,
} from 'pdfjs-dist';
// Vite makes a worker of it.
// oxlint-disable-next-line import/default
import PdfThread from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

export type OpenedPdf =
  /** `shape`: height of the first page over its width. */
  | { readonly kind: 'open'; readonly pdf: PDFDocumentProxy; readonly shape: number; readonly close: () => void }
  | { readonly kind: 'locked' | 'broken' };

/** Decoded, a point takes four bytes; a page of a poster has no more. */
const MOST_POINTS = 64_000_000;

/** Where renderer-bundle puts the decoders of scans, beside the chunk that this stands in. */
const decoders = (): string => new URL(/* @vite-ignore */ './pdf/', import.meta.url).href;

export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const port = new PdfThread();
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    // Handed over to the worker, and gone here.
    data: new Uint8Array(bytes),
    worker,
    verbosity: VerbosityLevel.ERRORS,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: MOST_POINTS,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    // WebAssembly would need 'wasm-unsafe-eval' in the policy; the same decoders come as script.
    useWasm: false,
    wasmUrl: decoders(),
    BinaryDataFactory: PackedData,
  });
  const close = (): void => {
    void task.destroy().finally(() => port.terminate());
  };
  try {
    const pdf = await task.promise;
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    return { kind: 'open', pdf, shape: height / width, close };
  } catch (error) {
    close();
    if (error instanceof PasswordException) return { kind: 'locked' };
    // Whatever else a broken file makes it throw, the file is not readable here.
    if (error instanceof InvalidPDFException || error instanceof Error) return { kind: 'broken' };
    throw error;
  }
}

/** As pdf.js asks for what a file leaves out. Each pack is a chunk of its own, fetched with the first file that needs it. */
class PackedData {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const pack = kind === 'cMapUrl' ? await import('./pdf-tables.ts') : await import('./pdf-fonts.ts');
    const packed = pack.find(filename);
    if (packed === undefined) throw new Error(`not in the package: ${filename}`);
    return packed;
  }
}
