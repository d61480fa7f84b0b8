// What makes a Dutch sentence a promise of the writer's. Written as plainWords leaves them: no accents, lower case.
import { oneOf } from '../phrases.ts';

/** First person, singular and plural: the things that one promises to a customer. */
const DOES = oneOf`
  # word
  laat|laten|stuur|sturen|verstuur|versturen|bezorg|bezorgen|mail|mailen|app|appen
  bel|bellen|spreek|spreken|contacteer|contacteren|verwittig|verwittigen|informeer|informeren
  antwoord|antwoorden|reageer|reageren|vraag|vragen|bespreek|bespreken|koppel|koppelen|herinner|herinneren
  # come, bring, look
  kom|komen|lever|leveren|breng|brengen|begin|beginnen|start|starten
  bekijk|bekijken|herbekijk|herbekijken|kijk|kijken
  # do
  regel|regelen|los|lossen|pak|pakken|plan|plannen|maak|maken|doe|doen|voer|voeren
  herstel|herstellen|repareer|repareren|vervang|vervangen|ruil|ruilen
  geef|geven|neem|nemen|bevestig|bevestigen
  betaal|betalen|stort|storten|zorg|zorgen
  bestel|bestellen|haal|halen|meld|melden|bereken|berekenen|reken|rekenen
  zet|zetten|verzet|verzetten|plaats|plaatsen|boek|boeken|reserveer|reserveren|houd|hou|houden
`;
const TO_DO = oneOf`
  # word
  laten weten|sturen|versturen|doorsturen|opsturen|toesturen|nasturen|bezorgen|mailen
  bellen|terugbellen|opbellen|contacteren|verwittigen|informeren
  antwoorden|beantwoorden|reageren|bespreken
  # come, bring, look
  langskomen|terugkomen|komen|leveren|brengen|beginnen|starten
  bekijken|nakijken|uitzoeken
  # do
  regelen|plannen|inplannen|maken|opmaken|uitvoeren
  herstellen|repareren|vervangen|omruilen
  geven|nemen|opnemen|bevestigen
  betalen|terugbetalen|storten|zorgen
  bestellen|halen|ophalen|melden|berekenen|uitrekenen
  uitwerken|afwerken|doen|plaatsen
`;
const DONE = oneOf`
  geleverd|verstuurd|verzonden|bezorgd|opgestuurd
  hersteld|gerepareerd|geplaatst|gebracht|afgewerkt|geinstalleerd
  gebeld|teruggebeld|gecontacteerd
  terugbetaald|gestort|opgehaald|klaargezet|behandeld|verwerkt|aangepast|in orde
`;
const WILL = oneOf`
  (?:ik|we|wij) (?:zal|zullen|ga|gaan)
  (?:zal|zullen|ga|gaan) (?:ik|we|wij)
`;
const COLLEAGUE = oneOf`
  collega|technieker|technicus|monteur|vakman|chauffeur|koerier|plaatser|installateur|medewerker|ploeg
  slotenmaker|tuinman|stukadoor|dakwerker|tegelzetter|verwarmingsmonteur
  schilder|loodgieter|elektricien|schrijnwerker|man|vrouw
`;
const NO_NAME = oneOf`de|het|een|dat|die|dit|wie|wat|hoe|er|uw|je|men|niemand|iemand|hij|zij|ze|ik|u`;
const COMES = oneOf`komt|belt|mailt|neemt|stuurt|levert|brengt|contacteert|staat|begint|start|bezorgt|plaatst|bekijkt|haalt`;
const GETS = oneOf`krijgt?|krijgen|ontvangt?|ontvangen|hoort?|horen|verneemt|vernemen`;
const PAPER = oneOf`offerte|bestek|prijs|antwoord|voorstel|factuur|bestelling|pakket|planning|ontwerp|tekening`;
const WORK = oneOf`installatie|plaatsing|levering|herstelling|reparatie|montage|werken`;

