// Message-ID, In-Reply-To and References (RFC 5322 3.6.4) without their angle brackets, also when glued together or bare.
import { LIMITS } from './limits.ts';

export function parseIds(header: string): readonly string[] {
  const ids: string[] = [];
  if (header.includes('<')) {
    let open = header.indexOf('<');
    while (open >= 0) {
      const close = header.indexOf('>', open);
      if (close < 0) break;
      const id = cleanId(header.slice(header.lastIndexOf('<', close) + 1, close));
      if (id !== '') ids.push(id);
      open = header.indexOf('<', close);
    }
  } else {
    for (const word of header.split(/[\s,]+/)) if (word.includes('@')) ids.push(cleanId(word));
  }
  // The first is the start of the conversation, the last ones are nearest: the middle can go.
  return ids.length <= LIMITS.references ? ids : [ids[0] as string, ...ids.slice(1 - LIMITS.references)];
}

export function parseMessageId(header: string): string | null {
  const [first] = parseIds(header);
  if (first !== undefined) return first;
  const bare = cleanId(header.replace(/[<>]/g, ''));
  return bare === '' ? null : bare;
}

/** An id longer than a header line is an attack on whoever stores it. */
const cleanId = (id: string): string => id.replace(/[^\x21-\x7e]+/g, '').slice(0, 998);
