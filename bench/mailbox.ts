// A mailbox as a small business has after some years: mostly short mails, some with a quoted history, newsletters in HTML, and a
// few with large attachments. Written as Maildir files, the same every time.
import { chownSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDraw, wordOf } from './synthetic-mail.ts';

export type BenchMailbox = { readonly messages: number; readonly bytes: number };

/** So many different words; a small business's mail of some years holds about as many. */
const VOCABULARY = 30_000;
/** Said by customers now and then: what the queue looks for. */
const PHRASES = [
  'Kunt u mij een offerte sturen?',
  'Wanneer is de kast klaar?',
  'Graag een afspraak volgende week donderdag.',
  'Met vriendelijke groet',
  'De factuur van € 1.250 is betaald.',
];

/**
 * Average 38 kB a message, of which seven tenths sit in attachments. `owner` must be able to read what is written. Mailboxes of
 * different variants have no message in common.
 */
export function writeMailbox(
  folder: string,
  messages: number,
  newestAt: number,
  owner: { readonly uid: number; readonly gid: number },
  variant = 0,
): BenchMailbox {
  for (const part of ['cur', 'new', 'tmp']) {
    mkdirSync(join(folder, part), { recursive: true });
    chownSync(join(folder, part), owner.uid, owner.gid);
  }
  chownSync(folder, owner.uid, owner.gid);
  const draw = createDraw(20_261_121 + variant);
  const attachment = Buffer.from(Array.from({ length: 1_500_000 }, () => Math.floor(draw() * 256)))
    .toString('base64')
    .replace(/.{76}/g, '$&\n');
  let bytes = 0;
  for (let nr = 0; nr < messages; nr += 1) {
    // Two years, the newest last, so that UIDs follow time.
    const at = newestAt - Math.floor(((messages - nr) * 730 * 86_400_000) / messages);
    const raw = mail({ nr, variant }, at, draw, attachment);
    bytes += Buffer.byteLength(raw);
    const file = join(folder, 'cur', `${Math.floor(at / 1000)}.M${nr}P1.bench:2,S`);
    writeFileSync(file, raw);
    chownSync(file, owner.uid, owner.gid);
    utimesSync(file, at / 1000, at / 1000);
  }
  return { messages, bytes };
}

function mail(
  { nr, variant }: { readonly nr: number; readonly variant: number },
  at: number,
  draw: () => number,
  attachment: string,
): string {
  const idOf = (one: number): string => `b${one}@${variant === 0 ? '' : `${variant}.`}voorbeeld.example`;
  const kind = draw();
  const customer = Math.floor(draw() * 1_500);
  const isAnswer = nr > 50 && draw() < 0.35;
  const parent = isAnswer ? nr - 1 - Math.floor(draw() * 40) : null;
  const head = [
    `From: Klant ${customer} <klant${customer}@voorbeeld${customer % 90}.example>`,
    'To: info@dewinkel.example',
    `Subject: ${parent === null ? '' : 'Re: '}${text(draw, 4)} ${parent ?? nr}`,
    `Date: ${new Date(at).toUTCString()}`,
    `Message-ID: <${idOf(nr)}>`,
    ...(parent === null ? [] : [`In-Reply-To: <${idOf(parent)}>`, `References: <${idOf(parent)}>`]),
    ...Array.from(
      { length: 12 },
      (_, hop) => `Received: from mx${hop}.example by mail.example with ESMTPS id ${nr}x${hop}`,
    ),
    'MIME-Version: 1.0',
  ].join('\n');
  const body = text(draw, 40 + Math.floor(draw() * 260));
  if (kind < 0.55) return `${head}\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`;
  const html = `<html><body style="font-family:sans-serif">${Array.from({ length: 20 }, () => `<p class="a">${text(draw, 30)}</p><div><a href="https://winkel.example/x">${text(draw, 3)}</a></div>`).join('\n')}</body></html>`;
  const alternative = `Content-Type: multipart/alternative; boundary=alt\n\n--alt\nContent-Type: text/plain; charset=utf-8\n\n${body}\n--alt\nContent-Type: text/html; charset=utf-8\n\n${html}\n--alt--\n`;
  if (kind < 0.82) return `${head}\n${alternative}`;
  if (kind < 0.9) {
    const list = 'List-Unsubscribe: <https://nieuwsbrief.example/uit>\nList-Id: <nieuws.example>';
    return `${head}\n${list}\nContent-Type: text/html; charset=utf-8\n\n${html.repeat(6)}\n`;
  }
  const size = kind < 0.96 ? 20_000 + draw() * 60_000 : 200_000 + draw() * 1_000_000;
  return `${head}\nContent-Type: multipart/mixed; boundary=mix\n\n--mix\n${alternative}\n--mix\nContent-Type: application/pdf; name="tekening-${nr}.pdf"\nContent-Disposition: attachment; filename="tekening-${nr}.pdf"\nContent-Transfer-Encoding: base64\n\n${attachment.slice(0, size)}\n--mix--\n`;
}

function text(draw: () => number, words: number): string {
  const said: string[] = [];
  for (let index = 0; index < words; index += 1) {
    const phrase = draw() < 0.01 ? PHRASES[Math.floor(draw() * PHRASES.length)] : undefined;
    said.push(phrase ?? wordOf(Math.floor(VOCABULARY ** draw()) - 1), index % 12 === 11 ? '\n' : ' ');
  }
  return said.join('');
}
