import { describe, expect, test } from 'vitest';
import { parseMail } from './parse-mail.ts';

const mailOf = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'));
const HEAD = ['From: Jan <jan@v.nl>', 'To: info@v.be', 'Subject: Vraag', 'MIME-Version: 1.0'] as const;

describe('an ordinary mail', () => {
  const mail = parseMail(
    mailOf(
      ...HEAD,
      'Date: Mon, 3 Mar 2025 10:12:00 +0100',
      'Message-ID: <2@v.nl>',
      'In-Reply-To: <1@v.be>',
      'References: <0@v.be><1@v.be>',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Kan het café open?',
      '',
    ),
  );
  test('tells who, what, when and to which it answers', () => {
    expect(mail).toMatchObject({
      subject: 'Vraag',
      from: [{ name: 'Jan', address: 'jan@v.nl' }],
      to: [{ name: '', address: 'info@v.be' }],
      date: Date.parse('2025-03-03T09:12:00Z'),
      messageId: '2@v.nl',
      inReplyTo: ['1@v.be'],
      references: ['0@v.be', '1@v.be'],
      text: 'Kan het café open?',
      html: null,
      attachments: [],
      kind: 'human',
      note: null,
    });
  });
  test('keeps its header by lower-case names', () => {
    expect(mail.headers['message-id']).toEqual(['<2@v.nl>']);
  });
});

