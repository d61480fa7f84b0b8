// What people want of a shop in so many or so few words: the short questions of chat, orders, arrangements that change, things
// that went wrong. In Dutch (both sides of the border), English, French, and the commonest German. All patterns expect small
// letters: minding neither case in Unicode is five times as slow.
import { anywhere, oneOf, wholeWords } from '../phrases.ts';

/** "nog vrij vrijdag", "hoe laat open", "prijs": a question of which only the middle is typed. */
export const CLIPPED_QUESTION = anywhere('u')`
  # nl
  \bnog (?:(?:een|wat|ergens) )?(?:(?:in|op|voor) (?:\p{L}+ ){1,2})?(?:vrij|plek(?:je)?|plaats|open|beschikbaar|te koop|verkrijgbaar|iets vrij|kamers?|tafels?)\b
  \bhoe ?(?:laat|lang|veel|duur|groot|oud|ver)\b
  \bal (?:klaar|binnen|nieuws|verzonden|vertrokken|iets)\b
  \b(?:uiterste|laatste) prijs\b|\b(?:afmetingen|prijs|maat|adres|openingsuren|wifi)\s*\??$
  ^(?:en|hallo|hoi|hey|prijs|maten)\s*\?*$
  \b(?:iets|nog) (?:van|over) .{1,40} gehoord\b
  \b(?:interesse|mogelijk|lukt het|lukt dat|oké voor jou)\s*\?*$
  # en
  \b(?:any|still) (?:\w+ ){0,2}(?:left|free|available|slots?|space|rooms?|have|got|openings?)\b
  \bhow (?:much|long|many|late|far)\b|^(?:u|you) (?:guys )?(?:open|free|there|around)\b|\bwhat time\b
  \b(?:price|size|address|cost|wifi password)\s*(?:please|pls)?\s*\??$
  # fr
  \b(?:il|vous) (?:vous )?(?:reste|avez encore|en reste)\b|\b(?:combien|à quelle heure|dispo(?:nible)?s?|prix)\b
  # de
  \b(?:habt ihr|hat ihr|gibt(?:'s| es)|wie (?:lange|viel|teuer)|was kostet|noch frei)\b
`;

const THEY_DO = oneOf`
  \p{Ll}{2,14}en (?:jullie|we)
  (?:doet|maakt|levert|verkoopt|verzendt|neemt|repareert|herstelt|werkt|geeft|hebt|heeft|kent|zoekt|komt|plaatst|verhuurt) (?:u|ge|gij|hij|er)
  (?:doe|maak|lever|verkoop|neem|geef|heb|ken|zoek|kom|ben|was|zit|staat|valt|geldt|mag|hoort|krijg|moet|kunde|hebde|zijde|gade|doede) (?:je|jij|gij|u|er|dit|dat|mijn|mn|ik|we|hem|m)
`;
/** Turned about, as Dutch asks: "verkopen jullie ook ...", "zit er ontbijt bij"; and the French "vous livrez ...". */
export const TURNED_ABOUT = anywhere('u')`
  ^(?:(?:hoi|hallo|hey|hee|dag|beste|en|maar|ok|goedemorgen|goedemiddag)[,!]?\s(?:\p{L}+,\s)?)?(?:${THEY_DO})\b
  ^(?:(?:bonjour|salut|et)[,!]?\s)?(?:vous|tu) (?:êtes|etes|avez|as|faites|fermez|ouvrez|livrez|pouvez|peux|prenez|vendez|acceptez)\b
  ^(?:je|on) (?:peux|peut) .{2,80}$|^vous l['’]avez\b
  ^(?:lukt|past|schikt|kan|mag) (?:\p{L}+ ){0,2}(?:\d{1,2}|half|om|vandaag|morgen|ook)\b
  ,\s(?:hebben|kunnen|zijn|doen|verkopen|maken) (?:jullie|we)\b|,\s(?:hebt|kunt|bent|doet) u\b
  ^(?:est|ist|sind|kann|könnt|habt|hast|geht|wann|wo|wer|was)\s(?:das|es|der|die|ich|ihr|man|mein|sie|du|kostet)\b
  ^(?:can|could|may|do|does|did|is|are) (?:u|i|you|your|we|my|the|it|this|someone)\b
`;

