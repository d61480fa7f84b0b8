import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { answersCsv } from './answers-csv.ts';
import { createReport, type Report } from './report.ts';

let desk: FakeDesk;
let report: Report;
beforeEach(() => {
  desk = createFakeDesk();
  desk.ports.jumpTo(TUESDAY_TEN + 2 * DAY_MS);
  report = createReport({
    store: desk.store,
    clock: desk.ports.clock,
    timers: desk.ports.timers,
    settings: desk.settings,
  });
});
const period = { from: TUESDAY_TEN - DAY_MS, until: TUESDAY_TEN + 2 * DAY_MS };
const all = { ...period, channel: null, weekday: null, hour: null, isInTime: null, limit: 100 };

/** A question at ten, and its answer so much later; open from 9:00 to 12:30 and from 13:30 to 17:30. */
function answered(subject: string, afterMs: number): void {
  const messageId = `${desk.events.length}@klant`;
  desk.receive({ messageId, subject, at: TUESDAY_TEN });
  desk.sentElsewhere({
    messageId: `${desk.events.length}@own`,
    references: [messageId],
    subject: `Re: ${subject}`,
    at: TUESDAY_TEN + afterMs,
  });
}

describe('the report', () => {
  it('counts in working time, and judges by the target of the channel', async () => {
    answered('Prijs', 30 * MINUTE_MS);
    // Tuesday ten to Wednesday twelve is nine and a half hours of opening time, with a target of eight.
    answered('Klacht', 26 * HOUR_MS);
    const { all: figures, byChannel, byWeekday } = await report.figures(period);
    expect(figures).toEqual({ answered: 2, inTime: 1, medianMinutes: (30 + 570) / 2, p90Minutes: 570 });
    expect(byChannel).toEqual([{ channel: 'email', tally: figures }]);
    expect(byWeekday[1]?.answered).toBe(2);
  });
  it('counts an answer in the period in which it was given', async () => {
    answered('Prijs', 30 * MINUTE_MS);
    expect((await report.figures({ from: TUESDAY_TEN - DAY_MS, until: TUESDAY_TEN })).all.answered).toBe(0);
    const fromThen = { from: TUESDAY_TEN + 30 * MINUTE_MS, until: TUESDAY_TEN + DAY_MS };
    expect((await report.figures(fromThen)).all.answered).toBe(1);
  });
  it('names the answers behind a figure, the longest wait first', async () => {
    answered('Prijs', 30 * MINUTE_MS);
    answered('Klacht', 26 * HOUR_MS);
    expect((await report.answers(all)).map(({ subject }) => subject)).toEqual(['Klacht', 'Prijs']);
    expect((await report.answers({ ...all, isInTime: true })).map(({ subject }) => subject)).toEqual(['Prijs']);
    expect(await report.answers({ ...all, hour: 9 })).toEqual([]);
    expect(await report.answers({ ...all, limit: 1 })).toHaveLength(1);
  });
});

describe('the table for a spreadsheet', () => {
  it('has a line an answer, in local time', async () => {
    answered('Prijs; "spoed"', 30 * MINUTE_MS);
    const csv = answersCsv(await report.allAnswers(period), 'nl', 'Europe/Brussels');
    expect(csv.split('\r\n')).toEqual([
      '\uFEFFklant;onderwerp;kanaal;weekdag;gevraagd;beantwoord;hoe;werkminuten;op tijd',
      'Jan Peeters;"Prijs; ""spoed""";email;di;2026-05-12 10:00;2026-05-12 10:30;bericht;30;ja',
      '',
    ]);
  });
  it('keeps what looks like a formula as words', async () => {
    answered('=HYPERLINK(A1)', 30 * MINUTE_MS);
    expect(answersCsv(await report.allAnswers(period), 'en', 'Europe/Brussels')).toContain(";'=HYPERLINK(A1);");
  });
});
