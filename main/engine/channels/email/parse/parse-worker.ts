// The worker thread that reads mail, so that no mail can hold up the engine. Knows nothing but bytes in, messages out; deadline
// and memory limit are held by parse-pool.ts from outside.
import { parentPort } from 'node:worker_threads';
import { parseMail } from './parse-mail.ts';
import { parsePieces } from './parse-pieces.ts';
import { WORKER_READY, type ParseAnswer, type ParseOrder } from './parse-orders.ts';

const port = parentPort;
if (port === null) throw new Error('parse-worker runs as a worker thread only');

port.on('message', (order: ParseOrder) => {
  const whole = Buffer.from(order.bytes);
  let start = 0;
  const mails = order.jobs.map((job) => {
    if (job.kind === 'pieces') return parsePieces(job.pieces);
    const raw = whole.subarray(start, start + job.length);
    start += job.length;
    return parseMail(raw);
  });
  const answer: ParseAnswer = { id: order.id, mails };
  port.postMessage(answer);
});

port.postMessage(WORKER_READY);
