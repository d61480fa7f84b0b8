// The words by which mail programs introduce what they quote, in the languages they speak; quote-lines.ts reads them.
// Public habits of programs, not of people.
import { anywhere, oneOf, wholeText, wordList } from '../phrases.ts';

// ---- "-----Oorspronkelijk bericht-----"

export const SEPARATOR_WORDS = wholeText('i')`
  # en
  original(?: e-?mail)? message|original appointment
  forwarded message|begin forwarded message
  reply message|quoted message
  # nl
  oorspronkelijk bericht|origineel bericht|oorspronkelijke (?:e-?mail|afspraak)
  doorgestuurd bericht|begin doorgestuurd bericht|antwoord op bericht
  # fr
  message d['’]origine|message original|message transféré|message initial
  (?:e-?)?mail original|courriel original|e-?mail d['’]origine|rendez-vous d['’]origine
  début du message (?:transféré|réexpédié)
  # de
  ursprüngliche nachricht|originalnachricht|ursprünglicher termin
  weitergeleitete nachricht|anfang der weitergeleiteten nachricht
  # es, it, pt
  mensaje original|mensaje reenviado
  messaggio originale|messaggio inoltrato
  mensagem original
  # da, sv, no, fi, pl
  oprindelig meddelelse|ursprungligt meddelande|original melding
  alkuperäinen viesti|wiadomość oryginalna
`;

// ---- Outlook's block of Van, Verzonden, Aan, Onderwerp

export type HeaderKind = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'reply-to';

/** A low line stands for the blank inside a name. */
const NAMES: Readonly<Record<HeaderKind, readonly string[]>> = {
  from: wordList`
    from van de von fra da från od expéditeur afzender mittente remitente lähettäjä message_du
    发件人 от feladó kimden gönderen de_la
  `,
  date: wordList`
    sent date verzonden datum envoyé date_d’envoi gesendet sendt dato skickat data inviato enviado fecha
    wysłano lähetetty verzonden_op tijd 发送时间 отправлено дата odesláno elküldve gönderildi trimis
  `,
  to: wordList`
    to aan à a an til till para do vastaanottaja destinataire 收件人 кому komu címzett kime către
  `,
  cc: wordList`
    cc bcc copie_à copie kopie kopia copia
  `,
  subject: wordList`
    subject onderwerp objet sujet betreff emne ämne oggetto asunto assunto temat aihe
    主题 тема předmět tárgy konu subiect
  `,
  'reply-to': wordList`
    reply-to antwoord_aan répondre_à antwort_an risposta beantwoorden_aan
    organization organisatie importance prioriteit
  `,
};

export const HEADER_NAMES: Readonly<Record<string, HeaderKind>> = Object.fromEntries(
  (Object.keys(NAMES) as HeaderKind[]).flatMap((kind) =>
    NAMES[kind].map((name): [string, HeaderKind] => [name.replaceAll('_', ' '), kind]),
  ),
);

// ---- "Op ma 3 mrt 2025 om 10:12 schreef Anneke:"

/** A date of some kind: what comes between the first word and the verb. */
export const HAS_DATE = anywhere('u')`
  \d{1,4}[-/. ](?:\d{1,2}|(?:de )?\p{L}{3,})
  \p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?\b
  \d{1,2}\.? \p{L}{3,}
`;
export const HAS_TIME = /\d{1,2}[:.h]\d{2}/;

type Habit = { readonly starts: RegExp; readonly verb: RegExp };
export const HABITS: readonly Habit[] = [
  { starts: /\b(?:on|at)\b/i, verb: /\bwrote\b|\bwrites\b/i },
  { starts: /\bop\b/i, verb: /\bschreef\b|\bgeschreven\b/i },
  { starts: /\ble\b/i, verb: /\ba écrit\b|\bécrivait\b|\ba ecrit\b/i },
  { starts: /\bam\b/i, verb: /\bschrieb\b|\bgeschrieben\b/i },
  { starts: /\bel\b/i, verb: /escribió/i },
  { starts: /\b(?:il|in data|il giorno)\b/i, verb: /\bha scritto\b/i },
  { starts: /\b(?:em|no dia)\b/i, verb: /\bescreveu\b/i },
  { starts: /\b(?:den|på|d\.|kl\.)(?= )/i, verb: /\bskrev\b/i },
  { starts: /\b(?:w dniu|dnia)\b/i, verb: /napisał/i },
];

