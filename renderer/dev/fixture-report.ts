// A month of answers for the fixture desk's report.
import type { AnswerView } from '../../main/contract/report.ts';
import { ok } from '../../main/contract/errors.ts';
import { figuresOf, type Answered } from '../../main/domain/figures/figures.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../main/domain/instant.ts';

const PEOPLE = ['An Claes', 'Bakkerij De Smet', 'Jan van den Berg', 'Els Peeters', 'Studio Noord', 'Karim Haddad'];
const SUBJECTS = ['Offerte voor een keukenkast', 'Wanneer is mijn tafel klaar?', 'Afspraak voor opmeting', ''];
const CHANNELS = ['email', 'email', 'email', 'webform', 'phone'] as const;

export function createFixtureReport(now: Instant) {
  // Seventy-one questions over four weeks: quick in the morning, slow on Friday afternoon.
  const answers = [...Array(71).keys()].map((index) => {
    const weekday = (index * 4 + Math.floor(index / 9)) % 6;
    const hour = 8 + ((index * 5) % 11);
    const minutes = 12 + ((index * 37) % 90) + (weekday === 4 && hour > 13 ? 620 : 0) + (index % 9 === 0 ? 200 : 0);
    const askedAt = now - (1 + (index % 27)) * DAY_MS - HOUR_MS;
    const answer: AnswerView & Pick<Answered, 'weekday' | 'hour'> = {
      conversation: 1 + (index % 12),
      message: 1 + index,
      who: PEOPLE[index % PEOPLE.length] ?? '',
      subject: SUBJECTS[index % SUBJECTS.length] ?? '',
      channel: CHANNELS[index % CHANNELS.length] ?? 'email',
      askedAt,
      answeredAt: askedAt + minutes * 60_000,
      by: index % 5 === 4 ? 'phoned' : 'answered',
      minutes,
      isInTime: minutes <= 480,
      weekday,
      hour,
    };
    return answer;
  });
  const within = ({ from, until }: { readonly from: Instant; readonly until: Instant }) =>
    answers.filter(({ answeredAt }) => answeredAt >= from && answeredAt < until);
  type Wanted = {
    readonly from: Instant;
    readonly until: Instant;
    readonly channel: string | null;
    readonly weekday: number | null;
    readonly hour: number | null;
    readonly isInTime: boolean | null;
  };
  return {
    'report.figures': (period: { readonly from: Instant; readonly until: Instant }) => ok(figuresOf(within(period))),
    'report.answers': ({ channel, weekday, hour, isInTime, ...period }: Wanted) =>
      ok(
        within(period)
          .filter(
            (one) =>
              (channel === null || one.channel === channel) &&
              (weekday === null || one.weekday === weekday) &&
              (hour === null || one.hour === hour) &&
              (isInTime === null || one.isInTime === isInTime),
          )
          .toSorted((a, b) => b.minutes - a.minutes),
      ),
    'report.csv': () => ok(''),
  };
}