export const WANTS = wholeWords('u')`
  # nl
  (?:ik|wij|we) (?:zou(?:den)?|wil(?:len)?|zoek(?:en)?|wens(?:en)?|had(?:den)?)
  (?:zou|wil|wou) (?:graag|mijn)|(?:op zoek|zoeken|zoekt|zoek) (?:naar|een|nog|iemand)|interesse|geïnteresseerd
  graag (?!gedaan|tot)
  liever|liefst|bij voorkeur
  heb(?:ben)? (?:dringend )?(?:een|uw|jullie|je)? ?(?:\w+ )?nodig
  aan vervanging toe
  # en
  looking for (?:a|an|some\w*)|(?:i|we) need|interested in (?:a|an|your|having)|preferably
  # fr
  (?:je|nous|on) (?:voudrais|voudrions|souhait\w+|aimer\w+|cherch\w+)|plutôt|de préférence
  # de
  (?:wir|ich) (?:möchte\w*|suche\w*|brauche\w*|hätte\w*)|bitten um|bitte um|gern(?:e)? (?:ein|für)
`;

/** Looked for in one sentence. Somebody is to do something: "stuur nog even", "vergeet je niet", "please deliver". */
export const TELLS_TO_DO = anywhere('u')`
  # nl
  ^(?:(?:hoi|hallo|beste|en|maar|dus|dan|ja|nee|ok)[,!]?\s)?(?:gelieve|stuur|vergeet|bel|mail|geef|zet|pas|kijk|check|laat|noteer|reserveer|bestel|annuleer|doe)\b(?! (?:gerust|maar zitten))
  \b(?:aub|svp|a\.u\.b|alstublieft|alsjeblieft)\b|\bhoor (?:ik )?het\b|\bterug ?(?:te )?(?:bellen|bel|belt|mailen)\b|\bbelt u\b
  \b(?:ondertekend|terug|aangepast|gewijzigd|opgelost|doorgegeven|rechtgezet) (?:te )?(?:krijgen|wordt|worden|bezorgen)\b
  # en
  ^(?:(?:and|so|then|\p{L}+,) )?(?:please|pls|kindly|send|call|ring|tell|give|let (?:me|us) know|have a look|add|forward|sign|check|grab|keep|put|include|schedule|set up)\b
  \b(?:please|pls|plz)\b|\bring me\b|\bcall me\b|\bjust change\b|\bget back to me\b
  # fr
  \b(?:merci de (?!votre|ta|vos)\p{L}+r|veuillez|rappelez|dites|envoyez|il faut|s['’]il vous plaît)\b
  # de
  \b(?:bitte (?!schön)\p{L}+|rufen sie|melden sie|rückruf)\b
`;

const GOODS = oneOf`
  grote?|kleine?|kilo|kg|liter|stuks?|broodjes|broden|pistolets|pizza['’]?s?|taart(?:en|jes)?|flessen|dozen|zakken|bossen|boeket(?:ten)?
  large|small|bags?|boxes|bottles|margheritas|bouquets?
`;
const PARTY = oneOf`personen|pers|man|volwassenen|kinderen|gasten|people|guests|persons|adults|personnes|adultes|personen|nachten|nights`;
/** So many of something, or for so many: an order or a reservation. */
export const ORDER = anywhere('u')`
  \b\d{1,3}\s?(?:x\s)?(?:${GOODS})\b
  \b\d{1,3}(?:[- ]?tal)?\s?(?:${PARTY})\b
  \b(?:tafel|kamer|table|room|tisch|zimmer|chambre|boeket|bouquet)\b.{0,20}\b(?:voor|for|für|pour|van|de|of)\b
  \b(?:bestellen|reserveren|boeken|inschrijven|réserver|commander|livrer|to book|to order|buchen)\b
`;

/** What was agreed does not hold: cannot come, another day, other people, cancelled, ended. */
export const CHANGES_PLAN = anywhere('u')`
  # nl
  \b(?:kan|kunnen|kunt|lukt|past|schikt)\b.{0,25}\b(?:niet|geen)\b(?!.{0,12}\b(?:wachten|beter|missen)\b)
  \bafzeg\p{L}*|\bannul\p{L}+|\bopzegg\p{L}+|\bstopzett\p{L}+|\bgaat (?:\p{L}+ )?niet door\b|\bverzet\p{L}*|\bverplaats\p{L}*
  \bin plaats van\b|\bniet meer komen\b|\btoch niet\b
  # en
  \b(?:can['’]?t|cannot|can ?not|won['’]?t be able to|unable to) (?:make|come|do|attend)\b|\bcancel\p{L}*|\breschedul\p{L}+|\b(?:does|do)(?:n['’]t| not) work for me\b
  \b(?:move|change) (?:my|our) (?:appointment|booking|lesson|table|reservation|order|delivery)\b|\binstead of\b|\bbut (?:there|we) (?:will|are|have)\b
  # fr
  \bne (?:peux|pouvons|convient|pourrai) pas\b|\bne me convient\b|\bannul\p{L}+|\brésili\p{L}+|\bdéplacer\b|\bau lieu de\b
  # de
  \b(?:kann|können|passt)\b.{0,25}\b(?:nicht|leider)\b|\babsag\p{L}+|\bstornier\p{L}+|\bkündig\p{L}+
`;

