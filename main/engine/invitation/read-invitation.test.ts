import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, property, string, array, constantFrom } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarReply } from './calendar-reply.ts';
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

  it('Zimbra: a series in words, its exception left aside', () => {
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

describe('the answer that an agenda reads', () => {
  it('repeats what is answered, and names nobody but who answers', () => {
    const invitation = read(file('outlook'));
    if (invitation === null) throw new Error('unread');
    const [by, organizer] = [
      { name: 'Fietsen "Mertens"\r\nX:1', address: 'info@fietsenmertens.be' },
      { name: 'Jan', address: 'jan@peeters.be' },
    ];
    const reply = calendarReply(invitation, { as: 'tentative', by, organizer, at: Date.parse('2026-05-12T08:00:00Z') });
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
