// The worker thread that reads mail, so that no mail can hold up the engine. Knows nothing but bytes in, messages out; deadline
// and memory limit are held by parse-pool.ts from outside.
import { parentPort } from 'node:worker_threads';
import { parseMail } from './parse-mail.ts';
import { prepareMail, type PreparedMail } from '../../../ingest/prepared-mail.ts';
import { createCompressText } from '../../../store/compressed-text.ts';
import { parsePieces } from './parse-pieces.ts';
import { WORKER_READY, type ParseAnswer, type ParseOrder } from './parse-orders.ts';

const port = parentPort;
if (port === null) throw new Error('parse-worker runs as a worker thread only');

const compress = createCompressText();

port.on('message', (order: ParseOrder) => {
  const whole = Buffer.from(order.bytes);
  let start = 0;
  const mails = order.jobs.map((job) => {
    if (job.kind === 'pieces') return prepareMail(parsePieces(job.pieces), compress);
    const raw = whole.subarray(start, start + job.length);
    start += job.length;
    return prepareMail(parseMail(raw, job.withFiles ? { content: 'all' } : {}), compress);
  });
  const { packed, buffer } = inOneBuffer(mails);
  const answer: ParseAnswer = { id: order.id, mails: packed };
  port.postMessage(answer, [buffer]);
});

port.postMessage(WORKER_READY);

/** Moved to the other thread instead of copied; each by itself would drag along the pool of memory that it was cut from. */
function inOneBuffer(mails: readonly PreparedMail[]): {
  readonly packed: readonly PreparedMail[];
  readonly buffer: ArrayBuffer;
} {
  const total = mails.reduce(
    (sum, { prepared: { body } }) => sum + body.text.length + (body.html?.length ?? 0) + body.headers.length,
    0,
  );
  const buffer = new ArrayBuffer(total);
  let at = 0;
  const move = (bytes: Uint8Array): Uint8Array => {
    const place = new Uint8Array(buffer, at, bytes.length);
    place.set(bytes);
    at += bytes.length;
    return place;
  };
  const packed = mails.map((mail): PreparedMail => {
    const { text, html, headers } = mail.prepared.body;
    const body = { text: move(text), html: html === null ? null : move(html), headers: move(headers) };
    return { ...mail, prepared: { ...mail.prepared, body } };
  });
  return { packed, buffer };
}
