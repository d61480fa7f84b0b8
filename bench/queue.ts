// How long the queue takes at 50,000 conversations that all wait for an answer: the first list, a page, counts, one change, another
// instant, new weights. `node bench/queue.ts [conversations]`; prints one JSON value. Compare only figures of one run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../main/contract/settings.ts';
import { createBenchDesk, spread, timed } from './bench-desk.ts';
import { BENCH_NOW, createDraw } from './synthetic-mail.ts';

const count = Number(process.argv[2] ?? 50_000);
const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
try {
  const desk = createBenchDesk(join(folder, 'balie.db'));
  const ingestMs = desk.bringIn({ count, answers: 0, days: 20, words: 40 });
  const page = (offset: number, at: number | null = null) => desk.queue.list({ section: null, offset, limit: 50, at });
  const firstListMs = timed(() => page(0));
  const open = page(0).total;
  const draw = createDraw(1);
  const times = (runs: number, run: (index: number) => void) =>
    spread(Array.from({ length: runs }, (_, index) => timed(() => run(index))));
  const ids = desk.store.queue.live().map(({ id }) => id);
  const anyId = (): number => ids[Math.floor(draw() * ids.length)] ?? 1;
  const { weights } = DEFAULT_SETTINGS;

  const result = {
    conversations: count,
    open,
    ingestMs: Math.round(ingestMs),
    firstListMs,
    pageMs: times(300, () => page(Math.floor(draw() * (open - 50)))),
    countsMs: times(300, () => desk.queue.counts()),
    trayMs: times(100, () => desk.queue.tray()),
    pageAfterOneChangeMs: times(300, () => {
      desk.settle([anyId()]);
      page(0);
    }),
    pageAfterAMinuteMs: times(60, (index) => {
      desk.jumpTo(BENCH_NOW + index * 60_000);
      page(0);
    }),
    pageAtAnotherInstantMs: times(10, (index) => page(0, BENCH_NOW + index * 3_600_000)),
    rerankOfEverythingMs: times(10, (index) => {
      desk.settings.set({ weights: { ...weights, asks: 1 + index / 10 } });
      page(0);
    }),
    wholeListMs: times(3, () => desk.queue.list({ section: null, offset: 0, limit: 100_000, at: null })),
    heapMB: Math.round(process.memoryUsage().heapUsed / 1e6),
  };
  desk.store.close();
  console.log(
    JSON.stringify(result, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value), 2),
  );
} finally {
  rmSync(folder, { recursive: true });
}
