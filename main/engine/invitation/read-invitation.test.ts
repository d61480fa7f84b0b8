import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, property, string, array, constantFrom } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarAnswer } from './calendar-answer.ts';
import { calendarCopy } from './calendar-copy.ts';
import { readInvitation } from './read-invitation.ts';

const file = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../tests/data/invitations', `${name}.ics`), 'utf8');
const read = (text: string) => readInvitation(text, 'Europe/Brussels');
const at = (iso: string) => ({ kind: 'instant', at: Date.parse(iso) });
const event = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

describe('invitations of the programs that send them', () => {
  it('Google: moments in UTC, and a reminder whose guest is no guest', () => {
    expect(read(file('google'))).toMatchObject({
      method: 'request',
      uid: '4f3k2j1h9g8f7d6s5a@google.com',
      summary: 'Opmeten fietsenstalling',
      location: 'Kerkstraat 12, 2800 Mechelen',
      description: expect.stringContaining('ook de blauwe?'),
      start: at('2026-05-26T07:00:00Z'),
      end: at('2026-05-26T08:00:00Z'),
      zone: null,
      repeats: null,
      organizer: { name: 'Jan Peeters', address: 'jan@peeters.be' },
      people: [
        { name: 'Jan Peeters', address: 'jan@peeters.be', said: 'accepted' },
        { name: '', address: 'info@fietsenmertens.be', said: 'needs-action' },
      ],
    });
  });

  it('Outlook: a zone of Windows, after the clock went back', () => {
    expect(read(file('outlook'))).toMatchObject({
      summary: 'Kwartaaloverleg',
      sequence: 2,
      start: at('2026-10-26T08:30:00Z'),
      zone: 'Europe/Brussels',
      organizer: { name: 'Peeters, Jan', address: 'jan@peeters.be' },
    });
  });

  it('Apple: a zone that nobody knows by its name goes by the rules that came along, an end by its duration', () => {
    expect(read(file('apple'))).toMatchObject({
      sequence: 0,
      start: at('2026-07-01T12:00:00Z'),
      end: at('2026-07-01T12:45:00Z'),
      zone: null,
    });
  });

  it('Zimbra: a series in words', () => {
    expect(read(file('zimbra-series'))).toMatchObject({
      summary: 'Onderhoud leenfietsen',
      start: at('2026-05-19T06:00:00Z'),
      recurrence: null,
      repeats: { every: 'week', interval: 2, weekdays: [2, 4], until: at('2026-09-30T21:59:59Z'), isMore: false },
    });
  });

  it('one occurrence, whole days, no zone at all, and what stands in half', () => {
    expect(read(event('RECURRENCE-ID;TZID=Europe/Brussels:20260602T080000'))?.recurrence).toBe(
      'RECURRENCE-ID:20260602T060000Z',
    );
    expect(read(event('DTSTART;VALUE=DATE:20260714', 'DURATION:P2D'))).toMatchObject({
      start: { kind: 'day', day: '2026-07-14' },
      end: { kind: 'day', day: '2026-07-16' },
    });
    expect(read(event('DTSTART:20260714T093000'))?.start).toEqual(at('2026-07-14T07:30:00Z'));
    expect(read('BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:7\nSUMMARY:Half')).toMatchObject({
      method: 'cancel',
      summary: 'Half',
    });
  });
});

describe('hostile invitations are boring', () => {
  const inTime = (text: string): ReturnType<typeof read> => {
    const started = performance.now();
    const found = read(text);
    expect(performance.now() - started).toBeLessThan(1_500);
    return found;
  };

  it('a megabyte of description, ten thousand guests, script where a place should be', () => {
    const guests = Array.from({ length: 10_000 }, (_, nr) => `ATTENDEE;CN=Gast ${nr}:mailto:gast${nr}@x.be`);
    const found = inTime(
      event(`DESCRIPTION:${'lang '.repeat(200_000)}`, 'LOCATION:<script>alert(1)</script>\\n<img src=x>', ...guests),
    );
    expect(found?.people).toHaveLength(10_000);
    expect(found?.description.length).toBeLessThanOrEqual(20_000);
    expect(found?.location).toBe('<script>alert(1)</script> <img src=x>');
  });

  it('a hundred thousand days left out, and ten thousand clocks of its own', () => {
    const days = Array.from({ length: 1_000 }, (_, nr) => `${2000 + (nr % 90)}0101T100000`).join(',');
    const out = Array.from({ length: 95 }, () => `EXDATE;TZID=Europe/Brussels:${days}`);
    expect(inTime(event('DTSTART:20260101T000000Z', ...out))?.exceptions.length).toBeLessThanOrEqual(400);
    const one = Array.from({ length: 9_000 }, (_, nr) => `EXDATE;TZID=Europe/Brussels:20${10 + (nr % 80)}0101T100000`);
    expect(inTime(event('DTSTART:20260101T000000Z', ...one))?.exceptions.length).toBeLessThanOrEqual(400);
    const events = Array.from(
      { length: 3_000 },
      (_, nr) => `END:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID:20${10 + (nr % 80)}0101T100000Z`,
    );
    expect(inTime(event('DTSTART:20260101T000000Z', ...events))?.exceptions.length).toBeLessThanOrEqual(800);
  });

  it.each([
    ['a rule of seconds', event('DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY;COUNT=999999999')],
    ['a rule that no day meets', event('DTSTART:20260101T000000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31')],
    [
      'a zone that changes each second',
      `BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Bom\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Bom:20260101T000000\nEND:VEVENT\nEND:VCALENDAR`,
    ],
    ['a duration of ages', event('DTSTART:20260101T000000Z', `DURATION:P${'9'.repeat(300)}W`)],
    ['a thousand calendars in each other', `${'BEGIN:VCALENDAR\n'.repeat(50_000)}BEGIN:VEVENT\nUID:1`],
    ['an endless line of quotes', event(`ATTENDEE;CN="${'"'.repeat(100_000)}`)],
  ])('%s', (_, text) => {
    expect(inTime(text)?.people ?? []).toEqual([]);
  });

  it('of whatever lines, it is an invitation or none', () => {
    const name = constantFrom('DTSTART', 'RRULE', 'ATTENDEE', 'BEGIN', 'END', 'UID', 'DURATION', 'RECURRENCE-ID', 'X');
    const line = array(string({ maxLength: 30 }), { maxLength: 3 });
    assert(
      property(array(name), array(line), (names, values) => {
        read(event(...names.map((one, index) => `${one}${(values[index] ?? []).join(':') || ':'}`)));
      }),
      { numRuns: 500 },
    );
  });
});

