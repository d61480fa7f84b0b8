// `balie day-plan`: what is planned for a working day, or the same as a calendar file.
import { writeFile } from 'node:fs/promises';
import { failed } from '../../contract/errors.ts';
import { workingDay, type DayPlanView } from '../../contract/evening.ts';
import { DAY_PLAN_TEXTS } from '../../contract/text/day-plan-words.ts';
import { momentWords } from '../../contract/text/reply-by-words.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { iso, isoOrNull } from '../as-json.ts';
import { TEXT, type CliCommand } from '../command.ts';
import { said, type Outcome, WrongUse } from '../outcome.ts';
import { textOf } from '../read-words.ts';

export const dayPlan: CliCommand = {
  name: 'day-plan',
  usage: '[--date YYYY-MM-DD] [--ics FILE]',
  does: {
    nl: 'Toont het dagplan; met --ics schrijft het de geplande tijden als agendabestand.',
    en: 'Shows the day plan; with --ics writes the planned times as a calendar file.',
  },
  options: { date: TEXT, ics: TEXT },
  fewest: 0,
  most: 0,
  run: (context, _words, values) => {
    const day = textOf(values, 'date');
    if (day !== null && !workingDay.safeParse(day).success) throw new WrongUse(`--date: like 2026-05-26, not "${day}"`);
    const file = textOf(values, 'ics');
    return context.atDesk('beside', async (engine, language) => {
      const plan = await engine.call('dayPlan.open', { day });
      if (!plan.ok) return plan;
      if (file === null) return saidPlan(plan.value, language, await deskClock(engine));
      const calendar = await engine.call('dayPlan.calendar', { day, language });
      if (!calendar.ok) return calendar;
      try {
        await writeFile(file, calendar.value, { mode: 0o600 });
      } catch (error) {
        return failed('not-possible-now', 'user', error instanceof Error ? error.message : file);
      }
      const events = plan.value.planned.filter(({ isDone }) => !isDone).length;
      return said({ file, day: plan.value.day, events }, `${file} (${events})`);
    });
  },
};

export type DeskClock = { readonly now: Instant; readonly zone: string };

export async function deskClock(engine: Engine): Promise<DeskClock> {
  const [settings, status] = await Promise.all([engine.call('settings.get', {}), engine.call('desk.status', {})]);
  return {
    zone: settings.ok ? settings.value.officeHours.zone : 'UTC',
    now: Date.now() + (status.ok ? status.value.clockOffsetMs : 0),
  };
}

function saidPlan(plan: DayPlanView, language: UiLanguage, { now, zone }: DeskClock): Outcome {
  const words = DAY_PLAN_TEXTS[language];
  type Line = { readonly conversation: number; readonly who: string; readonly subject: string };
  const part = <One extends Line>(
    title: string,
    lines: readonly One[],
    at: (line: One) => Instant,
  ): readonly string[] =>
    lines.length === 0
      ? []
      : [
          `${title}:`,
          ...lines.map(
            (line) =>
              `${pad(line.conversation)}  ${momentWords(language, at(line), now, zone)}  ${line.who} · ${line.subject}`,
          ),
        ];
  const { planned, leaving, waking, promised, due } = plan;
  const parts = [
    ...part(words.planned, planned, ({ at }) => at),
    ...part(words.leaving, leaving, ({ leavesAt }) => leavesAt),
    ...part(words.waking, waking, ({ until }) => until),
    ...part(
      words.promised,
      promised.map(({ conversation, who, words: subject, dueAt }) => ({ conversation, who, subject, dueAt })),
      ({ dueAt }) => dueAt,
    ),
    ...part(words.due, due, ({ replyBy }) => replyBy),
  ];
  const span = ({ from, until }: { readonly from: Instant; readonly until: Instant }) => ({
    from: iso(from),
    until: iso(until),
  });
  return said(
    {
      day: plan.day,
      isToday: plan.isToday,
      hours: plan.hours.map(span),
      planned: planned.map(({ at, replyBy, ...line }) =>
        Object.assign(line, { at: iso(at), replyBy: isoOrNull(replyBy) }),
      ),
      leaving: leaving.map(({ leavesAt, ...line }) => Object.assign(line, { leavesAt: iso(leavesAt) })),
      waking: waking.map(({ until, ...line }) => Object.assign(line, { until: iso(until) })),
      promised: promised.map(({ dueAt, ...line }) => Object.assign(line, { dueAt: iso(dueAt) })),
      due: due.map(({ replyBy, ...line }) => Object.assign(line, { replyBy: iso(replyBy) })),
      dueTotal: plan.dueTotal,
      holes: plan.holes.map(span),
    },
    parts.length === 0 ? words.nothing : parts.join('\n'),
  );
}

const pad = (id: number): string => String(id).padStart(5);
