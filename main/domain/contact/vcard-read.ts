// People from a file of vCards, as other programs write them (Google, Outlook, iCloud, old telephones). Pictures, keys and sounds
// stay behind; what has no place on a card of ours becomes a field of its own, so that nothing a person wrote down is lost.
import { LANGUAGES, type Language } from '../conversation/message.ts';
import { tagsWith, type Card, type OwnField } from './card.ts';
import { handleMeant } from './handle-meant.ts';
import type { HomeCountry } from './phone-number.ts';
import { addressOf, handleFrom, ONLY_NAMED } from './way.ts';
import { CHANNELS } from '../conversation/message.ts';
import { fieldsOf, itemsOf, plainValue, vcardLines, type VcardLine } from './vcard-lines.ts';

/** How fields are called that have no name of their own in the file. */
export type FieldWords = Readonly<
  Record<'address' | 'birthday' | 'title' | 'phone' | 'email' | 'page' | 'chat' | 'date' | 'relation', string>
>;

/** `handles` may be empty: somebody of whom only a name is known. null: nothing that tells who it is. */
export function readVcards(text: string, words: FieldWords, home: HomeCountry): readonly (Card | null)[] {
  return vcardLines(text).map((lines) => cardOf(lines, words, home));
}

const LONGEST_VALUE = 2_000;
const MOST_FIELDS = 60;

function cardOf(lines: readonly VcardLine[], words: FieldWords, home: HomeCountry): Card | null {
  const labels = new Map(
    lines.flatMap(({ group, name, value }) =>
      name === 'X-ABLABEL' && group !== '' ? [[group, labelOf(plainValue(value))] as const] : [],
    ),
  );
  const handles = new Set<string>();
  const fields: OwnField[] = [];
  const notes: string[] = [];
  let tags: readonly string[] = [];
  let [full, family, company, nick] = ['', '', '', ''];
  let language: Language | null = null;
  const field = (name: string, value: string): void => {
    const trimmed = value.trim();
    if (trimmed !== '' && trimmed.length <= LONGEST_VALUE && fields.length < MOST_FIELDS)
      fields.push({ name: name.slice(0, 60), value: trimmed });
  };
  for (const line of lines) {
    const value = plainValue(line.value).trim();
    const label = labels.get(line.group) ?? '';
    if (value === '') continue;
    switch (line.name) {
      case 'FN':
        full ||= oneLine(value);
        break;
      case 'N':
        family ||= nameOf(fieldsOf(line.value));
        break;
      case 'NICKNAME':
        nick ||= oneLine(value);
        break;
      case 'ORG':
        company ||= fieldsOf(line.value)
          .filter((part) => part !== '')
          .join(', ');
        break;
      case 'EMAIL':
      case 'TEL':
      case 'URL': {
        const handle = handleMeant(value, home);
        if (handle !== null) handles.add(handle);
        else field(label || words[KIND_OF[line.name]], value);
        break;
      }
      case 'IMPP':
      case 'X-SOCIALPROFILE': {
        const handle = networkHandle(line, value);
        if (handle !== null) handles.add(handle);
        else field(label || line.params.get('TYPE')?.[0] || words.chat, value);
        break;
      }
      case 'NOTE':
        notes.push(value);
        break;
      case 'CATEGORIES':
        tags = tagsWith(
          tags,
          itemsOf(line.value).filter((tag) => tag !== '' && tag.length <= 40 && !isOfProgram(tag)),
        );
        break;
      case 'LANG':
        language ??= LANGUAGES.find((one) => value.toLowerCase().startsWith(one)) ?? null;
        break;
      case 'ADR':
        field(label || words.address, addressText(fieldsOf(line.value)));
        break;
      case 'BDAY':
        field(words.birthday, value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
        break;
      case 'TITLE':
      case 'ROLE':
        field(words.title, value);
        break;
      case 'X-BALIE-FIELD':
        field(label, value);
        break;
      case 'ANNIVERSARY':
      case 'X-ANNIVERSARY':
      case 'X-ABDATE':
        field(label || words.date, value);
        break;
      case 'RELATED':
      case 'X-ABRELATEDNAMES':
        field(label || words.relation, value);
        break;
      default:
        if (isWorthKeeping(line, value)) field(wordsOf(line.name), value);
    }
  }
  const name = full || family || nick;
  if (name === '' && company === '' && handles.size === 0) return null;
  return {
    name: (name || (handles.size === 0 ? company : '')).slice(0, 200),
    company: company.slice(0, 200),
    language,
    note: notes.join('\n\n').slice(0, 100_000),
    tags: tags.slice(0, 30),
    fields,
    handles: [...handles].slice(0, 60),
  };
}

const KIND_OF = { EMAIL: 'email', TEL: 'phone', URL: 'page' } as const;

const oneLine = (value: string): string => value.replaceAll(/\s+/g, ' ').trim();

/** Family; given; further; before; after (RFC 6350 6.2.2). */
const nameOf = ([family = '', given = '', further = '']: readonly string[]): string =>
  oneLine([given, further, family].join(' '));

/** Box; extended; street; town; region; code; country (RFC 6350 6.3.1), as one writes it here. */
function addressText([
  box = '',
  extended = '',
  street = '',
  town = '',
  region = '',
  code = '',
  country = '',
]: readonly string[]): string {
  return [oneLine(`${street} ${extended} ${box}`), oneLine(`${code} ${town}`), region, country]
    .filter((part) => part !== '')
    .join(', ');
}

/** Apple puts its own words in signs: "_$!<HomePage>!$_". */
const labelOf = (label: string): string => oneLine(label.replace(/^_\$!<(.*)>!\$_$/, '$1'));

/** "X-SOCIALPROFILE;TYPE=instagram:fiets.jan" and "IMPP:telegram:fietsjan"; a page of his is known as a page. */
function networkHandle({ params }: VcardLine, value: string): string | null {
  const [, scheme = '', rest = ''] = /^([a-z-]+):(?!\/\/)(.+)$/i.exec(value) ?? ['', '', ''];
  const names = [scheme, ...(params.get('TYPE') ?? []), ...(params.get('X-SERVICE-TYPE') ?? [])];
  const channel = CHANNELS.find((one) => names.some((name) => name.toLowerCase() === one));
  const handle = handleFrom(rest || value);
  if (channel !== undefined && handle !== null) return addressOf({ kind: 'handle', channel, handle });
  return value.startsWith('https://') ? handleMeant(value, 'NL') : null;
}

/** What Google and Outlook put everybody into. */
const isOfProgram = (tag: string): boolean =>
  /^(?:\*?\s*my ?contacts|starred|friends|family|coworkers|imported.*)$/i.test(tag);

/** Of the hundreds of X-properties those that a person may have filled in: short text, and not a program's own bookkeeping. */
function isWorthKeeping({ name, params }: VcardLine, value: string): boolean {
  if (!name.startsWith('X-') || params.has('ENCODING') || params.get('VALUE')?.[0] === 'uri') return false;
  return (
    value.length <= 200 &&
    !/^X-(?:AB|APPLE|ADDRESSBOOK|MS-|OL-|WAB|EVOLUTION|MOZILLA|PHONETIC|GOOGLE|ANDROID|IMAGE|BALIE)/.test(name)
  );
}

/** "X-KLANT-NUMMER" reads "Klant nummer". */
function wordsOf(name: string): string {
  const words = name.slice(2).toLowerCase().replaceAll('-', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Somebody of whom only a name is known. */
export const isOnlyNamed = ({ handles }: Pick<Card, 'handles'>): boolean =>
  handles.every((address) => address.startsWith(ONLY_NAMED));
