// The site or address that the words of a link name, if they name one. "factuur.pdf" and "Node.js" are no sites, nor is a full stop
// without a blank ("bijlage.De"): without http or www only endings count that are used for sites here, all in small letters or all in capitals.

const BARE_ENDINGS =
  'nl|be|com|eu|org|net|de|fr|lu|uk|info|biz|shop|gent|brussels|vlaanderen|amsterdam|frl|gov|edu|me|online|site|website|store';
const WITH_SCHEME = /(?:https?:\/\/|\bwww\.)[^\s/?#<>"']*[\p{L}\p{N}]/giu;
const BARE = new RegExp(
  String.raw`(?<![\p{L}\p{N}@._-])((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:${BARE_ENDINGS}|${BARE_ENDINGS.toUpperCase()}))(?![\p{L}\p{N}@-]|\.\p{L})`,
  'gu',
);
const ADDRESS = /[^\s<>"'(),;:]+@((?:[\p{L}\p{N}-]+\.)+\p{L}{2,24})/iu;

/** Words longer than this are a paragraph, not a name. */
const LONGEST = 300;
/** Behind so many letters nobody reads a name any more. */
const LONGEST_OF_LINK = 4_000;
/** Of no width, or a mark of direction: "in<U+200B>g.nl" reads as the bank. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Lower case, in punycode as a URL writes them; each line of the words speaks for itself. */
export const shownHosts = (words: string): readonly string[] =>
  words
    .slice(0, LONGEST_OF_LINK)
    .replace(UNSEEN, '')
    // Wide letters, and dots of other scripts, are plain ones to the eye and to a browser.
    .normalize('NFKC')
    .split('\n')
    .flatMap((line) => {
      const whole = [...line.matchAll(WITH_SCHEME)].map(([found]) => found);
      if (whole.length > 0 || ADDRESS.test(line.slice(0, LONGEST))) return whole;
      return [...line.matchAll(BARE)].map(([, found = '']) => found);
    })
    .map(hostOf)
    .filter((host) => host !== null);

function hostOf(found: string): string | null {
  const place = /^https?:/i.test(found) ? found : `https://${found}`;
  if (!URL.canParse(place)) return null;
  const { hostname } = new URL(place);
  return hostname.includes('.') ? hostname : null;
}

/** Lower case; null: the words name no mail address. */
export const shownAddressIn = (words: string): string | null =>
  ADDRESS.exec(words.slice(0, LONGEST))?.[0]?.toLowerCase() ?? null;
