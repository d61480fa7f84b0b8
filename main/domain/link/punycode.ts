// Host names back into the letters that a reader would see (RFC 3492), so that they can be judged. What is shown and opened stays
// the encoded form.

/** Label by label; one that is not well formed stays as it is. */
export const unicodeHost = (host: string): string =>
  host
    .toLowerCase()
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.');

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const HIGHEST = 0x10ffff;

/** RFC 3492 6.2; null where the text is no encoding. */
function decodeLabel(label: string): string | null {
  const split = label.lastIndexOf('-');
  const points = split > 0 ? Array.from(label.slice(0, split), (letter) => letter.codePointAt(0) ?? 0) : [];
  let at = split > 0 ? split + 1 : 0;
  let point = 128;
  let index = 0;
  let bias = 72;
  while (at < label.length) {
    const before = index;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(at));
      at += 1;
      if (digit === null) return null;
      index += digit * weight;
      const limit = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (digit < limit) break;
      weight *= BASE - limit;
      if (at >= label.length || weight > HIGHEST) return null;
    }
    const length = points.length + 1;
    bias = adapted(index - before, length, before === 0);
    point += Math.floor(index / length);
    index %= length;
    if (point > HIGHEST) return null;
    points.splice(index, 0, point);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : null;
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
