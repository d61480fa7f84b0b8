// How well whole mails and single header values are read, against answers that others wrote.
import { safeFileName } from '../../main/domain/conversation/file-name.ts';
import { parseAddresses } from '../../main/engine/channels/email/parse/addresses.ts';
import { parseParams } from '../../main/engine/channels/email/parse/header-params.ts';
import { readableValue } from '../../main/engine/channels/email/parse/header-words.ts';
import { parseMailDate } from '../../main/engine/channels/email/parse/mail-date.ts';
import { parseIds } from '../../main/engine/channels/email/parse/message-ids.ts';
import { parseMail } from '../../main/engine/channels/email/parse/parse-mail.ts';
import { decodeTnef } from '../../main/engine/channels/email/parse/tnef.ts';
import { folded, rawOf, scoreOf, sharedCases, type RawCase, type Score } from '../helpers/shared-data.ts';

type Named = { readonly name: string | null; readonly address: string | null };

/** Letters that the other parser could not read: ours may. */
const agrees = (ours: string, theirs: string | null | undefined): boolean => {
  const [mine, wanted] = [folded(ours), folded(theirs)];
  if (!wanted.includes('\uFFFD')) return mine === wanted;
  const pattern = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\uFFFD+/g, '.{0,12}');
  return new RegExp(`^${pattern}$`, 's').test(mine);
};
/** Other readers leave files that stand in the text where they are; up to the first of them both must read the same. */
const IN_TEXT = /(?:^|\s)(?:begin [0-7]{3,4} \S|=ybegin \S)/;
const beforeFiles = (text: string): string => text.split(IN_TEXT)[0] ?? '';
const hasFiles = (text: string): boolean => IN_TEXT.test(text);
const listed = (list: readonly Named[]): string =>
  JSON.stringify(list.map(({ name, address }) => [folded(name), folded(address)]));

type ExpectCase = RawCase & {
  readonly expect: {
    readonly subject?: string;
    readonly from?: readonly Named[];
    readonly to?: readonly Named[];
    readonly date?: string;
    readonly messageId?: string;
    readonly texts?: readonly string[];
    readonly htmls?: readonly string[];
    readonly attachments?: readonly { readonly filename?: string | null }[];
  };
};

export function scoreMimeExpect(): Score {
  return scoreOf('mime-expect', sharedCases<ExpectCase>('mime-expect'), (one) => {
    const mail = parseMail(rawOf(one));
    const { expect } = one;
    const faults: string[] = [];
    if (expect.subject !== undefined && !agrees(mail.subject, expect.subject)) faults.push('subject');
    for (const key of ['from', 'to'] as const) {
      const wanted = (expect[key] ?? []).filter(({ address }) => address !== null);
      if (wanted.length > 0 && !agrees(listed(mail[key]), listed(wanted))) faults.push(key);
    }
    if (typeof expect.date === 'string' && mail.date !== Date.parse(expect.date)) faults.push('date');
    if (expect.messageId !== undefined && expect.messageId !== mail.messageId) faults.push('messageId');
    const names = mail.attachments.map(({ fileName }) => fileName);
    for (const { filename } of expect.attachments ?? []) {
      // A backslash that the other parser dropped is one that we keep.
      const isFound = names.some((name) => agrees(name, filename) || name.replaceAll('\\', '') === filename);
      if (typeof filename === 'string' && filename !== '' && !isFound) faults.push(`file ${filename}`);
    }
    const texts = (expect.texts ?? []).join(' ');
    const isSame = hasFiles(texts)
      ? folded(mail.text).startsWith(folded(beforeFiles(texts)))
      : agrees(mail.text, texts);
    if (folded(texts) !== '' && !isSame) faults.push('text');
    if ((expect.htmls ?? []).some((html) => folded(html) !== '') && mail.html === null) faults.push('html');
    return faults;
  });
}

