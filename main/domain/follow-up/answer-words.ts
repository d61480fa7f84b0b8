// What a shop writes in its own answers: the offers and courtesies that want nothing back, and the sentences that do without being
// questions. Dutch (both sides of the border), English and French. Each pattern looks at one sentence and is linear in its length.
import { anywhere, oneOf } from '../phrases.ts';

const QUESTIONS_LEFT = oneOf`
  # nl
  (?:nog |verdere |andere |verder )*vragen(?: of (?:opmerkingen|twijfels))?
  iets (?:niet |nog )?(?:on)?duidelijk
  # en
  (?:any |more |other |further |additional )*(?:questions?|concerns|queries)
  # fr
  (?:d['’]autres |encore des |des |une |la moindre )?questions?
`;

/** Sounds like a question or a request, and leaves it to the customer whether he says anything at all. */
export const EMPTY_OFFER = anywhere('iu')`
  # nl
  \b(?:heb|hebt|heeft|hebben|mocht|moest|zijn er|bij|als)\b.{0,40}\b(?:${QUESTIONS_LEFT})\b
  \b(?:aarzel|twijfel) (?:dan |zeker |vooral )*niet\b
  \b(?:bel|mail|app|stuur|contacteer|vraag|laat)\b.{0,25}\bgerust\b
  \bgerust\b.{0,30}\b(?:bellen|mailen|weten|vragen|contact|langskomen|binnenspringen|opnemen|reageren|antwoorden)\b
  \b(?:altijd|gerust) welkom\b
  \b(?:kan|kunnen) (?:ik|we|wij) (?:nog |verder |u |je |jou |jullie |ergens |met iets |iets )+.{0,20}(?:helpen|doen|betekenen|van dienst zijn)\b
  \bals (?:u|je|jij|jullie|er|het|dat|de|dit) (?:nog |toch |ooit |later |iets |niet )
  \bmocht (?:u|je|er|het|dat|dit|jullie)\b
  \bindien (?:u|je|er|het|dat|dit|nodig|gewenst)\b
  \b(?:u|je) (?:hoeft|hoef|moet) (?:verder |voorlopig |zelf )*(?:niets|niks)\b
  \b(?:u|je|jullie) (?:kunt|kan|mag|kun)\b.{0,60}\b(?:altijd|steeds|vinden|betalen|ophalen|afhalen|bekijken|bestellen|terecht|bellen)\b
  \b(?:hoe|wat) (?:fijn|leuk|jammer|vervelend|goed|mooi)\b
  \b(?:houd|hou) (?:er |u |je )*rekening\b|\bgelieve (?:er )?(?:rekening|niet)\b
  \b(?:laten|laat) (?:we|wij|ik) (?:u |je |jou |jullie )?(?:het |dit |dat |iets )?(?:zeker |dan |nog |zo |snel )*(?:weten|horen)\b
  \b(?:ik|we|wij) (?:laat|laten|bel|bellen|mail|mailen|stuur|sturen|bezorg|bezorgen|kom|komen|hou|houden)\b.{0,20}\b(?:u|je|jou|jullie)\b
  \bvragen (?:we|wij|ik) (?:het |dat |dit )?(?:na|op|even na)\b
  \b(?:ik|we|wij) (?:vraag|vragen|zoek|zoeken|kijk|kijken|check|checken)\b.{0,30}\b(?:na|uit|op)\b
  \b(?:bevestig|bevestigen) (?:ik|we|wij|hierbij|graag)\b|\bhierbij (?:de |uw |je )?bevestiging\b
  \b(?:ik|we|wij) (?:wens|wensen)\b
  # en
  \b(?:if|should) (?:you|there|anything|it)\b.{0,40}\b(?:${QUESTIONS_LEFT}|need|want|like|help|unclear|else|problem)\b
  \b(?:feel free|do(?:n['’]t| not) hesitate|no need to)\b
  \b(?:anything else|any (?:more |other |further )?questions)\b
  \byou (?:can|may) (?:always |also |find|pay|pick|collect|order|call|reach|drop)
  \b(?:i|we)(?:['’]ll| will| can) (?:let|call|send|keep|get|be|come|check|confirm|mail|email|ring)\b
  \blet me (?:check|look|see|ask|find|get back|know if you)\b
  \bhow (?:nice|lovely|kind)\b
  # fr
  \bn['’]hésitez (?:surtout )?pas\b
  \bsi vous (?:avez|souhaitez|désirez|voulez)\b.{0,40}
  \b(?:avez-vous|auriez-vous) (?:encore |d['’]autres )?(?:des )?questions\b
  \bvous pouvez (?:toujours|aussi|nous joindre|passer|payer|retirer)\b
  \b(?:je|nous) vous (?:envoie|envoyons|rappelle|rappelons|tiens|tenons|confirme|confirmons|souhaite|souhaitons|prie|informe)\b
  \bveuillez (?:agréer|recevoir|trouver|noter|croire)\b|\bmerci de (?:votre|nous avoir|m['’]avoir)\b
`;