describe('several parts', () => {
  const part = (boundary: string, header: string, body: string): string =>
    `--${boundary}\r\n${header}\r\n\r\n${body}\r\n`;

  test('of two versions the text is the text and the page is the page', () => {
    const body = part('b', 'Content-Type: text/plain', 'plat') + part('b', 'Content-Type: text/html', '<p>mooi</p>');
    const mail = parseMail(mailOf(...HEAD, 'Content-Type: multipart/alternative; boundary=b', '', `${body}--b--`));
    expect(mail).toMatchObject({ text: 'plat', html: '<p>mooi</p>', attachments: [] });
  });
  test('a mail with only a page gets its text from it', () => {
    const mail = parseMail(mailOf(...HEAD, 'Content-Type: text/html', '', '<p>Dag <b>Jan</b></p><script>x</script>'));
    expect(mail.text).toBe('Dag Jan');
  });
  test('an empty text version does not hide the page', () => {
    const body = part('b', 'Content-Type: text/plain', ' ') + part('b', 'Content-Type: text/html', '<p>mooi</p>');
    const mail = parseMail(mailOf(...HEAD, 'Content-Type: multipart/alternative; boundary=b', '', `${body}--b--`));
    expect(mail.text).toBe('mooi');
  });
  test('a picture that the page shows is inline and kept; one that it only carries is listed', () => {
    const picture = (id: string): string =>
      part(
        'b',
        `Content-Type: image/png; name=${id}.png\r\nContent-ID: <${id}>\r\nContent-Transfer-Encoding: base64`,
        'AAAA',
      );
    const body = part('b', 'Content-Type: text/html', '<img src="cid:een">') + picture('een') + picture('twee');
    const mail = parseMail(mailOf(...HEAD, 'Content-Type: multipart/related; boundary=b', '', `${body}--b--`));
    expect(mail.attachments.map(({ part: section, fileName, isInline }) => [section, fileName, isInline])).toEqual([
      ['2', 'een.png', true],
      ['3', 'twee.png', false],
    ]);
    expect(mail.attachments[0]?.content).toHaveLength(3);
  });
  test('a forwarded mail is one attachment, and its parts are its own', () => {
    const inner = ['Subject: binnen', 'Content-Type: multipart/mixed; boundary=c', '', '--c', '', 'diep', '--c--'].join(
      '\r\n',
    );
    const body = part('b', 'Content-Type: text/plain', 'zie onder') + part('b', 'Content-Type: message/rfc822', inner);
    const mail = parseMail(mailOf(...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', `${body}--b--`));
    expect(mail.text).toBe('zie onder');
    expect(mail.attachments).toMatchObject([{ part: '2', contentType: 'message/rfc822' }]);
  });
  test('sections are numbered as IMAP numbers them', () => {
    const inner = `--c\r\n\r\ntekst\r\n${part('c', 'Content-Type: application/pdf; name=a.pdf', 'x')}--c--`;
    const body =
      part('b', 'Content-Type: multipart/mixed; boundary=c', inner) + part('b', 'Content-Type: image/png', 'y');
    const mail = parseMail(mailOf(...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', `${body}--b--`));
    expect(mail.attachments.map(({ part: section }) => section)).toEqual(['1.2', '2']);
  });
  test('attachments are decoded when asked for, and measured always', () => {
    const header =
      'Content-Type: application/zip\r\nContent-Disposition: attachment; filename=a.zip\r\nContent-Transfer-Encoding: base64';
    const raw = mailOf(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      `${part('b', header, 'SGFsbG8=')}--b--`,
    );
    expect(parseMail(raw).attachments[0]).toMatchObject({ size: 5, content: null });
    const [whole] = parseMail(raw, { content: 'all' }).attachments;
    expect(Buffer.from(whole?.content ?? []).toString()).toBe('Hallo');
  });
  test('what stands before the first and after the last boundary is not the message', () => {
    const mail = parseMail(
      mailOf(
        ...HEAD,
        'Content-Type: multipart/mixed; boundary="b c"',
        '',
        'proloog',
        '--b c  ',
        '',
        'lijf --b c midden',
        '--b c--',
        'epiloog',
      ),
    );
    expect(mail.text).toBe('lijf --b c midden');
  });
});

describe('what senders get wrong', () => {
  test.each([
    ['line feeds only', '\n'],
    ['carriage returns only', '\r'],
  ])('%s', (_, newline) => {
    const mail = parseMail(Buffer.from([...HEAD, '', 'lijf'].join(newline)));
    expect([mail.subject, mail.from[0]?.address, mail.text]).toEqual(['Vraag', 'jan@v.nl', 'lijf']);
  });
  test('a boundary that was never named is seen in the body', () => {
    const mail = parseMail(
      mailOf(...HEAD, 'Content-Type: multipart/mixed', '', '--x', 'Content-Type: text/plain', '', 'lijf', '--x--'),
    );
    expect(mail.text).toBe('lijf');
  });
  test('a multipart without any boundary is shown as text, with a note', () => {
    expect(parseMail(mailOf(...HEAD, 'Content-Type: multipart/mixed', '', 'lijf'))).toMatchObject({
      text: 'lijf',
      note: 'damaged',
    });
  });
  test('the last part may lack its end', () => {
    expect(parseMail(mailOf(...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'lijf')).text).toBe(
      'lijf',
    );
  });
  test('an mbox line before the header and a log line inside are passed over', () => {
    const mail = parseMail(
      mailOf('From jan Mon Mar 3', 'Subject: Vraag', 'relay: accepted', 'X onzin', 'To: a@v.nl', '', 'lijf'),
    );
    expect([mail.subject, mail.to[0]?.address, mail.text]).toEqual(['Vraag', 'a@v.nl', 'lijf']);
  });
  test('a body without the empty line before it is a body', () => {
    expect(parseMail(mailOf('Subject: Vraag', 'Dag Jan', 'tot morgen'))).toMatchObject({
      subject: 'Vraag',
      text: 'Dag Jan\ntot morgen',
    });
  });
  test('header fields may be called as JavaScript calls its own', () => {
    const mail = parseMail(mailOf('constructor: a', '__proto__: b', 'toString: c', 'Subject: Vraag', '', 'x'));
    expect(Object.keys(mail.headers).toSorted()).toEqual(['__proto__', 'constructor', 'subject', 'tostring']);
  });
  test.each(['', '\r\n', '\r\n\r\n', '\0', '--', ':', 'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\nx'])(
    '%j',
    (raw) => {
      expect(parseMail(Buffer.from(raw)).from).toEqual([]);
    },
  );
});

describe('what nobody but an attacker sends', () => {
  test('5,000 levels are read as far as anybody would, and the note says so', () => {
    const levels = Array.from(
      { length: 5_000 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    ).join('');
    expect(parseMail(mailOf(...HEAD, levels))).toMatchObject({ subject: 'Vraag', note: 'too-complex' });
  });
  test('20,000 parts', () => {
    const parts = '--b\r\nContent-Type: image/png\r\n\r\nx\r\n'.repeat(20_000);
    const mail = parseMail(mailOf(...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', parts));
    expect(mail).toMatchObject({ subject: 'Vraag', note: 'too-complex' });
    expect(mail.attachments.length).toBeLessThanOrEqual(1_000);
  });
  test('a header of 8 MB', () => {
    const mail = parseMail(mailOf(...HEAD, `X-Big: ${'a'.repeat(8_000_000)}`, '', 'lijf'));
    expect(mail).toMatchObject({ subject: 'Vraag', note: 'too-complex' });
  });
  test('a million lines keep their last one', () => {
    expect(parseMail(mailOf(...HEAD, '', 'a\r\n'.repeat(1_000_000), 'einde')).text.endsWith('einde')).toBe(true);
  });
});

describe('what is told apart', () => {
  test('an invitation by its calendar part', () => {
    const raw = mailOf(...HEAD, 'Content-Type: text/calendar; method=REQUEST', '', 'BEGIN:VCALENDAR');
    expect(parseMail(raw)).toMatchObject({ kind: 'invite', attachments: [{ contentType: 'text/calendar' }] });
  });
  test('encrypted mail is a file with a note, and signed mail is simply read', () => {
    const encrypted = mailOf(
      ...HEAD,
      'Content-Type: multipart/encrypted; boundary=b',
      '',
      '--b',
      'Content-Type: application/pgp-encrypted',
      '',
      'Version: 1',
      '--b--',
    );
    expect(parseMail(encrypted).note).toBe('encrypted');
    const signed = mailOf(
      ...HEAD,
      'Content-Type: multipart/signed; boundary=b',
      '',
      '--b',
      '',
      'lijf',
      '--b',
      'Content-Type: application/pgp-signature; name=s.asc',
      '',
      'x',
      '--b--',
    );
    expect(parseMail(signed)).toMatchObject({ text: 'lijf', note: null, attachments: [{ fileName: 's.asc' }] });
  });
});