/** Broken, blocked, in pain, locked out. */
export const TROUBLE = anywhere('u')`
  # nl
  \b(?:lekt|lekken|lekkage|druppelt|kapot|stuk|defect|gebarsten|gescheurd|verstopt|geblokkeerd|piep(?:t|en)|kraakt|rammelt|scheef|plat|leeg)\b
  \b(?:doet|doen|werkt|werken|start|laadt|sluit|gaat|past|klopt|kloppen|eet|lukt)\b.{0,30}\bniet\b
  \b(?:valt|vallen|springt|sloeg)\b.{0,15}\b(?:uit|af|weg)\b|\buitval\p{L}*|\bstoring\b|\b(?:rare?|vreemd) (?:geluid|geur|lawaai)\b
  \b(?:niemand|nobody|personne)\b|\bgeen (?:warm )?(?:water|stroom|licht|verwarming|internet|bereik|mails?)\b|\bniet (?:warm|koud|goed|open|dicht)\b|\bwordt niet\b
  \b(?:pijn|ziek|overleden|ongeluk|wespennest|buitengesloten|inloggen|wachtwoord|kwijt|vergeten|verloren|schade|gemorst)\b
  \b(?:loopt|komt) (?:achter|er water|water)\b|\bfout(?:je|melding)?\b|\bbarst\p{L}*
  # en
  \b(?:leak\p{L}*|broken|blocked|cracked|stopped working|stopped after|not working|is off|won['’]t (?:start|close|open)|locked out|crack)\b
  \b(?:(?:i|we)(?:['’]ve| have)? lost|left behind|left (?:a|my|our)|forgot|(?:a lot|bit) of pain|passed away|log ?in)\b
  # fr
  \b(?:fuit\p{L}*|fuite|en panne|cassée?s?|abîmée?s?|bouché\p{L}*|oublié|perdu|coule|arrêtée?|manque|douleur\p{L}*|décédé\p{L}*)\b|\bne (?:s['’]|se )?\p{L}+ (?:plus|pas)\b|\bn['’]\p{L}+ (?:plus|pas)\b|\bpas d['’]eau\b
  # de
  \b(?:kaputt|defekt|tropft|undicht|fehlt|vergessen|schmerzen)\b|\bnicht (?:mehr|warm|erhalten)\b
`;

/** Not what was ordered, agreed or billed. */
export const NOT_RIGHT = anywhere('u')`
  # nl
  \b(?:verkeerde?|ontbreekt|ontbreken|mis(?:sen|t)?|tekort|dubbel|te (?:klein|groot|laat|duur|veel)|fout(?:e|ief)?|twee keer|2 keer)\b
  \b(?:niet|nooit|geen) (?:\p{L}+ ){0,2}(?:ontvangen|gekregen|geleverd|aangekomen|besteld|afgesproken|de afspraak)\b|\bniet (?:ok|in orde|correct|juist|tevreden|zoals)\b
  \b(?:ontevreden|teleurgesteld|klacht|schandalig|wel erg (?:veel|duur)|volgens mij|klopt (?:dat|dit)? ?niet|begrijp\b.{0,40}\bniet|aanmaning)\b
  # en
  \b(?:wrong|missing|incorrect|mistake|twice|overcharged|too (?:small|big|expensive|late)|disappoint\p{L}+|complain\p{L}*|refund|not (?:what|the one|happy)|was supposed to|don['’]t understand|over our budget)\b
  \b(?:never|not|haven['’]t) (?:\p{L}+ )?(?:received|arrived|heard|got)\b
  # fr
  \b(?:mauvaise?|erreur|deux fois|trop (?:petit|grand|cher)\p{L}*|déçue?s?|réclamation|pas (?:reçu|correcte?|compris)|ne comprends? pas)\b|\bil manque\b
  # de
  \b(?:falsch\p{L}*|fehler|reklamation|enttäuscht|verstehe\b.{0,30}\bnicht|zu (?:klein|groß|teuer))\b
`;

/** Wants work, a place, support, a meeting of minds: strangers with a proposal for this owner himself. */
export const APPLIES = wholeWords('u')`
  # nl
  sollicit\w+|vacature|stage(?:plaats)?|cv|sponsor\w*|interviewen|mogen rekenen|op jullie rekenen
  # en
  placement|internship|sponsor\w*|my resume|work experience
  # fr
  stage|candidature|parrain\w*
  # de
  bewerbung|praktikum
`;

/** The fields that a form on a site puts before what was typed. */
export const FORM_FIELDS = anywhere('im')`
  ^(?:naam|name|nom|e-?mail|telefoon|phone|téléphone|nummer|bericht|message|nachricht|vraag|opmerking(?:en)?|datum|dates?|personen|aankomst|arrival|postcode|soort werk|type)\s?:
`;
