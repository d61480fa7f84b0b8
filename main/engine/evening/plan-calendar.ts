// The plan of a day as a calendar file: one entry a planned conversation that is not done yet. Names nobody where the owner wants his
// notifications to name nobody: an agenda is often seen by others.
import { ok } from '../../contract/errors.ts';
import { DAY_PLAN_TEXTS } from '../../contract/text/day-plan-words.ts';
import type { Settings } from '../../contract/settings.ts';
import { calendarFile } from '../../domain/day-plan/calendar-file.ts';
import { SLOT_MS } from '../../domain/evening/free-slots.ts';
import type { Handlers } from '../host/engine.ts';
import type { Random } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import type { DayPlan } from './day-plan.ts';

export type PlanCalendarDeps = {
  readonly store: Pick<Store, 'settings'>;
  readonly clock: { readonly now: () => number };
  readonly random: Pick<Random, 'uuid'>;
  readonly settings: { readonly get: () => Pick<Settings, 'notifications'> };
  readonly plan: Pick<DayPlan, 'of'>;
};

/** Tells this desk's entries from those of any other; drawn at the first export. */
const DESK_KEY = 'calendar-desk';

export function createPlanCalendar(deps: PlanCalendarDeps): Pick<Handlers, 'dayPlan.calendar'> {
  const deskName = (): string => {
    const known = deps.store.settings.all().get(DESK_KEY);
    if (typeof known === 'string') return known;
    const drawn = deps.random.uuid();
    deps.store.settings.put(DESK_KEY, drawn);
    return drawn;
  };
  return {
    'dayPlan.calendar': ({ day, language }) => {
      const words = DAY_PLAN_TEXTS[language];
      const { hideContent } = deps.settings.get().notifications;
      const desk = deskName();
      const events = deps.plan
        .of(day)
        .planned.filter(({ isDone }) => !isDone)
        .map(({ conversation, at, who, subject }) => ({
          uid: `gesprek-${conversation}@${desk}.balie`,
          from: at,
          until: at + SLOT_MS,
          summary: hideContent ? words.answerSomebody : words.answer(who),
          description: hideContent ? '' : subject.trim() || words.noSubject,
        }));
      return ok(calendarFile(events, deps.clock.now()));
    },
  };
}
