// The fonts that every reader of PDF must have (PDF 1.7, 9.6.2.2), as pdf.js brings them.
import { unpacked } from './unpacked.ts';

const FILES = import.meta.glob<string>('/../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  eager: true,
  query: '?inline',
  import: 'default',
});

export const find = (fileName: string): Uint8Array | undefined => unpacked(FILES, fileName);
