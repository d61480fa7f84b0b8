// Sets of UIDs as IMAP writes them ("1:5,9"). Always ascending: some servers refuse a descending set with BAD.

/** Largest value a UID can have (RFC 3501, 2.3.1.1). "n:*" would answer the last message even when it is below n. */
export const LAST_UID = 4_294_967_295;

export function packUids(uids: Iterable<number>): string {
  const sorted = [...new Set(uids)].toSorted((a, b) => a - b);
  const ranges: string[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end += 1;
    ranges.push(start === end ? String(sorted[start]) : `${sorted[start]}:${sorted[end]}`);
    start = end + 1;
  }
  return ranges.join(',');
}

/** null when it is not a set of UIDs, or holds more than `limit`: a server can write a huge set in a few bytes. */
export function unpackUids(set: string, limit: number): readonly number[] | null {
  if (set === '') return [];
  const uids = new Set<number>();
  for (const range of set.split(',')) {
    const match = /^(\d{1,10})(?::(\d{1,10}))?$/.exec(range);
    if (match === null) return null;
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
    const [low, high] = first < last ? [first, last] : [last, first];
    if (low < 1 || high > LAST_UID || uids.size + (high - low) >= limit) return null;
    for (let uid = low; uid <= high; uid += 1) uids.add(uid);
  }
  return [...uids].toSorted((a, b) => a - b);
}
