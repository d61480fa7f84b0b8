import { assert, constantFrom, integer, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../instant.ts';
import { isoDay } from '../office-hours/calendar.ts';
import { WEEKDAYS, type OfficeHours, type OpenInterval } from '../office-hours/office-hours.ts';
import { createOpenTime } from '../office-hours/open-time.ts';
import { eveningAt, planningHours, spanOfDay, workingDayBeside } from './closing.ts';

const shop: readonly OpenInterval[] = [
  ['09:00', '12:30'],
  ['13:30', '17:30'],
];
const hoursOf = (days: Partial<OfficeHours['week']>, other: Partial<OfficeHours> = {}) =>
  createOpenTime({
    zone: 'Europe/Brussels',
    week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...days },
    closures: [],
    holidays: [],
    ...other,
  });
const everyDay = (interval: OpenInterval) =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, [interval]])) as unknown as OfficeHours['week'];
const weekdays = { mon: shop, tue: shop, wed: shop, thu: shop, fri: shop };
const ordinary = hoursOf(weekdays);
const at = (text: string): number => Date.parse(text);

/** In words: the day that closed, when, and the day that is planned. */
function told(now: string, hours = ordinary) {
  const { day, closedAt, planDay, planEndsAt, isAfterClosing } = eveningAt(at(now), hours);
  return {
    closed: isoDay(day),
    closedAt: new Date(closedAt).toISOString(),
    plan: isoDay(planDay),
    planEndsAt: new Date(planEndsAt).toISOString(),
    isAfterClosing,
  };
}

describe('an ordinary shop', () => {
  it('has closed at half past five, and on the sofa at nine it is tomorrow that is planned', () => {
    expect(told('2026-05-12T19:00:00Z')).toEqual({
      closed: '2026-05-12',
      closedAt: '2026-05-12T15:30:00.000Z',
      plan: '2026-05-13',
      planEndsAt: '2026-05-13T15:30:00.000Z',
      isAfterClosing: true,
    });
  });
  it('does not close for lunch', () => {
    expect(told('2026-05-12T11:00:00Z')).toMatchObject({
      closed: '2026-05-11',
      plan: '2026-05-12',
      isAfterClosing: false,
    });
  });
  it('on Tuesday morning at twenty to eleven looks back to Monday and plans what is left of Tuesday', () => {
    expect(told('2026-05-12T08:40:00Z')).toMatchObject({
      closedAt: '2026-05-11T15:30:00.000Z',
      plan: '2026-05-12',
      isAfterClosing: false,
    });
  });
  it('is closed at the very minute of closing, and open at the very minute of opening', () => {
    expect(told('2026-05-12T15:29:59Z').isAfterClosing).toBe(false);
    expect(told('2026-05-12T15:30:00Z').isAfterClosing).toBe(true);
    expect(told('2026-05-13T06:59:59Z')).toMatchObject({ isAfterClosing: true, plan: '2026-05-13' });
    expect(told('2026-05-13T07:00:00Z').isAfterClosing).toBe(false);
  });
  it.each(['2026-05-15T20:00:00Z', '2026-05-16T10:00:00Z', '2026-05-17T21:59:00Z', '2026-05-18T06:00:00Z'])(
    'from Friday evening until Monday opens it is Friday that closed (%s)',
    (now) => {
      expect(told(now)).toMatchObject({
        closedAt: '2026-05-15T15:30:00.000Z',
        plan: '2026-05-18',
        isAfterClosing: true,
      });
    },
  );
  it('skips holidays and a closure of three weeks', () => {
    const away = hoursOf(weekdays, {
      closures: [{ from: '2026-07-13', until: '2026-08-02', note: 'bouwverlof' }],
      holidays: ['2026-08-03'],
    });
    expect(told('2026-07-25T19:00:00Z', away)).toMatchObject({ closed: '2026-07-10', plan: '2026-08-04' });
  });
  it('keeps to the time on the wall over the night of summer time', () => {
    expect(told('2026-03-28T20:00:00Z')).toMatchObject({
      closedAt: '2026-03-27T16:30:00.000Z',
      planEndsAt: '2026-03-30T15:30:00.000Z',
    });
  });
});

