// `balie availability`: whether the owner is there, and the same switch that stands in the window's rail.
import { availabilityWords } from '../../contract/text/availability-words.ts';
import { AVAILABILITY_WISHES } from '../../domain/office-hours/availability.ts';
import { isoOrNull } from '../as-json.ts';
import { TEXT, type CliCommand } from '../command.ts';
import { said, WrongUse } from '../outcome.ts';
import { momentOf, textOf } from '../read-words.ts';

export const availability: CliCommand = {
  name: 'availability',
  usage: '[by-hours|open|closed|away --until ISO|TEXT]',
  does: {
    nl: 'Toont of je open, gesloten of afwezig bent, of zet het: volgens je openingsuren, open tot sluitingstijd, gesloten tot de volgende opening, afwezig tot een moment.',
    en: 'Shows whether you are open, closed or away, or sets it: by your office hours, open until closing, closed until the next opening, away until a moment.',
  },
  options: { until: TEXT },
  fewest: 0,
  most: 1,
  run: (context, [word], values) => {
    const wish = AVAILABILITY_WISHES.find((one) => one === word);
    const untilWords = textOf(values, 'until');
    if (word !== undefined && wish === undefined) throw new WrongUse(`by-hours, open, closed or away, not "${word}"`);
    if ((wish === 'away') !== (untilWords !== null))
      throw new WrongUse('--until goes with away, and away with --until');
    return context.atDesk('beside', async (engine, language) => {
      const until = untilWords === null ? null : await momentOf(engine.call, untilWords);
      if (until !== null && !until.ok) return until;
      const [status, settings] = await Promise.all([engine.call('desk.status', {}), engine.call('settings.get', {})]);
      if (!settings.ok) return settings;
      const shown =
        wish === undefined
          ? await engine.call('availability.get', {})
          : await engine.call('availability.set', { wish, until: until?.value ?? null });
      if (!shown.ok) return shown;
      const now = Date.now() + (status.ok ? status.value.clockOffsetMs : 0);
      return said(
        { ...shown.value, until: isoOrNull(shown.value.until) },
        availabilityWords(language, shown.value, now, settings.value.officeHours.zone),
      );
    });
  },
};
