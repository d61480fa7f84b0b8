// Reads a day as it is written in the Low Countries and Britain, day before month: "24/12", "24-12-2026", "24.12.26".

/** As "YYYY-MM-DD"; null when it is no day. Without a year: the first such day from `today` on, also "YYYY-MM-DD". */
export function readDate(text: string, today: string): string | null {
  const found = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$/.exec(text.trim());
  if (found === null) return null;
  const [, day = '', month = '', year] = found;
  const thisYear = Number(today.slice(0, 4));
  if (year !== undefined) return dayOf(year.length === 2 ? 2_000 + Number(year) : Number(year), month, day);
  const soon = dayOf(thisYear, month, day);
  return soon !== null && soon >= today ? soon : dayOf(thisYear + 1, month, day);
}

function dayOf(year: number, month: string, day: string): string | null {
  const iso = `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T12:00Z`);
  // 31 April would silently become 1 May.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}
