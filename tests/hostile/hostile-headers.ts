// Rows 35, 36, 37 and 40: headers that lie about who, when and what, or break out of where they are put.
import { eachOf, mailOf, subject, type HostileMail } from './hostile-mail.ts';

const MAILSPLOIT = [
  ['=?utf-8?b?cG90dXNAd2hpdGVob3VzZS5nb3Y=?==?utf-8?Q?=00?= <dief@voorbeeld.example>', 'dief@voorbeeld.example'],
  ['=?utf-8?Q?=62=61=6E=6B=40=62=61=6E=6B=2E=6E=6C=0A=00?= <dief@voorbeeld.example>', 'dief@voorbeeld.example'],
  ['"bank@bank.nl" <dief@voorbeeld.example>', 'dief@voorbeeld.example'],
  ['bank@bank.nl <dief@voorbeeld.example>', 'dief@voorbeeld.example'],
  ['"bank@bank.nl\\" <x" <dief@voorbeeld.example>', 'dief@voorbeeld.example'],
  ['(bank@bank.nl) dief@voorbeeld.example', 'dief@voorbeeld.example'],
  ['"Bank \xe2\x80\xaeln.knab" <dief@voorbeeld.example>', 'dief@voorbeeld.example'],
  ['<dief@voorbeeld.example> <bank@bank.nl>', 'dief@voorbeeld.example'],
  ['=?utf-8?Q?Bank=0D=0ABcc:_ander=40x.example?= <dief@voorbeeld.example>', 'dief@voorbeeld.example'],
  ['"a@b"@voorbeeld.example', '"a@b"@voorbeeld.example'],
] as const;

const FILE_NAMES = [
  '../../.bashrc',
  '..\\..\\windows\\system32\\x.dll',
  'C:\\boot.ini',
  'CON',
  'nul.txt',
  'factuur\xe2\x80\xaefdp.exe',
  `${'a'.repeat(300)}.pdf`,
  'rekening.pdf.desktop',
  'snelkoppeling.lnk',
  '-rf',
  '.htaccess',
  'a/b/c.txt',
  'a\\0b.txt',
  ' .pdf ',
  'offerte?.pdf',
  '=?utf-8?Q?=2E=2E=2Fetc=2Fpasswd?=',
];

const DATES = [
  'Thu, 32 Feb 2026 25:61:61 +9999',
  'Fri, 31 Dec 2199 23:59:59 +0000',
  'gisteren',
  '0',
  '-1',
  'Mon, 1 Jan 99999 00:00:00 +0000',
  '(((((((((',
  '1'.repeat(5_000),
];

export const HOSTILE_HEADERS: readonly HostileMail[] = [
  ...eachOf(35, 'a name that looks like another address', MAILSPLOIT, ([from, address], title) => ({
    raw: mailOf([`From: ${from}`, subject(title)]),
    expect: { fromAddress: address },
  })),
  ...eachOf(
    35,
    'an address in letters that look alike',
    ['klant@\xd0\xb0pple.example', 'klant@xn--pple-43d.example'],
    (from, title) => ({
      raw: mailOf([`From: Apple <${from}>`, subject(title)]),
    }),
  ),
  ...eachOf(
    35,
    'answers to somebody else',
    ['dief@voorbeeld.example', '"klant@bank.nl" <dief@voorbeeld.example>'],
    (replyTo, title) => ({
      raw: mailOf([`Reply-To: ${replyTo}`, subject(title)]),
    }),
  ),
  ...eachOf(35, 'the same Message-ID, another mail', ['een', 'twee', 'drie'], (word, title) => ({
    raw: mailOf([subject(`${title} ${word}`), 'Message-ID: <dubbel@voorbeeld.example>'], `Dit is ${word}.\r\n`),
    expect: { hasText: word },
  })),
  ...eachOf(
    36,
    'a line break in a header',
    [
      'Subject: a =?utf-8?Q?=0D=0ABcc:_x=40y.example?=',
      'Subject: =?utf-8?B?YQ0KQmNjOiB4QHkuZXhhbXBsZQ==?=',
      'Subject: a\rBcc: x@y.example',
      'Subject: a\x00b\x0bc\x85d',
      'Subject: a\xe2\x80\xa8Bcc: x@y.example',
      'To: a@b.example\r\n =?utf-8?Q?,_x=40y.example?=',
      'To: "x@y.example, " <a@b.example>',
    ],
    (field) => ({ raw: mailOf([field]) }),
  ),
  ...eachOf(37, 'a file with a bad name', FILE_NAMES, (fileName, title) => ({
    raw: mailOf(
      [subject(title), 'Content-Type: multipart/mixed; boundary=b'],
      `--b\r\n\r\nZie bijlage.\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${fileName}"\r\n\r\nx\r\n--b--\r\n`,
    ),
    expect: { hasText: 'Zie bijlage.' },
  })),
  ...eachOf(40, 'a date of nonsense', DATES, (date, title) => ({
    raw: mailOf([`Date: ${date}`, subject(title)]),
    ...(date.includes('2199') ? {} : { expect: { noDate: true } }),
  })),
  ...eachOf(
    40,
    'a mail with something missing',
    [
      Buffer.alloc(0),
      Buffer.from('\r\n'),
      Buffer.from('\r\n\r\n\r\n'),
      Buffer.from('geen kop, alleen tekst\n'),
      Buffer.from('Subject: alleen een onderwerp'),
      Buffer.from('From:\nTo:\nSubject:\nDate:\nMessage-ID: <>\n\n'),
      Buffer.from('Subject: bare lf\nFrom: a@b.example\n\nregel een\nregel twee\n'),
      Buffer.from('Subject: bare cr\rFrom: a@b.example\r\rregel een\r'),
      Buffer.from([0xff, 0xfe, 0, 1, 2, 3]),
      Buffer.from('Subject: charset\r\nContent-Type: text/plain; charset=klingon-1\r\n\r\nmei \xe9\r\n', 'latin1'),
      Buffer.from('Subject: encoding\r\nContent-Transfer-Encoding: rot13\r\n\r\ntekst\r\n'),
      Buffer.from('Subject: type\r\nContent-Type: ;;;=;"\r\n\r\ntekst\r\n'),
    ],
    (raw) => ({ raw }),
  ),
];
