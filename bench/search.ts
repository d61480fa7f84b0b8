// How long the first 50 results with their snippets take, at 50,000 messages. `node bench/search.ts [messages] [queries.json]`, where
// the file holds {"word": [..], "two words": [..], ...}; without it queries are drawn from the words of the synthetic mail, common
// and rare alike. Above 100,000 messages the desk is filled in bulk. Prints one JSON value. Compare only figures of one run.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSearch } from '../main/engine/search/search.ts';
import { createBenchDesk, spread, timed, type BenchDesk } from './bench-desk.ts';
import { fillInBulk } from './bulk-desk.ts';
import { BENCH_NOW, createDraw, syntheticMail, wordOf } from './synthetic-mail.ts';

const count = Number(process.argv[2] ?? 50_000);
const file = process.argv[3];
/** Filling a desk of more by ingest would take longer than anybody waits. */
const MOST_BY_INGEST = 100_000;
const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));

function drawQueries(): Readonly<Record<string, readonly string[]>> {
  const draw = createDraw(3);
  const word = (): string => wordOf(Math.floor(20_000 ** draw()) - 1);
  const common = (): string => wordOf(Math.floor(draw() * 20));
  const rare = (): string => wordOf(15_000 + Math.floor(draw() * 5_000));
  const hundred = (make: () => string): readonly string[] => Array.from({ length: 100 }, make);
  return {
    word: hundred(word),
    'two words': hundred(() => `${word()} ${word()}`),
    'rare and common': hundred(() => `${common()} ${rare()} ${common()}`),
    prefix: hundred(() => `${word().slice(0, 3)}*`),
    'longer prefix': hundred(() => `${word().slice(0, 5)}*`),
    phrase: hundred(() => `"${word()} ${word()}"`),
    without: hundred(() => `${word()} -${common()}`),
    from: hundred(() => `from:klant${Math.floor(draw() * 1_000)}`),
    'from and word': hundred(() => `from:klant${Math.floor(draw() * 1_000)} ${common()}`),
    subject: hundred(() => `subject:${word()}`),
    number: hundred(() => `BE68${Math.floor(draw() * 1e12)}`),
    'word and date': hundred(() => `${word()} after:2026-01-01 before:2026-03-01`),
    'has attachment': hundred(() => `${word()} has:attachment`),
    'in sent': hundred(() => `${word()} in:sent`),
    'in an empty folder': hundred(() => `${common()} in:archive`),
    unread: hundred(() => `${word()} is:unread`),
    open: hundred(() => `${word()} is:open`),
    'no result': hundred(() => 'nietsgevondenhier'),
    // By what stands on cards: nobody is called so in a letter.
    'name on a card': hundred(() => `roepnaam${Math.floor(draw() * 1_000)}`),
    'common name on cards': hundred(() => `iedereen roepnaam${Math.floor(draw() * 1_000)}`),
    'from a card': hundred(() => `from:roepnaam${Math.floor(draw() * 1_000)} ${common()}`),
    label: hundred(() => `label:soort${Math.floor(draw() * 20)}`),
    'label and word': hundred(() => `label:soort${Math.floor(draw() * 20)} ${common()}`),
    'label of everybody': hundred(() => `label:klant ${word()}`),
  };
}

/** Cards of 5,000 people, of whom a thousand wrote. */
function keepCards(desk: BenchDesk): void {
  desk.store.transaction(() => {
    for (let nr = 0; nr < 5_000; nr += 1)
      desk.store.contacts.save({
        id: null,
        name: `Iedereen Roepnaam${nr}`,
        company: `Firma ${nr % 400}`,
        language: null,
        note: '',
        tags: ['klant', `soort${nr % 20}`],
        fields: [],
        handles: [`klant${nr}@voorbeeld.example`, `roep${nr}@elders.example`],
        createdAt: BENCH_NOW,
        changedAt: BENCH_NOW,
      });
  });
}

function fill(path: string): { readonly desk: BenchDesk; readonly ms: number } {
  const desk = createBenchDesk(path);
  if (count <= MOST_BY_INGEST) return { desk, ms: desk.bringIn({ count }) };
  desk.bringIn({ count: 1 });
  const boxes = desk.store.mailboxes.list('bench');
  const box = (role: string): number => boxes.find((one) => one.role === role)?.id ?? 0;
  const ms = timed(() =>
    fillInBulk(
      desk.store,
      syntheticMail({ count, account: 'bench', inbox: box('inbox'), sent: box('sent'), seed: 9, days: 3_650 }),
    ),
  );
  return { desk, ms };
}

try {
  const path = join(folder, 'balie.db');
  const { desk, ms: ingestMs } = fill(path);
  keepCards(desk);
  const search = createSearch({ store: desk.store, clock: { now: () => BENCH_NOW }, settings: desk.settings });
  const queries: Readonly<Record<string, readonly string[]>> =
    file === undefined ? drawQueries() : JSON.parse(readFileSync(file, 'utf8'));
  const result = Object.fromEntries(
    Object.entries(queries).map(([kind, list]) => {
      let hits = 0;
      const cpu: number[] = [];
      const ms = list.map((query) => {
        const before = process.cpuUsage();
        const took = timed(() => (hits += search({ query, limit: 50, byConversation: true }).hits.length));
        const { user, system } = process.cpuUsage(before);
        cpu.push((user + system) / 1_000);
        return took;
      });
      return [kind, { ...spread(ms), cpu95: spread(cpu).p95, hits: hits / list.length }];
    }),
  );
  desk.store.close();
  const answer = { messages: count, ingestMs: Math.round(ingestMs), databaseMB: statSync(path).size / 1e6, ms: result };
  console.log(
    JSON.stringify(answer, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value), 2),
  );
} finally {
  rmSync(folder, { recursive: true });
}