const plain = {
  method: 'REPLY',
  as: 'accepted',
  by: { name: 'Fietsen Mertens', address: 'info@fietsenmertens.be' },
  sentBy: null,
  organizer: { name: 'Jan', address: 'jan@peeters.be' },
  at: Date.parse('2026-05-12T08:00:00Z'),
  comment: '',
} as const;

describe('a series, and what of it is otherwise', () => {
  const series = (rule: string, ...lines: readonly string[]): string =>
    event('DTSTART;TZID=Europe/Brussels:20261105T100000', `RRULE:${rule}`, ...lines);
  const one = (...lines: readonly string[]): readonly string[] => ['END:VEVENT', 'BEGIN:VEVENT', 'UID:1', ...lines];

  it('says which one is moved, off or added, in the order of the calendar', () => {
    const found = read(
      series(
        'FREQ=WEEKLY;BYDAY=TH',
        'EXDATE;TZID=Europe/Brussels:20261224T100000,20261231T100000',
        'RDATE;TZID=Europe/Brussels:20261229T100000',
        ...one(
          'RECURRENCE-ID;TZID=Europe/Brussels:20261203T100000',
          'DTSTART;TZID=Europe/Brussels:20261203T140000',
          'LOCATION:Kantine',
        ),
        ...one('RECURRENCE-ID;TZID=Europe/Brussels:20261231T100000', 'STATUS:CANCELLED'),
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:een-ander',
        'RECURRENCE-ID:20261210T090000Z',
      ),
    );
    expect(found).toMatchObject({ recurrence: null, occurrence: null, repeats: { isMore: false, weekdays: [4] } });
    expect(found?.exceptions).toMatchObject([
      { kind: 'moved', at: at('2026-12-03T09:00:00Z'), start: at('2026-12-03T13:00:00Z'), location: 'Kantine' },
      { kind: 'off', at: at('2026-12-24T09:00:00Z'), start: null },
      { kind: 'extra', at: at('2026-12-29T09:00:00Z') },
      { kind: 'off', at: at('2026-12-31T09:00:00Z') },
    ]);
  });

  it('is spoken for by itself, wherever its exceptions stand', () => {
    const text = event(
      'RECURRENCE-ID:20261203T090000Z',
      'DTSTART:20261203T130000Z',
      'SUMMARY:Verzet',
      ...one('DTSTART:20261105T090000Z', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Overleg', 'ATTENDEE:mailto:a@x.be'),
    );
    expect(read(text)).toMatchObject({
      summary: 'Overleg',
      people: [{ address: 'a@x.be' }],
      exceptions: [{ kind: 'moved' }],
    });
  });

  it('one occurrence and all after it are told from one alone', () => {
    const found = read(event('RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Brussels:20261203T100000'));
    expect(found).toMatchObject({
      recurrence: 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T090000Z',
      occurrence: { at: at('2026-12-03T09:00:00Z'), isFromThenOn: true },
    });
  });

  it.each([
    ['FREQ=MONTHLY;BYDAY=-1FR', { nth: { nth: -1, weekday: 5 }, isMore: false }],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1', { nth: { nth: 1, weekday: 1 }, isMore: false }],
    ['FREQ=MONTHLY;BYMONTHDAY=5', { nth: null, isMore: false }],
    ['FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=5', { every: 'year', isMore: false }],
    ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1', { nth: null, isMore: true }],
    ['FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,15', { isMore: true }],
  ])('%s', (rule, repeats) => expect(read(series(rule))?.repeats).toMatchObject(repeats));

  it('of dates alone is no rule', () => {
    expect(read(event('DTSTART:20261105T090000Z', 'RDATE;VALUE=PERIOD:20261112T090000Z/PT1H'))).toMatchObject({
      repeats: null,
      exceptions: [{ kind: 'extra', at: at('2026-11-12T09:00:00Z') }],
    });
  });

  it('a moment without a clock is repeated as it was written', () => {
    expect(read(event('RECURRENCE-ID:20261203T100000'))?.recurrence).toBe('RECURRENCE-ID:20261203T100000');
  });

  it('is answered one by one, where the mail names several of them and not the series', () => {
    const found = read(
      event('RECURRENCE-ID:20261203T090000Z', 'DTSTART:20261203T130000Z', ...one('RECURRENCE-ID:20261210T090000Z')),
    );
    if (found === null) throw new Error('unread');
    const reply = calendarAnswer(found, plain);
    expect(reply.match(/RECURRENCE-ID:\S+/g)).toEqual([
      'RECURRENCE-ID:20261203T090000Z',
      'RECURRENCE-ID:20261210T090000Z',
    ]);
    expect(reply.match(/ATTENDEE/g)).toHaveLength(2);
  });
});

describe('clocks that lie', () => {
  const zoned = (tzid: string, offset: string, ...more: readonly string[]): string =>
    [
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'BEGIN:VTIMEZONE',
      `TZID:${tzid}`,
      ...more,
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      `TZOFFSETFROM:${offset}`,
      `TZOFFSETTO:${offset}`,
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:1',
      `DTSTART;TZID=${tzid}:20261203T100000`,
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');

  it('a known name goes before rules that say otherwise, also where the rules themselves name it', () => {
    expect(read(zoned('Europe/Brussels', '+0900'))?.start).toEqual(at('2026-12-03T09:00:00Z'));
    expect(read(zoned('Eigen', '+0900', 'X-LIC-LOCATION:Europe/London'))).toMatchObject({
      start: at('2026-12-03T10:00:00Z'),
      zone: 'Europe/London',
    });
    expect(read(zoned('Eigen', '+0900'))?.start).toEqual(at('2026-12-03T01:00:00Z'));
  });

  it('Outlook’s midnights are whole days', () => {
    const midnights = [
      'DTSTART;TZID=Romance Standard Time:20261203T000000',
      'DTEND;TZID=Romance Standard Time:20261205T000000',
    ];
    expect(read(event(...midnights, 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'))).toMatchObject({
      start: { kind: 'day', day: '2026-12-03' },
      end: { kind: 'day', day: '2026-12-05' },
      zone: null,
    });
    expect(read(event(...midnights))?.start).toEqual(at('2026-12-02T23:00:00Z'));
  });
});

describe('a copy for the owner’s own agenda', () => {
  it('keeps the moments, and nobody whom that agenda would write to', () => {
    const copy = calendarCopy(file('zimbra-series'), Date.parse('2026-05-12T08:00:00Z')) ?? '';
    expect(copy).not.toMatch(/METHOD|ATTENDEE|ORGANIZER/);
    expect(copy).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID/);
    const [mine, theirs] = [read(copy), read(file('zimbra-series'))];
    expect(mine).toMatchObject({ method: 'publish', organizer: null, people: [] });
    expect([mine?.start, mine?.end, mine?.repeats, mine?.exceptions]).toEqual([
      theirs?.start,
      theirs?.end,
      theirs?.repeats,
      theirs?.exceptions,
    ]);
    expect(Math.max(...copy.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(calendarCopy('geen agenda', 0)).toBeNull();
  });
});

describe('the answer that an agenda reads', () => {
  it('repeats what is answered, and names nobody but who answers', () => {
    const invitation = read(file('outlook'));
    if (invitation === null) throw new Error('unread');
    const [by, organizer] = [
      { name: 'Fietsen "Mertens"\r\nX:1', address: 'info@fietsenmertens.be' },
      { name: 'Jan', address: 'jan@peeters.be' },
    ];
    const reply = calendarAnswer(invitation, { ...plain, as: 'tentative', by, organizer });
    expect(reply.split('\r\n').map((line) => line.split(':')[0]?.split(';')[0])).not.toContain('X');
    const unfolded = reply.replaceAll('\r\n ', '');
    expect(unfolded).toContain('\r\nMETHOD:REPLY\r\n');
    expect(unfolded).toContain(`\r\nUID:${invitation.uid}\r\nSEQUENCE:2\r\nDTSTAMP:20260512T080000Z\r\n`);
    expect(unfolded.match(/ATTENDEE/g)).toHaveLength(1);
    expect(read(reply)).toMatchObject({
      method: 'reply',
      people: [{ address: 'info@fietsenmertens.be', said: 'tentative' }],
      organizer,
      start: invitation.start,
    });
  });
});
