// Everything that reads what strangers write, with the bits of its own grammar to make trouble from. One list for the tests (a few
// thousand cases each) and for bench/fuzz.ts (a hundred thousand each).
import * as fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../main/contract/settings.ts';
import { officeHoursOf } from '../../main/domain/office-hours/holidays.ts';
import { createOpenTime } from '../../main/domain/office-hours/open-time.ts';
import { cautionOf } from '../../main/domain/attachment/caution.ts';
import { shownFileName } from '../../main/domain/attachment/shown-name.ts';
import { readCannedCsv } from '../../main/domain/canned/canned-csv.ts';
import { ownWords } from '../../main/domain/canned/own-words.ts';
import { wordsToKeep } from '../../main/domain/canned/customer-words.ts';
import { readTemplate } from '../../main/domain/canned/template.ts';
import { findCommitments } from '../../main/domain/commitment/find-commitments.ts';
import { companyGuess } from '../../main/domain/contact/company-guess.ts';
import { personName, salutation } from '../../main/domain/contact/person-name.ts';
import { baseSubject } from '../../main/domain/conversation/base-subject.ts';
import { safeFileName } from '../../main/domain/conversation/file-name.ts';
import { findSignals } from '../../main/domain/conversation/find-signals.ts';
import { previewOf } from '../../main/domain/conversation/preview.ts';
import { stripQuoteHtml } from '../../main/domain/conversation/strip-quote-html.ts';
import { stripQuote } from '../../main/domain/conversation/strip-quote.ts';
import { lookAtLink } from '../../main/domain/link/look-at-link.ts';
import { readMailto } from '../../main/domain/link/mailto.ts';
import { isOpenTracker } from '../../main/domain/link/open-tracker.ts';
import { findClaim } from '../../main/domain/mail-source/find-claim.ts';
import { parseAuthenticationResults } from '../../main/domain/mail-source/authentication-results.ts';
import { parseWhen } from '../../main/domain/reply-by/parse-when.ts';
import { changedAccount } from '../../main/domain/sender-trust/changed-account.ts';
import { borrowedDomain, borrowedName, playsKeeper } from '../../main/domain/sender-trust/house-names.ts';
import { parseAddresses } from '../../main/engine/channels/email/parse/addresses.ts';
import { calendarText } from '../../main/engine/channels/email/parse/calendar-text.ts';
import { parseParams } from '../../main/engine/channels/email/parse/header-params.ts';
import { readableValue } from '../../main/engine/channels/email/parse/header-words.ts';
import { htmlToText } from '../../main/engine/channels/email/parse/html-to-text.ts';
import { parseMailDate } from '../../main/engine/channels/email/parse/mail-date.ts';
import { parseIds } from '../../main/engine/channels/email/parse/message-ids.ts';
import { parseMail } from '../../main/engine/channels/email/parse/parse-mail.ts';
import { decodeTnef } from '../../main/engine/channels/email/parse/tnef.ts';
import { readInvitation } from '../../main/engine/invitation/read-invitation.ts';
import { numberForms } from '../../main/engine/search/number-forms.ts';
import { readSearchWords } from '../../main/engine/search/search-words.ts';
import { searchLetters } from '../../main/engine/search/search-letters.ts';
import { snippetOf } from '../../main/engine/search/snippet.ts';
import { linkTarget, safeLink } from '../../renderer/features/conversation/safe-link.ts';

export type FuzzTarget = {
  readonly name: string;
  /** Bits of the grammar it reads. */
  readonly bits: readonly string[];
  readonly read: (text: string) => unknown;
  /** What 10 kB may take, where it is not 50 ms. */
  readonly mostMs?: number;
};

const NOW = Date.parse('2026-05-12T08:00:00Z');
const ZONE = 'Europe/Brussels';
const ELS = { addresses: ['els@x.example', 'tel:+32479123456'], said: () => 'Els' };
const HOURS = createOpenTime(officeHoursOf(DEFAULT_SETTINGS.officeHours, NOW));