type HeaderCase = { readonly id: string; readonly kind: string; readonly header: string; readonly expect: unknown };
type AddressAnswer = {
  readonly List?: readonly Named[];
  readonly Group?: readonly { readonly addresses: readonly Named[] }[];
};
type DateAnswer = {
  readonly [part in 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'tz_hour' | 'tz_minute']: number;
} & { readonly tz_before_gmt: boolean };

export function scoreMimeHeaders(): Score {
  return scoreOf('mime-headers', sharedCases<HeaderCase>('mime-headers'), ({ kind, header, expect }) => {
    const value =
      Buffer.from(header)
        .toString('latin1')
        .replace(/\r?\n[ \t]+/g, ' ')
        .split(/\r?\n/)[0]
        ?.trim() ?? '';
    switch (kind) {
      case 'address': {
        const answer = expect as AddressAnswer | null;
        const wanted = answer?.List ?? answer?.Group?.flatMap(({ addresses }) => addresses) ?? [];
        const addresses = wanted.flatMap(({ address }) => (address?.includes('@') === true ? [folded(address)] : []));
        const found = parseAddresses(value).map(({ address }) => address.replace(/^/, ''));
        return addresses.every((address) => found.some((one) => folded(one) === address || address.endsWith(one)))
          ? []
          : ['addresses'];
      }
      case 'date': {
        const answer = expect as DateAnswer | null;
        const zone = answer === null ? 0 : (answer.tz_hour * 60 + answer.tz_minute) * (answer.tz_before_gmt ? -1 : 1);
        const wanted =
          answer === null
            ? null
            : Date.UTC(answer.year, answer.month - 1, answer.day, answer.hour, answer.minute, answer.second) -
              zone * 60_000;
        return parseMailDate(value) === wanted ? [] : ['date'];
      }
      case 'id': {
        const wanted = (expect as readonly string[] | null) ?? [];
        return JSON.stringify(parseIds(value)) === JSON.stringify(wanted) ? [] : ['ids'];
      }
      case 'unstructured':
        return agrees(readableValue(value), expect as string | null) ? [] : ['words'];
      case 'content_type': {
        const answer = expect as { readonly c_type: string; readonly c_subtype: string | null } | null;
        if (answer?.c_subtype === null || answer === null) return parseParams(value).value === '\0' ? ['type'] : [];
        return parseParams(value).value === `${answer.c_type}/${answer.c_subtype}`.toLowerCase() ? [] : ['type'];
      }
      default:
        return readableValue(value) === '\0' ? ['words'] : [];
    }
  });
}

type WildCase = RawCase & {
  readonly expect?: {
    readonly subject?: string;
    readonly from?: string;
    readonly date?: string;
    readonly attachmentCount?: number;
    readonly textStart?: string;
  };
};

const scoreAgreed = (set: string): Score =>
  scoreOf(set, sharedCases<WildCase>(set), (one) => {
    const raw = rawOf(one);
    const mail = parseMail(raw);
    const { subject, from, date, attachmentCount, textStart } = one.expect ?? {};
    const faults: string[] = [];
    if (subject !== undefined && !agrees(mail.subject, subject)) faults.push('subject');
    if (from !== undefined && mail.from[0]?.address.toLowerCase() !== from.toLowerCase()) faults.push('from');
    if (typeof date === 'string' && mail.date !== Date.parse(date)) faults.push('date');
    const inText = hasFiles(raw.toString('latin1'))
      ? mail.attachments.filter(({ part }) => part.includes('/')).length
      : 0;
    if (attachmentCount !== undefined && attachmentCount !== mail.attachments.length - inText)
      faults.push('attachments');
    const start = folded(beforeFiles(folded(textStart))).slice(0, 60);
    if (!agrees(folded(mail.text).slice(0, start.length), start)) faults.push('text');
    return faults;
  });
