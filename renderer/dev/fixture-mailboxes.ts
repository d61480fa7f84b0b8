// Mailboxes of the fixture's account: complete, with a gap, on a window of history, and not fetched at all.
import type { MailboxView } from '../../main/contract/views.ts';
import { MINUTE_MS } from '../../main/domain/instant.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

const mailbox = (path: string, role: MailboxView['role'], here: number): MailboxView => ({
  path,
  role,
  isWatched: role === null ? 'schedule' : 'live',
  isRead: true,
  here,
  onServer: here,
  older: 0,
  missing: { refused: 0, notYet: 0 },
  lastLookedAt: FIXTURE_NOW - MINUTE_MS,
  lastFullCheckAt: FIXTURE_NOW - 95 * MINUTE_MS,
  oldestAt: FIXTURE_NOW - 300 * 24 * 60 * MINUTE_MS,
});

export const FIXTURE_MAILBOXES: readonly MailboxView[] = [
  { ...mailbox('INBOX', 'inbox', 1_204), onServer: 1_514, older: 310 },
  mailbox('Verzonden items', 'sent', 3_380),
  { ...mailbox('Klanten/Peeters', null, 226), onServer: 228, missing: { refused: 2, notYet: 0 } },
  { ...mailbox('Ongewenst', 'junk', 0), isWatched: 'not-fetched', onServer: 31, lastFullCheckAt: null, oldestAt: null },
];
