// How many messages a second are read: node bench/parse.ts [--seconds N]. The baseline is libmime splitting and decoding the
// header alone, on the same mails in the same run; figures of different runs cannot be compared.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import libmime from 'libmime';
import { createParsePool } from '../main/engine/channels/email/parse/parse-pool.ts';
import { parseMail } from '../main/engine/channels/email/parse/parse-mail.ts';
import { createDraw } from './synthetic-mail.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '2' } } });
const ROUND_MS = Number(values.seconds) * 1_000;
const ROUNDS = 5;
const MAILS = 400;

const draw = createDraw(7);
const words = (count: number): string =>
  Array.from({ length: count }, () => `woord${Math.floor(draw() * 5_000)}`)
    .join(' ')
    .replace(/.{60,70} /g, '$&\r\n');
const wrapped = (bytes: number): string => 'QUJD'.repeat(bytes / 3).replace(/.{76}/g, '$&\r\n');

/** What a small business gets: Gmail and Outlook with both versions, plain text, now and then a file. */
function mail(index: number): Buffer {
  const header = [
    'Return-Path: <klant@voorbeeld.nl>',
    ...Array.from(
      { length: 4 },
      (_, hop) =>
        `Received: from mx${hop}.voorbeeld.nl (192.0.2.${hop}) by mx${hop + 1}.voorbeeld.nl with ESMTPS id ${index}\r\n\tfor <info@zaak.voorbeeld.be>; Tue, 12 May 2026 08:0${hop}:00 +0200`,
    ),
    `DKIM-Signature: v=1; a=rsa-sha256; d=voorbeeld.nl; s=mei; h=from:to:subject:date;\r\n bh=${'a'.repeat(44)}; b=${'b'.repeat(300)}`,
    'Authentication-Results: mx.zaak.voorbeeld.be; dkim=pass header.d=voorbeeld.nl; spf=pass smtp.mailfrom=voorbeeld.nl',
    'From: =?UTF-8?Q?Ren=C3=A9e_van_den_Berg?= <klant@voorbeeld.nl>',
    'To: "Zaak, de" <info@zaak.voorbeeld.be>',
    `Subject: =?UTF-8?Q?Vraag_over_re=C3=BCnie_${index}?=`,
    'Date: Tue, 12 May 2026 08:00:00 +0200',
    `Message-ID: <${index}@voorbeeld.nl>`,
    `References: <${index - 1}@voorbeeld.nl> <${index - 2}@zaak.voorbeeld.be>`,
    'MIME-Version: 1.0',
  ];
  const text = `Beste,\r\n\r\n${words(120)}\r\n\r\nMet vriendelijke groet,\r\nRen=C3=A9e`;
  const html = `<html><body><p>Beste,</p><p>${words(120)}</p><div>Ren=C3=A9e</div></body></html>`;
  const plain = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${text}`;
  const page = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${html}`;
  const both = `Content-Type: multipart/alternative; boundary=alt\r\n\r\n--alt\r\n${plain}\r\n--alt\r\n${page}\r\n--alt--\r\n`;
  const file = `Content-Type: application/pdf; name=plan.pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n${wrapped(30_000)}`;
  const body =
    index % 4 === 0
      ? plain
      : index % 10 === 1
        ? `Content-Type: multipart/mixed; boundary=mix\r\n\r\n--mix\r\n${both}\r\n--mix\r\n${file}\r\n--mix--\r\n`
        : both;
  return Buffer.from(`${header.join('\r\n')}\r\n${body}`);
}

const mails = Array.from({ length: MAILS }, (_, index) => mail(index + 2));
const headers = mails.map((raw) => raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? '');
const bytes = mails.reduce((sum, raw) => sum + raw.length, 0);
console.log(
  `${MAILS} mails, ${Math.round(bytes / MAILS)} bytes on average, ${cpus().length} cores, Node ${process.version}`,
);

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

async function measure(name: string, round: () => Promise<void> | void): Promise<number> {
  await round();
  const figures: number[] = [];
  for (let count = 0; count < ROUNDS; count += 1) {
    const startedAt = performance.now();
    let done = 0;
    while (performance.now() - startedAt < ROUND_MS / ROUNDS) {
      await round();
      done += MAILS;
    }
    figures.push((done / (performance.now() - startedAt)) * 1_000);
  }
  const figure = median(figures);
  console.log(`${name.padEnd(52)}${Math.round(figure).toLocaleString('en').padStart(8)} msg/s`);
  return figure;
}

const baseline = await measure('libmime, header alone', () => {
  for (const header of headers)
    for (const list of Object.values(libmime.decodeHeaders(header)))
      for (const value of list) libmime.decodeWords(value);
});
const alone = await measure('parseMail, text and header, in this thread', () => {
  for (const raw of mails) parseMail(raw, { content: 'none' });
});
await measure('parseMail, attachments decoded too', () => {
  for (const raw of mails) parseMail(raw, { content: 'all' });
});
const timers = {
  after: (delayMs: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
for (const size of [1, 2]) {
  const pool = createParsePool({ timers, log: () => {}, size });
  const before = performance.eventLoopUtilization();
  await measure(`pool of ${size}, there and back`, async () => {
    await Promise.all(mails.map((raw) => pool.whole(raw)));
  });
  const busy = performance.eventLoopUtilization(before).utilization;
  console.log(`    this thread busy ${(busy * 100).toFixed(0)} % of the time with handing out and taking in`);
  await pool.stop();
}
console.log(`parseMail costs ${(baseline / alone).toFixed(2)} times the header alone; the goal is 8,000 msg/s`);
