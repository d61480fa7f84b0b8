// What the owner's own mail server writes on top of every mail that it takes in. Only that may be believed: every field further
// down, and every field on a server that writes none, may be the sender's own work. The habit is read from mail that is here, so it
// cannot be forged by one mail: most senders' mails must carry it (docs/decisions/0022).
import { parseAuthenticationResults, type MethodResult } from './authentication-results.ts';

/** The Authentication-Results fields of one mail from the top down, and the domain that it says to come from. */
export type SeenHead = { readonly fields: readonly string[]; readonly senderDomain: string };

/**
 * Authserv-ids from the top down, by their last two labels (a provider's machines differ in the first). Some servers write a field
 * for each method; where the second one is not always there, only the first is believed. Empty: nothing is believed.
 */
export type ServerHabit = readonly string[];

/** A server writes few fields. */
const MOST_FIELDS = 4;
/** One busy sender is one voice, not a hundred. */
const VOICES_A_DOMAIN = 3;
/** Fewer senders than these do not show a habit by themselves. */
const FEWEST_DOMAINS = 5;
/** Mail that never left the owner's own server has no such field. */
const SHARE = 0.9;
/** Of a server whose name says that it is the account's own. */
const SHARE_OF_OWN = 0.6;

/** `ownNames`: the mail domain, and the host that the mail is fetched from. */
export function serverHabit(heads: readonly SeenHead[], ownNames: readonly string[]): ServerHabit {
  const voices = fewOfEach(heads).map(({ fields }) => fields.slice(0, MOST_FIELDS).map(serverOf));
  const domains = new Set(heads.map(({ senderDomain }) => senderDomain)).size;
  const own = new Set(ownNames.map(zoneOf));
  let agreeing = voices;
  const habit: string[] = [];
  while (habit.length < MOST_FIELDS) {
    const at = habit.length;
    const commonest = mostOf(agreeing.flatMap((servers) => servers[at] ?? []));
    if (commonest === null) return habit;
    agreeing = agreeing.filter((servers) => servers[at] === commonest);
    const isOwn = at === 0 && commonest !== '' && own.has(commonest);
    const isShown = isOwn || (at > 0 && own.has(habit[0] ?? '')) || domains >= FEWEST_DOMAINS;
    if (!isShown || agreeing.length < voices.length * (isOwn ? SHARE_OF_OWN : SHARE)) return habit;
    habit.push(commonest);
  }
  return habit;
}

/** The results that the own server wrote; null where it wrote nothing on this mail. */
export function believedResults(fields: readonly string[], habit: ServerHabit): readonly MethodResult[] | null {
  const believed: MethodResult[] = [];
  for (const [at, server] of habit.entries()) {
    const field = fields[at];
    if (field === undefined || serverOf(field) !== server) return at === 0 ? null : believed;
    believed.push(...parseAuthenticationResults(field).results);
  }
  return habit.length === 0 ? null : believed;
}

/** The last two labels of a host name: for a habit, not for a proof. */
export const zoneOf = (host: string): string => host.toLowerCase().split('.').slice(-2).join('.');

const serverOf = (field: string): string => zoneOf(parseAuthenticationResults(field).server);

function fewOfEach(heads: readonly SeenHead[]): readonly SeenHead[] {
  const heard = new Map<string, number>();
  return heads.filter(({ senderDomain }) => {
    const before = heard.get(senderDomain) ?? 0;
    heard.set(senderDomain, before + 1);
    return before < VOICES_A_DOMAIN;
  });
}

function mostOf(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
