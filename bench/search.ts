// How long the first 50 results with their snippets take, at 50,000 messages. `node bench/search.ts [messages] [queries.json]`, where
// the file holds {"word": [..], "two words": [..], ...}; without it queries are drawn from the words of the synthetic mail, common
// and rare alike. Prints one JSON value. Compare only figures of one run.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSearch } from '../main/engine/search/search.ts';
import { createBenchDesk, spread, timed } from './bench-desk.ts';
import { createDraw, wordOf } from './synthetic-mail.ts';

const count = Number(process.argv[2] ?? 50_000);
const file = process.argv[3];
const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));

function drawQueries(): Readonly<Record<string, readonly string[]>> {
  const draw = createDraw(3);
  const word = (): string => wordOf(Math.floor(20_000 ** draw()) - 1);
  const hundred = (make: () => string): readonly string[] => Array.from({ length: 100 }, make);
  return {
    word: hundred(word),
    'two words': hundred(() => `${word()} ${word()}`),
    prefix: hundred(() => `${word().slice(0, 3)}*`),
    phrase: hundred(() => `"${word()} ${word()}"`),
    from: hundred(() => `from:klant${Math.floor(draw() * 1_000)}`),
    'word and date': hundred(() => `${word()} after:2026-01-01 before:2026-03-01`),
    'has attachment': hundred(() => `${word()} has:attachment`),
    'no result': hundred(() => 'nietsgevondenhier'),
  };
}

try {
  const path = join(folder, 'balie.db');
  const desk = createBenchDesk(path);
  const ingestMs = desk.bringIn({ count });
  const search = createSearch({ store: desk.store, zone: () => 'Europe/Brussels' });
  const queries: Readonly<Record<string, readonly string[]>> =
    file === undefined ? drawQueries() : JSON.parse(readFileSync(file, 'utf8'));
  const result = Object.fromEntries(
    Object.entries(queries).map(([kind, list]) => {
      let hits = 0;
      const ms = list.map((query) => timed(() => (hits += search({ query, limit: 50 }).hits.length)));
      return [kind, { ...spread(ms), hits: hits / list.length }];
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
