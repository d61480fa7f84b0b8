// The site or address that the words of a link name, if they name one. "factuur.pdf" and "Node.js" are no sites, nor is a full stop
// without a blank ("bijlage.De"): without http or www only endings count that are used for sites here, in small letters.

const BARE_ENDINGS =
  'nl|be|com|eu|org|net|de|fr|lu|uk|info|biz|shop|gent|brussels|vlaanderen|amsterdam|frl|gov|edu|me|online|site|website|store';
const WITH_SCHEME = /(?:https?:\/\/|\bwww\.)[^\s/?#<>"']*[\p{L}\p{N}]/iu;
const BARE = new RegExp(
  String.raw`(?<![\p{L}\p{N}@._-])((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:${BARE_ENDINGS}))(?![\p{L}\p{N}@-]|\.\p{L})`,
  'u',
);
const ADDRESS = /[^\s<>"'(),;:]+@((?:[\p{L}\p{N}-]+\.)+\p{L}{2,24})/iu;

/** Words longer than this are a paragraph, not a name. */
const LONGEST = 300;

/** Lower case, in punycode as a URL writes it; null: the words name no site. */
export function shownHost(words: string): string | null {
  const text = words.slice(0, LONGEST);
  const found = WITH_SCHEME.exec(text)?.[0] ?? (ADDRESS.test(text) ? undefined : BARE.exec(text)?.[1]);
  if (found === undefined) return null;
  const place = /^https?:/i.test(found) ? found : `https://${found}`;
  if (!URL.canParse(place)) return null;
  const { hostname } = new URL(place);
  return hostname.includes('.') ? hostname : null;
}

/** Lower case; null: the words name no mail address. */
export const shownAddressIn = (words: string): string | null =>
  ADDRESS.exec(words.slice(0, LONGEST))?.[0]?.toLowerCase() ?? null;