/** Looked for in plain words with a blank at either end; see plainWords. */
export const DUTCH: readonly RegExp[] = [
  // The writer, or a colleague, does it.
  new RegExp(` (?:ik|we|wij) (?:zelf )?(?:${DOES}) `),
  new RegExp(` (?:${DOES}) (?:ik|we|wij)[ ,.]`),
  // "Wij zoeken een zaal voor 18 mei" asks, and promises nothing.
  / (?:ik|we|wij) (?:zoek|zoeken) (?:het|dat|dit|alles|even) |(?:zoek|zoeken) (?:ik|we|wij) (?:het|dat|dit|alles|even) /,
  / (?:ik werk|werk ik|we werken|werken we) .*(?:uit|af)[ ,.!]/,
  // "Ik reken het uit en stuur u morgen een prijs."
  new RegExp(` (?:en|dan) (?:${DOES}) (?:u|je|jullie|ze|het|hem|die|er) `),
  new RegExp(` (?:ik|we|wij) .* en (?:${DOES}) `),
  new RegExp(` (?:${WILL}) .*(?:${TO_DO})[ ,.!]`),
  / (?:ik ben|ben ik|we zijn|wij zijn|zijn we|zijn wij) .*(?:bij (?:u|je|jullie)|ter plaatse)[ ,.!]/,
  / (?:sta|staan|zie|zien) (?:ik|we|wij) .*(?:bij (?:u|je|jullie)|ter plaatse|op de stoep|voor de deur)[ ,.!]/,
  / (?:(?:ik|we|wij) (?:heb|hebben)|(?:heb|hebben) (?:ik|we|wij)) .*(?:klaar|af|rond)[ ,.!]/,
  new RegExp(` (?:${COLLEAGUE}) (?:${COMES}) `),
  // "Jan belt je vrijdag": somebody by his name.
  new RegExp(`^ (?!(?:${NO_NAME}) )[a-z]+ (?:belt|mailt|contacteert|brengt|komt) (?:u|je|jullie|het|ze|bij) `),
  new RegExp(` (?:${COMES}) (?:onze|mijn|een) (?:\\w+ )?(?:${COLLEAGUE})[ ,.]`),
  // The reader gets it.
  new RegExp(` (?:u|je|jij|jullie) (?:${GETS}) `),
  new RegExp(` (?:${GETS}) (?:u|je|jij|jullie)[ ,.]`),
  / (?:weet|weten) (?:u|je|jullie) (?:meer|het|of|wat|waar|hoe)[ ,.!]/,
  / (?:tegen|voor|binnen|uiterlijk|ten laatste) .*(?:hebt|heeft|heb|hebben) (?:u|je|jullie) (?:het|de|een|ons|onze|mijn) /,
  / (?:(?:u|je|jullie) (?:mag|mogen|kan|kunt|kunnen)|(?:mag|mogen|kan|kunt|kunnen) (?:u|je|jullie)) .*verwachten[ ,.!]/,
  / (?:vind|vindt|vinden) (?:u|je|jullie) .*(?:mailbox|inbox|brievenbus|in de bus)[ ,.!]/,
  // It comes, it will be done.
  new RegExp(` (?:${PAPER})\\S* .*(?:volgt|vertrekt)[ ,.!]`),
  new RegExp(` (?:${PAPER})\\S* (?:volgt|vertrekt|komt) `),
  new RegExp(` (?:${WORK}) (?:gebeurt|begint|start|doen we|vindt) `),
  new RegExp(` (?:wordt|worden) .*(?:${DONE})[ ,.!]`),
  new RegExp(` (?:is|zijn) (?:uw|je|jullie|het|de|alles) .*(?:${DONE})[ ,.!]`),
  / (?:is|zijn|ligt|liggen|staat|staan) .*klaar[ ,.!]/,
  / (?:staat|staan) .*op (?:uw|je|jullie) rekening[ ,.!]/,
  / (?:tegen|uiterlijk|ten laatste) .*(?:is alles|alles is) .*(?:geregeld|opgelost|rond|achter de rug)[ ,.!]/,
];

const NOT = oneOf`
  # no
  niet|geen(?! (?:probleem|punt|zorgen|nood)\b)|nooit
  # if and when; but "u hoort van ons wanneer we starten" is no condition
  als|indien|mocht|tenzij|zodra(?!.* (?:uiterlijk|ten laatste) )|hoewel|(?<! (?:weten|hoort|horen|ons|mij) )wanneer
  bij (?:betaling|bestelling|aankoop|akkoord)|korting
  na (?:u|uw|je|jullie|de) (?:\S+ )?(?:handtekening|akkoord|goedkeuring|bevestiging|betaling|bestelling|voorschot)
  # perhaps
  misschien|wellicht|mogelijk|eventueel|hopelijk|hoop|hopen|meestal|normaal|doorgaans|gewoonlijk|in principe
  # what stands below every letter: "wij reageren binnen 24 uur"
  (?:wij|we) (?:reageren|antwoorden|beantwoorden)(?! (?:u|je|jullie) ).* binnen
  probeer|proberen|tracht|trachten|zou|zouden|twijfel
  # past
  had|hadden|werd|werden|gisteren|vorige
  # counting on the reader
  reken op|rekenen op|rekent op
  # every week
  elke|iedere
  # away
  verlof|vakantie|gesloten|dicht|afwezig
  # the reader should do it
  gelieve|kunt u|kun je|wilt u|wil je
`;
export const DUTCH_NOT = new RegExp(` (?:${NOT})[ ,.!]`);
