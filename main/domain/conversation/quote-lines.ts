// The lines by which mail programs introduce what they quote: "Op ma 3 mrt 2025 om 10:12 schreef Anneke <...>:", a rule with
// "Oorspronkelijk bericht", or Outlook's block of Van, Verzonden, Aan, Onderwerp. Public habits of programs, not of people.

/** How many lines from `from` on introduce a quote, and whether only marked lines (">") may belong to it; null when none does. */
export type QuoteStart = {
  readonly lines: number;
  /** 'attribution' needs a look at what follows; after the others the rest of the mail is the quote. */
  readonly kind: 'attribution' | 'separator' | 'header-block';
  /** What the writer put before it on the same line. */
  readonly before: string;
};

export function quoteStartAt(lines: readonly string[], from: number): QuoteStart | null {
  const line = lines[from] ?? '';
  if (line.length > LONGEST_LINE || line.trim() === '') return null;
  if (isSeparator(line)) return { lines: 1, kind: 'separator', before: '' };
  const header = headerBlockAt(lines, from);
  if (header > 0) return { lines: header, kind: 'header-block', before: '' };
  return attributionAt(lines, from);
}

/** Longer lines are text; also keeps what follows linear. */
const LONGEST_LINE = 1_000;

// ---- separators

const SEPARATOR_WORDS =
  /^(?:original(?: e-?mail)? message|original appointment|oorspronkelijk bericht|origineel bericht|oorspronkelijke (?:e-?mail|afspraak)|doorgestuurd bericht|forwarded message|begin forwarded message|message d['’]origine|message original|message transféré|message initial|début du message (?:transféré|réexpédié)|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|begin doorgestuurd bericht|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|oprindelig meddelelse|ursprungligt meddelande|original melding|alkuperäinen viesti|wiadomość oryginalna|reply message|quoted message|antwoord op bericht)$/i;

function isSeparator(line: string): boolean {
  if (line.length > 120 || !/^[\s>]*[-_=*]|:[\s*]*$/.test(line)) return false;
  const words = line.replace(/^[\s>*_=-]+|[\s*_=-]+$/g, '');
  if (words.length < 8 || words.length > 60) return false;
  const hasColon = words.endsWith(':');
  if (!SEPARATOR_WORDS.test(hasColon ? words.slice(0, -1).trim() : words)) return false;
  // Without its dashes it must be a line of its own with a colon: "Begin doorgestuurd bericht:".
  return hasColon || /-{2,}|_{4,}|={4,}/.test(line);
}

// ---- Outlook's block of header lines

type HeaderKind = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'reply-to';
const HEADER_NAMES: Readonly<Record<string, HeaderKind>> = Object.fromEntries(
  (
    [
      [
        'from',
        'from van de von fra da från od expéditeur afzender mittente remitente lähettäjä message_du 发件人 от feladó kimden gönderen de_la',
      ],
      [
        'date',
        'sent date verzonden datum envoyé date_d’envoi gesendet sendt dato skickat data inviato enviado fecha wysłano lähetetty verzonden_op tijd 发送时间 отправлено дата odesláno elküldve gönderildi trimis',
      ],
      ['to', 'to aan à a an til till para do vastaanottaja destinataire 收件人 кому komu címzett kime către'],
      ['cc', 'cc bcc copie_à copie kopie kopia copia'],
      [
        'subject',
        'subject onderwerp objet sujet betreff emne ämne oggetto asunto assunto temat aihe 主题 тема předmět tárgy konu subiect',
      ],
      [
        'reply-to',
        'reply-to antwoord_aan répondre_à antwort_an risposta beantwoorden_aan organization organisatie importance prioriteit',
      ],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [name.replaceAll('_', ' '), kind])),
);

function headerKindOf(line: string): HeaderKind | null {
  const colon = line.slice(0, 30).search(/[:：]/);
  if (colon < 1) return null;
  const name = line
    .slice(0, colon)
    .replace(/[*_>\s]+/g, ' ')
    .trim()
    .toLowerCase();
  return Object.hasOwn(HEADER_NAMES, name) ? (HEADER_NAMES[name] ?? null) : null;
}

/** Lines that the block takes, with the rule above it; 0 when there is none. */
function headerBlockAt(lines: readonly string[], from: number): number {
  let at = from;
  const top = lines[from] ?? '';
  const mark = top.trimStart().charCodeAt(0);
  const mayBeRule = RULE_MARKS.has(mark);
  if (!mayBeRule && !/^[^:：]{1,29}[:：]/.test(top)) return 0;
  // Outlook's line of underscores, or a row of dashes, directly above.
  if (mayBeRule && isRule(top)) {
    at += 1;
    while (at - from < 4 && (lines[at] ?? '').trim() === '') at += 1;
  }
  const isRuled = at > from;
  const first = headerKindOf(lines[at] ?? '');
  // Hotmail begins with the date.
  if (first !== 'from' && !(first === 'date' && isRuled)) return 0;
  const kinds = new Set<HeaderKind>();
  let end = at;
  let hasAddress = false;
  let others = 0;
  for (let next = at; next < lines.length && next - at < 16; next += 1) {
    const line = lines[next] ?? '';
    if (line.trim() === '') continue;
    const kind = headerKindOf(line);
    if (kind === null) {
      // A folded list of recipients goes on below; two such lines are text.
      if ((others += 1) > 1) break;
      continue;
    }
    others = 0;
    kinds.add(kind);
    hasAddress ||= line.includes('@');
    end = next + 1;
  }
  // "Van: Kerkstraat 1 / Aan: Dorpsweg 2 / Datum: vrijdag" is a customer who moves house.
  const isBlock =
    kinds.size >= 3 &&
    kinds.has('from') &&
    (kinds.has('subject') || hasAddress || isRuled) &&
    (kinds.has('date') || kinds.has('to'));
  return isBlock ? end - from : 0;
}

const RULE_MARKS: ReadonlySet<number> = new Set(Array.from('_=*~+#—–-', (mark) => mark.charCodeAt(0)));
export const isRule = (line: string): boolean => /^\s*(?:[_=*~+#—–-]\s?){4,200}\s*$/.test(line.slice(0, LONGEST_LINE));

// ---- attributions

// A date of some kind: what comes between the first word and the verb.
const HAS_DATE =
  /\d{1,4}[-/. ](?:\d{1,2}|(?:de )?\p{L}{3,})|\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?\b|\d{1,2}\.? \p{L}{3,}/u;
const HAS_TIME = /\d{1,2}[:.h]\d{2}/;

type Habit = { readonly starts: RegExp; readonly verb: RegExp };
const HABITS: readonly Habit[] = [
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
// The verb comes first, or after the name: "Anna Weber <...> schrieb am Di., 16. Aug. 2016 um 12:52 Uhr:".
const NAME_FIRST = /^.{2,150}(?:schrieb am|schreef op|a écrit le|wrote on|kirjoitti)\b.{4,80}:\s*$/i;
// No verb at all: a date, perhaps a name, and an address in angle brackets (older Gmail, Yandex, Crisp).
const DATE_AND_ADDRESS =
  /^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}:\d{2} ?(?:am|pm)?, \p{L}+ \d{1,2}, \d{4})\b.{0,100}<[^<>\s]{1,120}@[^<>\s]{1,120}>{1,2}\s*:?\s*$/iu;
// In any language: a moment, an address in angle brackets, and a colon at the end.
const ADDRESS_AND_MOMENT =
  /^[^<>]{0,80}<\s?[^<>\s]{1,120}@[^<>\s]{1,120}\s?>{1,2}[^<>]{0,60}\d{1,2}[:.]\d{2}[^<>]{0,40}[:：]\s*$/u;
const MOMENT_AND_ADDRESS =
  /^[^<>]{0,45}\d{1,2}[:.]\d{2}[^<>]{0,150}<\s?[^<>\s]{1,120}@[^<>\s]{1,120}\s?>{1,2}[^<>]{0,30}[:：]\s*$/u;
const GMAIL_OLD = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} (?:GMT|UTC)[+-]\d{1,2}:\d{2} \S/;
// A person speaking about himself or to us: "Op 3 maart schreef ik u:".
const SPEAKING =
  /(?:schreef|geschreven|schrieb)\s+(?:ik|u|jij|je|wij|we|hij|zij|ze|ich|sie|wir|er|du)\b|\b(?:i|you|we|he|she|they)\s+wrote|\b(?:heb|hebt|hebben)\b/i;
const MOST_LINES = 4;
const LONGEST_ATTRIBUTION = 500;

function attributionAt(lines: readonly string[], from: number): QuoteStart | null {
  const first = (lines[from] ?? '').replace(/^[\s>|*-]+/, '');
  if (first === '' || !/\d|<|"/.test(first)) return null;
  let joined = '';
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const raw = (lines[from + count - 1] ?? '').trim();
    // Broken inside the address, the next line begins with its ">", which is no mark.
    const line = joined.lastIndexOf('<') > joined.lastIndexOf('>') ? raw : raw.replace(/^[\s>|]+/, '');
    if (line === '') return null;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (joined.length > LONGEST_ATTRIBUTION) return null;
    if (!mayEndAttribution(line)) continue;
    const before = attributionIn(joined, lines[from + count] ?? '', lines[from + count + 1] ?? '');
    // On a line with the writer's own words it fits whole; else those words are lines of the reply above it.
    if (before !== null && (before === '' || count === 1)) return { lines: count, kind: 'attribution', before };
  }
  return null;
}

const LAST_WORD =
  /(?:wrote|writes|écrit|ecrit|schrieb|geschrieben|geschreven|schreef|escribió|scritto|escreveu|skrev|napisał|\S@\S+)$/i;

/** Nearly all lines do not, and so cost next to nothing. */
function mayEndAttribution(line: string): boolean {
  const last = line.at(-1) ?? '';
  if (':：>*-'.includes(last) || LAST_WORD.test(line.slice(-30))) return true;
  return GMAIL_OLD.test(line);
}

// Words of an attribution that do not begin with a capital, names of days and months aside.
const SMALL_WORDS =
  /^(?:op|om|uur|schreef|heeft|het|volgende|geschreven|on|at|wrote|writes|am|pm|a\.m\.|p\.m\.|le|à|a|ecrit|écrit|um|uhr|schrieb|el|las?|los|escribió|il|ha|scritto|em|às|escreveu|den|på|kl\.?|skrev|kello|w|dniu|o|van|de|der|den|het|ten|ter|von|zu|du|di|da|via|en|and|et|und|st|nd|rd|th|er|of|[\p{Ll}]{2,4}\.?|[\p{Ll}]*(?:dag|day|di|tag|nedi|edi)|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)[,.:]?$/u;

/** "Op 3 maart om 10:12 schreef Anneke Bos:", and not "... schreef de gemeente ons dat het niet mag:". */
const isOnlyNames = (text: string): boolean =>
  text.split(/\s+/).every((word) => !/^\p{Ll}/u.test(word) || SMALL_WORDS.test(word));

/** What stands before the attribution that ends `text`; null when `text` does not end in one. */
function attributionIn(text: string, next: string, afterNext: string): string | null {
  if (
    GMAIL_OLD.test(text) ||
    DATE_AND_ADDRESS.test(text) ||
    MOMENT_AND_ADDRESS.test(text) ||
    ADDRESS_AND_MOMENT.test(text) ||
    (NAME_FIRST.test(text) && HAS_TIME.test(text))
  )
    return '';
  // The last word of an attribution is its verb, a name or an address, then usually a colon.
  const end = text.replace(/[\s*-]+$/, '');
  const isClosed = /[:：]$/.test(end);
  const isMarked = /^\s*[>|]/.test(next) || (next.trim() === '' && /^\s*[>|]/.test(afterNext));
  for (const { starts, verb } of HABITS) {
    const verbAt = text.search(verb);
    if (verbAt < 0) continue;
    const startAt = text.search(starts);
    if (startAt < 0 || startAt > verbAt) continue;
    const quoted = text.slice(startAt);
    const hasTime = HAS_TIME.test(quoted);
    if (!(HAS_DATE.test(quoted) || hasTime) || SPEAKING.test(quoted)) continue;
    const endsInVerb =
      /(?:wrote|writes|écrit|ecrit|schrieb|geschrieben|geschreven|schreef|escribió|scritto|escreveu|skrev|napisał)$/i.test(
        end,
      );
    if (!isClosed && !(endsInVerb && (hasTime || text.includes('@')))) continue;
    // Without marks on what follows, it must show more than a date to take the rest of the mail with it.
    if (!isMarked && !text.includes('@') && !(hasTime && isOnlyNames(quoted))) continue;
    const before = text.slice(0, startAt).replace(/[\s*-]+$/, '');
    // Words before it on the line are the writer's own only where the program set marks below.
    if (before !== '' && !(isMarked && /\d/.test(quoted))) continue;
    return before;
  }
  return null;
}