/** The verb comes first, or after the name: "Anna Weber <...> schrieb am Di., 16. Aug. 2016 um 12:52 Uhr:". */
export const NAME_FIRST = /^.{2,150}(?:schrieb am|schreef op|a écrit le|wrote on|kirjoitti)\b.{4,80}:\s*$/i;

const ANY_DATE = oneOf`
  \d{4}[-/]\d{1,2}[-/]\d{1,2}
  \d{1,2}[./-]\d{1,2}[./-]\d{4}
  \d{1,2}:\d{2} ?(?:am|pm)?, \p{L}+ \d{1,2}, \d{4}
`;
const ADDRESS = oneOf`[^<>\s]{1,120}@[^<>\s]{1,120}`;
/** No verb at all: a date, perhaps a name, and an address in angle brackets (older Gmail, Yandex, Crisp). */
export const DATE_AND_ADDRESS = anywhere('iu')`
  ^(?:${ANY_DATE})\b.{0,100}<${ADDRESS}>{1,2}\s*:?\s*$
`;
/** In any language: a moment, an address in angle brackets, and a colon at the end. */
export const ADDRESS_AND_MOMENT = anywhere('u')`
  ^[^<>]{0,80}<\s?${ADDRESS}\s?>{1,2}[^<>]{0,60}\d{1,2}[:.]\d{2}[^<>]{0,40}[:：]\s*$
`;
export const MOMENT_AND_ADDRESS = anywhere('u')`
  ^[^<>]{0,45}\d{1,2}[:.]\d{2}[^<>]{0,150}<\s?${ADDRESS}\s?>{1,2}[^<>]{0,30}[:：]\s*$
`;
export const GMAIL_OLD = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} (?:GMT|UTC)[+-]\d{1,2}:\d{2} \S/;

const HIMSELF = oneOf`
  ik|u|jij|je|wij|we|hij|zij|ze
  mij|me|ons|jou|hem|hun
  ich|sie|wir|er|du
  mir|uns|ihnen|dir|ihm|euch
`;
/** A person speaking about himself or to us: "Op 3 maart schreef ik u:". */
export const SPEAKING = anywhere('i')`
  (?:schreef|geschreven|schrieb)\s+(?:${HIMSELF})\b
  \b(?:i|you|we|he|she|they)\s+wrote
  \b(?:mij|me|ons|u|mir|uns|ihnen|dir)\s*:\s*$
  \bwrote\s+(?:to|me|us|you|him|her|them)\b
  (?:^|\s)(?:m['’]|(?:nous|vous|lui|leur)\s)a(?:vait)?\s(?:é|e)crit
  \b(?:heb|hebt|hebben)\b
`;

const VERB = oneOf`
  wrote|writes|écrit|ecrit|schrieb|geschrieben|geschreven|schreef
  escribió|scritto|escreveu|skrev|napisał
`;
export const ENDS_IN_VERB = anywhere('i')`
  (?:${VERB})$
`;
/** Of a line that may end an attribution: its verb, or an address. */
export const LAST_WORD = anywhere('i')`
  (?:${VERB}|\S@\S+)$
`;

const SMALL = oneOf`
  # nl
  op|om|uur|schreef|heeft|het|volgende|geschreven
  # en
  on|at|wrote|writes|am|pm|a\.m\.|p\.m\.
  # fr
  le|à|a|ecrit|écrit
  # de
  um|uhr|schrieb
  # es, it, pt
  el|las?|los|escribió
  il|ha|scritto
  em|às|escreveu
  # da, sv, no, fi, pl
  den|på|kl\.?|skrev|kello|w|dniu|o
  # particles of names, "and", the ends of numbers
  van|de|der|den|het|ten|ter|von|zu|du|di|da|via
  en|and|et|und
  st|nd|rd|th|er|of
  # short forms and days
  [\p{Ll}]{2,4}\.?
  [\p{Ll}]*(?:dag|day|di|tag|nedi|edi)
  # months: nl, fr
  januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december
  janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre
`;
/** Words of an attribution that do not begin with a capital, names of days and months aside. */
export const SMALL_WORDS = anywhere('u')`
  ^(?:${SMALL})[,.:]?$
`;