const SOURCE_SENDERS = [
  'hit-reply@linkedin.com',
  'a.x@mail.marktplaats.nl',
  'express@airbnb.com',
  'conversations@mail.etsy.com',
  'businessprofile-noreply@google.com',
  'wordpress@site.be',
];

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const WHEN = [
  'vrijdag',
  ' ',
  'morgen',
  '12',
  '-',
  '/',
  ':',
  'u',
  'om',
  'half',
  'mei',
  '2026',
  'over',
  'weken',
  'next',
  'tomorrow',
  'am',
  'pm',
  ',',
];
const MAIL = [
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'Content-Type: text/html; charset=utf-16\r\n',
  'Content-Type: text/calendar; method=REQUEST\r\n',
  'Content-Type: message/rfc822\r\n',
  'Content-Type: application/ms-tnef\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  'Content-Transfer-Encoding: x-uuencode\r\n',
  'Subject: ',
  'From: ',
  'Date: ',
  '\r\n',
  '\r\n\r\n',
  '--b\r\n',
  '--b--\r\n',
  'begin 644 a.txt\r\n',
  '#0V%T\r\n',
  '=ybegin line=128 size=3 name=a\r\n',
  '=yend\r\n',
  'end\r\n',
  '-----BEGIN PGP MESSAGE-----\r\n',
  '=E9',
  'AAAA',
  '\x1b$B',
  ' ',
];