export const scoreMimeWild = (): Score => scoreAgreed('mime-wild');
/** The same mails serve as a collection to import whole. */
export const scoreHamSpamReading = (): Score => ({ ...scoreAgreed('ham-spam'), set: 'ham-spam (reading)' });

type OwnCase = RawCase & {
  readonly level: 'must' | 'nice';
  readonly check: {
    readonly subject?: string;
    readonly textContains?: string;
    readonly textLacks?: string;
    readonly htmlContains?: string;
    readonly htmlLacks?: string;
    readonly from?: readonly Named[];
    readonly fromDomain?: string;
    readonly toAddresses?: readonly string[];
    readonly toCount?: number;
    readonly replyTo?: readonly string[];
    readonly date?: string;
    readonly references?: readonly string[];
    readonly attachments?: readonly string[];
    readonly attachmentCount?: number;
    readonly attachmentSize?: number;
    readonly cids?: readonly string[];
    readonly noControl?: readonly ('subject' | 'from')[];
    readonly noHeader?: string;
    readonly safeName?: boolean;
    readonly maxMs?: number;
  };
};

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x1f\x7f]/;
const UNSAFE = /[/\\:*?"<>|]|^[.\s-]|[.\s]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

export function scoreMimeOwn(): Score {
  return scoreOf('mime-own', sharedCases<OwnCase>('mime-own'), (one) => {
    const raw = rawOf(one);
    const startedAt = performance.now();
    const mail = parseMail(raw);
    const tookMs = performance.now() - startedAt;
    const { check } = one;
    const same = (wanted: unknown, found: unknown): boolean =>
      wanted === undefined || JSON.stringify(wanted) === JSON.stringify(found);
    const names = mail.attachments.map(({ fileName }) => fileName);
    const shown = { subject: [mail.subject], from: mail.from.flatMap(({ name, address }) => [name, address]) };
    const wrong: Readonly<Record<string, boolean>> = {
      subject: check.subject !== undefined && folded(check.subject) !== folded(mail.subject),
      textContains: !mail.text.includes(check.textContains ?? ''),
      textLacks: check.textLacks !== undefined && mail.text.includes(check.textLacks),
      htmlContains: !(mail.html ?? '').includes(check.htmlContains ?? ''),
      htmlLacks: check.htmlLacks !== undefined && (mail.html ?? '').includes(check.htmlLacks),
      from: !same(check.from, mail.from),
      fromDomain: !same(check.fromDomain, mail.from[0]?.address.split('@').at(-1)),
      to: !same(
        check.toAddresses,
        mail.to.map(({ address }) => address),
      ),
      toCount: !same(check.toCount, mail.to.length),
      replyTo: !same(
        check.replyTo,
        mail.replyTo.map(({ address }) => address),
      ),
      date: check.date !== undefined && mail.date !== Date.parse(check.date),
      references: !same(check.references, mail.references),
      attachments: !same(check.attachments, names),
      attachmentCount: !same(check.attachmentCount, names.length),
      attachmentSize: !same(check.attachmentSize, mail.attachments[0]?.size),
      cids: !same(
        check.cids,
        mail.attachments.map(({ contentId }) => contentId),
      ),
      noControl: (check.noControl ?? []).some((key) => shown[key].some((text) => CONTROL.test(text))),
      noHeader: check.noHeader !== undefined && Object.hasOwn(mail.headers, check.noHeader),
      safeName:
        check.safeName === true &&
        names.some((name) => UNSAFE.test(safeFileName(name)) || CONTROL.test(safeFileName(name))),
      slow: tookMs > (check.maxMs ?? 5_000),
    };
    return Object.keys(wrong).filter((key) => wrong[key] === true);
  });
}

export function scoreTnef(): Score {
  return scoreOf('tnef', sharedCases<RawCase & { readonly attachments: readonly string[] }>('tnef'), (one) => {
    const names = decodeTnef(rawOf(one)).map(({ fileName }) => fileName);
    return one.attachments.filter((name) => !names.includes(name));
  });
}