describe('uncommon hours', () => {
  it('a bar that is open past midnight closes the day that it opened on', () => {
    const bar = hoursOf({ tue: [['17:00', '02:00']], wed: [['17:00', '02:00']] });
    expect(told('2026-05-12T23:30:00Z', bar)).toMatchObject({ plan: '2026-05-12', isAfterClosing: false });
    expect(told('2026-05-13T00:30:00Z', bar)).toMatchObject({
      closed: '2026-05-12',
      closedAt: '2026-05-13T00:00:00.000Z',
      plan: '2026-05-13',
    });
    const { from, until } = spanOfDay(eveningAt(at('2026-05-13T00:30:00Z'), bar).planDay, bar);
    expect([new Date(from).toISOString(), new Date(until).toISOString()]).toEqual([
      '2026-05-13T00:00:00.000Z',
      '2026-05-14T00:00:00.000Z',
    ]);
  });
  it('around the clock, a day ends at midnight, and plans are made from nine to five', () => {
    const always = hoursOf(everyDay(['00:00', '24:00']));
    expect(told('2026-05-12T19:00:00Z', always)).toMatchObject({
      closedAt: '2026-05-11T22:00:00.000Z',
      plan: '2026-05-12',
      planEndsAt: '2026-05-12T22:00:00.000Z',
      isAfterClosing: false,
    });
    const [span] = planningHours(eveningAt(at('2026-05-12T19:00:00Z'), always).planDay, always);
    expect(span).toEqual({ from: at('2026-05-12T07:00:00Z'), until: at('2026-05-12T15:00:00Z') });
  });
  it('without any opening hours, a day ends at midnight, and tomorrow is planned from nine to five', () => {
    const never = hoursOf({});
    const evening = eveningAt(at('2026-05-12T19:00:00Z'), never);
    expect(told('2026-05-12T19:00:00Z', never)).toEqual({
      closed: '2026-05-11',
      closedAt: '2026-05-11T22:00:00.000Z',
      plan: '2026-05-13',
      planEndsAt: '2026-05-13T22:00:00.000Z',
      isAfterClosing: true,
    });
    expect(planningHours(evening.planDay, never)[0]?.from).toBe(at('2026-05-13T07:00:00Z'));
    expect(workingDayBeside(evening.planDay, 1, never)).toBeNull();
  });
  it('open on Saturdays alone, the working days beside one are a week away', () => {
    const saturdays = hoursOf({ sat: shop });
    const { day, planDay } = eveningAt(at('2026-05-20T10:00:00Z'), saturdays);
    expect([isoDay(day), isoDay(planDay)]).toEqual(['2026-05-16', '2026-05-23']);
    expect([workingDayBeside(day, 1, saturdays), workingDayBeside(planDay, -1, saturdays)]).toEqual([planDay, day]);
  });
});

it('whatever the hours: the closing has been, the planned day ends later, and nothing changes before it says so', () => {
  const intervals: readonly OpenInterval[] = [
    ['09:00', '12:30'],
    ['13:30', '17:30'],
    ['18:00', '02:00'],
    ['00:00', '24:00'],
  ];
  const week = record(Object.fromEntries(WEEKDAYS.map((day) => [day, subarray([...intervals])])));
  const now = integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-05T00:00:00Z') });
  assert(
    property(week, now, constantFrom('Europe/Brussels', 'America/St_Johns'), (days, instant, zone) => {
      const hours = hoursOf(days, { zone });
      const evening = eveningAt(instant, hours);
      expect(evening.closedAt).toBeLessThanOrEqual(instant);
      expect(evening.planEndsAt).toBeGreaterThan(instant);
      expect(evening.planDay).toBeGreaterThan(evening.day);
      expect(evening.until).toBeGreaterThan(instant);
      expect(evening.until).toBeLessThanOrEqual(instant + 8 * DAY_MS);
      const held = eveningAt(evening.until - 1, hours);
      expect(held).toMatchObject({ closedAt: evening.closedAt, planDay: evening.planDay });
    }),
    { numRuns: 150 },
  );
});
