// What was asked again and came back the same stays the same object, part by part: only what is news is drawn anew.

/** `fresh`, with every part that is equal to its like in `before` taken from there. Of what the engine answers: plain data. */
export function kept<T>(before: T | null | undefined, fresh: T): T {
  if (!isParts(before) || !isParts(fresh) || Array.isArray(before) !== Array.isArray(fresh)) return fresh;
  const parts = Object.entries(fresh).map(
    ([key, part]) => [key, kept(Object.hasOwn(before, key) ? before[key] : undefined, part)] as const,
  );
  const isSame =
    parts.length === Object.keys(before).length &&
    parts.every(([key, part]) => Object.hasOwn(before, key) && part === before[key]);
  if (isSame) return before;
  return (Array.isArray(fresh) ? parts.map(([, part]) => part) : Object.fromEntries(parts)) as T;
}

const isParts = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
