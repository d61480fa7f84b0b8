// `balie report`: how long customers waited in a period, or the answers themselves as a table.
import { DAY_MS } from '../../domain/instant.ts';
import type { Tally } from '../../domain/figures/figures.ts';
import { SWITCH, TEXT, type CliCommand } from '../command.ts';
import { said } from '../outcome.ts';
import { isoInstant, textOf } from '../read-words.ts';

/** Without --from. */
const USUAL_MS = 30 * DAY_MS;

export const report: CliCommand = {
  name: 'report',
  usage: '[--from ISO] [--until ISO] [--csv]',
  does: {
    nl: 'Toont hoe lang klanten wachtten, in werktijd; met --csv elk antwoord als tabel.',
    en: 'Shows how long customers waited, in working time; with --csv every answer as a table.',
  },
  options: { from: TEXT, until: TEXT, csv: SWITCH },
  fewest: 0,
  most: 0,
  run: (context, _words, values) => {
    const untilWords = textOf(values, 'until');
    const fromWords = textOf(values, 'from');
    const chosenUntil = untilWords === null ? null : isoInstant(untilWords, 'until');
    const chosenFrom = fromWords === null ? null : isoInstant(fromWords, 'from');
    return context.atDesk('beside', async (engine, language) => {
      const status = await engine.call('desk.status', {});
      const until = chosenUntil ?? Date.now() + (status.ok ? status.value.clockOffsetMs : 0);
      const period = { from: chosenFrom ?? Math.max(0, until - USUAL_MS), until };
      if (values['csv'] === true) {
        const table = await engine.call('report.csv', { ...period, language });
        return table.ok ? said(table.value, table.value.trimEnd()) : table;
      }
      const figures = await engine.call('report.figures', period);
      if (!figures.ok) return figures;
      const { all, byChannel } = figures.value;
      const lines = [{ channel: '', tally: all }, ...byChannel].map(({ channel, tally }) => line(channel, tally));
      return said(figures.value, lines.join('\n'));
    });
  },
};

const line = (channel: string, { answered, inTime, medianMinutes, p90Minutes }: Tally): string =>
  `${channel.padEnd(12)}${String(answered).padStart(6)}  ${String(inTime).padStart(6)} in time  median ${shown(medianMinutes)}  p90 ${shown(p90Minutes)}`;

const shown = (minutes: number | null): string => (minutes === null ? '-' : `${Math.round(minutes)} min`);
