// Which letters the codes of Chinese, Japanese and Korean fonts stand for, as pdf.js brings the tables.
import { unpacked } from './unpacked.ts';

const FILES = import.meta.glob<string>('/../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  eager: true,
  query: '?inline',
  import: 'default',
});

export const find = (fileName: string): Uint8Array | undefined => unpacked(FILES, fileName);