export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  {
    name: 'addresses',
    bits: [
      '"',
      '\\',
      '<',
      '>',
      '(',
      ')',
      ',',
      ';',
      ':',
      '@',
      '[',
      ']',
      '=?utf-8?Q?',
      '?=',
      'a',
      ' ',
      'a@b.be',
      '\0',
      'é',
    ],
    read: (text) => parseAddresses(text, true, 'utf-8'),
  },
  {
    name: 'dates',
    bits: [
      'Mon',
      ', ',
      '12',
      ' May ',
      '2026',
      ':',
      '00',
      '+0200',
      '(',
      ')',
      '-',
      '.',
      'GMT',
      '99999',
      'T',
      'Z',
      ' ',
      'pm',
    ],
    read: (text) => parseMailDate(text),
  },
  { name: 'MIME', bits: MAIL, read: (text) => parseMail(latin1(text), { content: 'all' }) },
  {
    name: 'header parameters',
    bits: [
      'text/plain',
      ';',
      'name',
      '=',
      '"',
      '\\',
      '*0*',
      "utf-8'nl'",
      '%E9',
      '*1',
      ' ',
      '(',
      ')',
      '=?',
      '?=',
      'C:\\',
    ],
    read: (text) => parseParams(text),
  },
  {
    name: 'encoded words',
    bits: ['=?', 'utf-8', '?', 'Q', 'B', '?=', '=E9', 'w6k=', '_', ' ', '\x1b', '=?iso-2022-jp?B?', '*nl'],
    read: (text) => readableValue(text, 'utf-8'),
  },
  { name: 'ids', bits: ['<', '>', '@', 'a', ' ', ',', '\t', '"', '(', ')'], read: (text) => parseIds(text) },
  {
    name: 'senders',
    bits: [
      'ING',
      'Klantenservice',
      ' van ',
      'Post',
      'NL',
      '-',
      '.',
      '@',
      '(',
      '|',
      'BV',
      'bpost',
      'pakket',
      'xn--',
      'BE68',
      ' 5390',
      '0754',
      '7034',
      '\u0421',
      '\u200b',
      'zaak',
      '.be',
    ],
    read: (text) => [
      borrowedName(text, text),
      borrowedDomain(text),
      playsKeeper(text, text),
      changedAccount({ kind: 'human', text, at: NOW, earlier: [{ account: text, at: 0 }], own: () => new Set() }),
    ],
  },
  {
    name: 'links',
    bits: [
      'https://',
      'mailto:',
      'javascript:',
      '//',
      '@',
      '%00',
      '?',
      '&',
      'body=',
      '\\',
      '#',
      ' ',
      'xn--',
      '\t',
      'a.be',
    ],
    read: (text) => [
      safeLink(text),
      linkTarget(text),
      lookAtLink({ href: `https://${text}`, words: text, senderHost: text }),
      readMailto(`mailto:${text}`),
      isOpenTracker(`https://${text}`),
    ],
  },
  {
    name: 'file names',
    bits: ['../', '\\', 'CON', '.', ' ', '\u202e', 'gpj', '.exe', '\0', '-', ':', '\ud800', 'a', '😀', '.pdf'],
    read: (text) => [safeFileName(text), cautionOf(text, latin1(text)), shownFileName(text, text)],
  },
  {
    name: 'tables of saved replies',
    bits: ['code;title;nl\n', 'code,title\r\n', 'sep=;\n', '"', '""', ';', ',', '\t', '\n', '\r', 'a', '=', "'"],
    read: (text) => readCannedCsv(text),
  },
  {
    name: 'answers that may come back',
    bits: [
      'Beste Jan',
      ',',
      '\n',
      '\n\n',
      'Met vriendelijke groet',
      '-- \n',
      '> ',
      'Dag ',
      'Sint-',
      'jan@x.be',
      '12',
      'www.',
    ],
    read: (text) => [ownWords(text, ['Tom']), wordsToKeep(text, ['Jan'])],
  },
  {
    name: 'calendars',
    bits: [
      'BEGIN:VCALENDAR\r\n',
      'BEGIN:VEVENT\r\n',
      'END:VEVENT\r\n',
      'SUMMARY',
      ':',
      ';',
      'TZID="',
      'DTSTART',
      '20260512T090000',
      '\r\n ',
      '\r\n',
      'RRULE:FREQ=SECONDLY;COUNT=99999\r\n',
      '\\n',
      '\\',
      'ATTENDEE',
      'ORGANIZER;CN=',
      'mailto:',
    ],
    read: (text) => calendarText(text),
  },
  {
    name: 'invitations',
    bits: [
      'BEGIN:VCALENDAR\r\n',
      'BEGIN:VEVENT\r\nUID:1\r\n',
      'BEGIN:VTIMEZONE\r\nTZID:x\r\n',
      'BEGIN:STANDARD\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n',
      'END:VEVENT\r\n',
      'END:VTIMEZONE\r\n',
      'DTSTART;TZID=x:20260512T090000\r\n',
      'DTSTART;VALUE=DATE:20260512\r\n',
      'DURATION:P9999999999W\r\n',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n',
      'RRULE:FREQ=SECONDLY\r\n',
      'RECURRENCE-ID:',
      'ATTENDEE;CN="',
      ';PARTSTAT=ACCEPTED:mailto:a@b.be\r\n',
      'METHOD:REPLY\r\n',
      '\r\n',
      ';',
      ',',
    ],
    read: (text) => readInvitation(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n${text}`, ZONE),
  },
  {
    name: 'canned replies',
    bits: ['{{', '}}', 'klant.voornaam', '|', '"', '?', ' ', '{', '}', 'my.name', '\n', 'a'],
    read: (text) => readTemplate(text),
  },
  {
    name: 'moments',
    // Each looks the zone's year up, which costs some milliseconds whatever the length.
    mostMs: 300,
    bits: WHEN,
    read: (text) =>
      (['nl', 'en'] as const).map((language) => parseWhen({ text, now: NOW, zone: ZONE, language, hours: HOURS })),
  },
  {
    name: 'commitments',
    // Looked for in the owner's own letters only: every nine words of a promise may be its moment, in each language.
    mostMs: 400,
    bits: [
      ...WHEN,
      'ik laat u ',
      'iets weten',
      '. ',
      'krijgt u de offerte',
      "I'll get back",
      ' to you by ',
      '\n',
      '> ',
    ],
    read: (text) =>
      (['nl', 'en'] as const).map((language) =>
        findCommitments({ text, sentAt: NOW, zone: ZONE, language, hours: HOURS }),
      ),
  },
  {
    name: 'search',
    bits: [
      'van:',
      'voor:',
      'in:',
      '"',
      '-',
      '*',
      ' ',
      'mei',
      '12-5',
      'BE68 5390',
      '0479',
      '12 34',
      ':',
      'a',
      'é',
      '\0',
      '東',
      '(',
      'AND',
    ],
    read: (text) =>
      readSearchWords(text.slice(0, 500), {
        now: NOW,
        zone: ZONE,
        isTyping: true,
        wordsFrom: () => ['mei'],
        cards: { meant: () => [ELS], bearing: () => ELS.addresses, vips: () => ELS.addresses },
      }),
  },
  {
    name: 'index words',
    bits: [
      '0479',
      ' ',
      '.',
      '12',
      '34',
      '+32',
      '(0)',
      'BE68',
      '/',
      '-',
      'ß',
      'ĳ',
      '東',
      '\u00ad',
      'a',
      '\n',
      'e\u0301',
    ],
    read: (text) => [
      numberForms(searchLetters(text)),
      snippetOf(text, [
        { words: '047912', isPrefix: false },
        { words: 'a', isPrefix: true },
      ]),
    ],
  },
  {
    name: 'pages',
    bits: [
      '<',
      '>',
      '<p>',
      '</p>',
      '<!--',
      '-->',
      '<a href="',
      '"',
      '&',
      '&#x',
      ';',
      '<script>',
      '<style',
      ' ',
      'a',
      '<blockquote>',
      '<div class="gmail_quote">',
    ],
    read: (text) => [htmlToText(text), stripQuoteHtml(text)],
  },
  {
    name: 'texts',
    bits: [
      '> ',
      '\n',
      '-- \n',
      'Op 1 mei schreef ',
      'On ',
      'wrote:\n',
      'Van: ',
      'kunt u ',
      '?',
      '€ 1',
      '!',
      '.',
      ' ',
      'a',
      '_____',
      '\t',
      '1.',
      ', ',
    ],
    read: (text) => [stripQuote(text), previewOf(text), findSignals({ subject: text.slice(0, 200), text })],
  },
  {
    name: 'subjects and names',
    bits: [
      'Re: ',
      'Fwd',
      ':',
      '[',
      ']',
      '(',
      ')',
      'AW',
      ' ',
      'van ',
      'der ',
      '"',
      ',',
      '@',
      'a',
      '|',
      '-',
      '.',
      'Dr. ',
    ],
    read: (text) => [baseSubject(text), companyGuess(text), salutation(personName(text), 'nl')],
  },
  {
    name: 'the word of a mail server',
    bits: ['mx.a.nl', ';', ' ', '=', 'dkim', 'pass', 'header.d', '(', ')', '"', '\\', '/', '1', '@', 'a.nl', '\t'],
    read: (text) => parseAuthenticationResults(text),
  },
  {
    name: 'a mail that stands for another',
    bits: [
      'Naam',
      'E-mail',
      'Bericht',
      ':',
      '\n',
      ' ',
      '*',
      'a@b.nl',
      '<a ',
      'href="https://www.linkedin.com/messaging/thread/2-ab/"',
      '>',
      '</a>',
      'https://',
      '-- ',
      'Begin forwarded message:',
      '> ',
      '+32',
      '0',
      'Els ',
    ],
    read: (text) =>
      SOURCE_SENDERS.map((address) =>
        findClaim({
          from: [{ name: text, address }],
          replyTo: [{ name: text, address: text.slice(0, 200) }],
          subject: text,
          text,
          html: text,
          headers: {},
          attachments: [{ contentType: 'audio/mpeg' }],
        }),
      ),
    // Six readers of one text.
    mostMs: 300,
  },
  {
    name: 'winmail.dat',
    bits: [
      '\x78\x9f\x3e\x22',
      '\x02',
      '\x01',
      '\x00',
      '\x05\x90\x06\x00',
      '\xff\xff\xff\xff',
      '\x04\x00\x00\x00',
      '\x1f\x00',
      'a',
      '\x0f\x80\x06\x00',
      '\x10\x00\x00\x00',
    ],
    read: (text) => decodeTnef(latin1(`\x78\x9f\x3e\x22\x01\x00${text}`)),
  },
];

/** Bits and noise in any order; now and then one bit or two over and over, which is what makes a pattern go back. */
export function hostileText(bits: readonly string[], longest: number): fc.Arbitrary<string> {
  const bit = fc.constantFrom(...bits);
  const mixed = fc
    .array(
      fc.oneof({ weight: 5, arbitrary: bit }, fc.string({ maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 4 })),
      {
        maxLength: 40,
      },
    )
    .map((pieces) => pieces.join(''));
  const pumped = fc
    .tuple(mixed, bit, bit, fc.integer({ min: 1, max: longest }), mixed)
    .map(([before, a, b, times, after]) => {
      const core = `${a}${b}`;
      return `${before.slice(0, 40)}${core.repeat(Math.ceil(times / core.length))}${after.slice(0, 40)}`;
    });
  return fc.oneof({ weight: 4, arbitrary: mixed }, { weight: 1, arbitrary: pumped });
}
