// The text of one text part: transfer encoding, charset, line ends, format=flowed. What cannot be right in text (NUL and other
// controls) is taken out here, once, for everything that comes later.
import { decodeCharset } from './charset.ts';
import { unflow } from './flowed.ts';
import type { ValueWithParams } from './header-params.ts';
import { withoutInlineFiles, type InlineFile } from './inline-files.ts';
import { LIMITS } from './limits.ts';
import { decodeTransfer, type TransferEncoding } from './transfer-encoding.ts';

export type PartText = {
  readonly text: string;
  readonly isCut: boolean;
  /** That stood in the text. */
  readonly files: readonly InlineFile[];
};

export function readPartText(bytes: Buffer, encoding: TransferEncoding, type: ValueWithParams): PartText {
  const isCut = bytes.length > LIMITS.textBytes;
  const isHtml = type.value === 'text/html';
  const whole = decodeTransfer(isCut ? bytes.subarray(0, LIMITS.textBytes) : bytes, encoding);
  const { text: decoded, files } = isHtml ? { text: whole, files: [] } : withoutInlineFiles(whole);
  const label = type.params['charset'] ?? (isHtml ? charsetOfPage(decoded) : '');
  const plain = withPlainLines(decodeCharset(decoded, label));
  const isFlowed = !isHtml && type.params['format']?.toLowerCase() === 'flowed';
  return { text: isFlowed ? unflow(plain, type.params['delsp']?.toLowerCase() === 'yes') : plain, isCut, files };
}

export function withPlainLines(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return CONTROLS.test(lines) ? lines.replace(CONTROLS_ALL, '') : lines;
}

// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;
// oxlint-disable-next-line no-control-regex
const CONTROLS_ALL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** HTML without a charset on its part often names it itself (HTML 4.2.5.4 has it in the first 1024 bytes). */
function charsetOfPage(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 1_024);
  return /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1] ?? '';
}
