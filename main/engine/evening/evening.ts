// The evening room: the review of the day that closed, the plan of the next, and that plan as a calendar file.
import type { Handlers } from '../host/engine.ts';
import { createDayPlan } from './day-plan.ts';
import { createPlanCalendar, type PlanCalendarDeps } from './plan-calendar.ts';
import { createReview, type Review, type ReviewDeps } from './review.ts';

export type EveningDeps = ReviewDeps & Omit<PlanCalendarDeps, 'plan'> & { readonly settings: ReviewDeps['settings'] };

export type EveningRoom = {
  readonly handlers: Review['handlers'] & Pick<Handlers, 'dayPlan.open' | 'dayPlan.seen' | 'dayPlan.calendar'>;
};

export function createEvening(deps: EveningDeps): EveningRoom {
  const review = createReview(deps);
  const plan = createDayPlan({ ...deps, look: review.look });
  return { handlers: { ...review.handlers, ...plan.handlers, ...createPlanCalendar({ ...deps, plan }) } };
}
