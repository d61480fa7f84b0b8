// Invented notifications of the last days, one of each kind, for looking at "why did I get this".
import type { GivenBundle, GivenReminder } from '../../main/contract/reminders.ts';
import type { DesktopAbilities } from '../../main/contract/shell-commands.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../main/domain/instant.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

const given = (conversation: number, who: string, subject: string, other: Partial<GivenReminder>): GivenReminder => ({
  conversation,
  who,
  subject,
  channel: 'email',
  threshold: 'warning',
  dueAt: FIXTURE_NOW - 40 * MINUTE_MS,
  replyBy: FIXTURE_NOW + 80 * MINUTE_MS,
  replyByFrom: 'target',
  workingMinutes: 480,
  held: null,
  isShown: true,
  ...other,
});

export const FIXTURE_GIVEN: readonly GivenBundle[] = [
  {
    givenAt: FIXTURE_NOW - 40 * MINUTE_MS,
    conversations: 1,
    reminders: [given(1, 'Bakkerij Smit', 'Toog voor de winkel', {})],
  },
  {
    givenAt: FIXTURE_NOW - DAY_MS + HOUR_MS,
    conversations: 9,
    reminders: [
      given(2, 'Mia Peeters', 'Offerte terras', {
        threshold: 'overdue',
        dueAt: FIXTURE_NOW - DAY_MS - 12 * HOUR_MS,
        replyBy: FIXTURE_NOW - DAY_MS - 12 * HOUR_MS,
        replyByFrom: 'commitment',
        held: 'closed',
      }),
      given(3, 'Jan Claes', 'Kast stuk', { threshold: 'woken', dueAt: FIXTURE_NOW - DAY_MS, held: 'closed' }),
      given(4, 'Drukkerij Wouters', 'Vraag over de levering', {
        threshold: 'follow-up',
        replyBy: null,
        held: 'closed',
      }),
    ],
  },
  {
    givenAt: FIXTURE_NOW - 3 * DAY_MS,
    conversations: 1,
    reminders: [given(5, 'Els Maes', 'Openingsuren', { replyByFrom: 'hand', isShown: false })],
  },
];

export const FIXTURE_DESKTOP: DesktopAbilities = {
  autostart: { kind: 'off' },
  hasNotifications: true,
  hasActions: false,
  hasTray: false,
};
