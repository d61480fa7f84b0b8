// The letter inside winmail.dat: Outlook puts it there as plain text, as HTML, or only as compressed RTF (MS-OXTNEF 2.1.3.3,
// MS-OXCMSG 2.2.1.56). The first of them that holds words is taken.
import { decodeCharset } from './charset.ts';
import { htmlToText } from './html-to-text.ts';
import { withPlainLines } from './part-text.ts';
import { expandRtf, rtfToText } from './rtf.ts';
import { KIND, narrowText, readProperties, tnefAttributes, type Property } from './tnef.ts';

const BODY = 0x0002800c;
const PROPERTIES = 0x00069003;
const PLAIN = 0x1000;
const RTF = 0x1009;
const HTML = 0x1013;

/** '' for what is not TNEF, and where nothing is written. */
export function tnefText(raw: Uint8Array): string {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let body = '';
  let properties: ReadonlyMap<number, Property> = new Map();
  for (const { level, id, data } of tnefAttributes(bytes)) {
    if (level === 1 && id === BODY) body = narrowText(data);
    else if (level === 1 && id === PROPERTIES) properties = readProperties(data);
  }
  const ways = [
    () => body,
    () => textOf(properties.get(PLAIN)),
    () => htmlToText(htmlOf(properties.get(HTML))),
    () => rtfToText(expandRtf(properties.get(RTF)?.value ?? Buffer.alloc(0))),
  ];
  for (const way of ways) {
    const text = withPlainLines(way()).trim();
    if (text !== '') return text;
  }
  return '';
}

const textOf = (property: Property | undefined): string =>
  property === undefined
    ? ''
    : property.kind === KIND.wideText
      ? property.value.toString('utf16le').replace(/\0[^]*$/, '')
      : narrowText(property.value);

const htmlOf = (property: Property | undefined): string =>
  property === undefined
    ? ''
    : property.kind === KIND.wideText
      ? property.value.toString('utf16le')
      : decodeCharset(property.value, '');
