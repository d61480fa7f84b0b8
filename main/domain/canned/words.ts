// The words of a text as saved replies are found by: without accents, capitals and punctuation, and without those that say nothing
// about the matter. Shared by finding, suggesting and learning.

/** Shorter words are articles and the like. */
export const SHORTEST_WORD = 4;

/** Words that say nothing about the matter, in the three languages. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `aan alle allemaal alles alvast beste bent bij daar dacht dagen dank deze dien door echt eens even geen goed goede goededag goedemiddag
   goedemorgen goedenavond graag groet groeten groetjes haar hallo heeft hebben hebt heel hele hier hoe hoor iets jullie kan kunnen kunt
   maar meer mijn misschien moet moeten naar niet nog omdat onze ook over past tijd toch toen uitkijkend van veel vind volgens voor
   vraag vraagje vragen vriendelijke waar wanneer want wat weet wel werd weten wij wil wilde willen worden wordt zal zelf zijn zodat zou zouden
   about also been best could dear does doing from have hello here hope just kind know like looking made make more other please
   regards should some thank thanks that their them then there they this very want week were what when where which will with would your yours
   aussi avec avez avons bien bonjour bonsoir cette ceci cela comme cordialement dans depuis elle encore etes etre fait leur mais merci
   meilleures nous notre pour pourriez pouvez quand quel quelle quels salutations sans serait sont tres tout toute vous votre vos voudrais`.split(
    /\s+/,
  ),
);

export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `word` as `plain` gives it. */
export const saysSomething = (word: string): boolean => word.length >= SHORTEST_WORD && !EMPTY_WORDS.has(word);

export const contentWords = (text: string): readonly string[] =>
  [...new Set(plain(text).split(' '))].filter(saysSomething);

/** The same word in another number or form: "afspraak" and "afspraken", "offerte" and "offertes". */
export function isFormOf(word: string, other: string): boolean {
  const shorter = Math.min(word.length, other.length);
  let common = 0;
  while (common < shorter && word[common] === other[common]) common += 1;
  return common >= Math.max(SHORTEST_WORD, shorter - 2) && Math.max(word.length, other.length) - common <= 3;
}

/** Words that may be forms of one another begin alike. */
export const beginningOf = (word: string): string => word.slice(0, SHORTEST_WORD);