/** No question, and yet we cannot go on before he says something. */
export const WE_WAIT = anywhere('iu')`
  # nl
  \b(?:ik|we|wij) (?:hoor|horen|verneem|vernemen)\b.{0,40}\b(?:graag|van u|van je|of|wat|welke|wanneer)\b
  \b(?:hoor|horen|verneem|vernemen) (?:ik|we|wij)?\s?(?:het |dat |uw |je )?graag\b
  \bgraag (?:uw|je|jullie|een|nog|even|snel)? ?(?:akkoord|reactie|antwoord|bevestiging|terugkoppeling|bericht|seintje|idee|voorkeur|keuze|gegevens|adres|foto|maten)\b
  \b(?:in afwachting van|wacht(?:en)? (?:ik |we |wij )?(?:nog )?op|zodra (?:ik|we|wij) (?:uw|je|jullie|dat|dit|het)|van zodra)\b.{0,60}\b(?:akkoord|antwoord|reactie|bevestiging|bericht|gegevens|maten|foto\p{L}*|handtekening|betaling|keuze|goedkeuring)\b
  \blaat (?:u |je |maar |even |ons |mij |me |het |dan |zeker )+.{0,20}\bweten\b
  (?:^|[,;:]\s|\ben )(?:bezorg|stuur|mail|geef|bevestig|teken|onderteken|kies|vul|kijk|bekijk|check)\b.{0,50}\b(?:mij|me|ons|terug|door|aan|in|na)\b
  \bgelieve\b|\bgraag (?:vóór|voor|tegen|uiterlijk)\b
  \b(?:heb|hebben) (?:ik|we|wij) (?:nog |enkel |alleen |eerst |wel )*(?:uw|je|jullie|een|de|het)\b.{0,50}\bnodig\b
  \b(?:ik|we|wij) (?:heb|hebben) (?:nog |enkel |alleen |eerst |wel )*(?:uw|je|jullie|een|de|het)\b.{0,50}\bnodig\b
  # en
  \b(?:look(?:ing)? forward to) (?:your|hearing|receiving)\b
  \b(?:await(?:ing)?|waiting for|as soon as (?:i|we) (?:have|get|receive)|once (?:i|we) (?:have|get|receive)) your\b
  \b(?:i|we)(?: still| just| will|['’]ll)? need (?:your|the|a|an|to know)\b
  # fr
  \b(?:dans l['’]attente de|j['’]attends|nous attendons|dès (?:réception|que (?:j['’]ai|nous avons))) (?:de )?(?:votre|vos)\b
  \b(?:dites|faites|tenez|envoyez|transmettez|confirmez|donnez|communiquez)[- ](?:moi|nous)\b
  \b(?:j['’]ai|nous avons) (?:encore |juste )?besoin (?:de|d['’])
`;
