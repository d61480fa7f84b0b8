// Opens a mailbox in a pass, and takes in what its opening tells: whether its numbers still mean what they meant, and from where
// changes of flags are counted.
import { ok, type Result } from '../../../contract/errors.ts';
import type { MailboxRow } from '../../store/mailbox-table.ts';
import type { ImapSession } from './imap-session.ts';
import { acceptValidity, type SurveyDeps } from './mailbox-survey.ts';

export async function openMailbox(
  deps: SurveyDeps,
  session: ImapSession,
  known: MailboxRow,
): Promise<Result<MailboxRow>> {
  const selected = await session.select(known.path);
  if (!selected.ok) return selected;
  const row = acceptValidity(deps, known, selected.value);
  const { highestModseq } = selected.value;
  const seen = highestModseq === null ? null : String(highestModseq);
  // Set before the first message is fetched: every later change of a flag is above it, also one made while we fetch.
  const isFirst = row.highestModseq === null && row.uidNext === null;
  // A server may stop keeping them, when it was moved to another machine, say.
  const isLost = row.highestModseq !== null && seen === null;
  if (!(isFirst && seen !== null) && !isLost) return ok(row);
  deps.mailboxes.setCursor(row.id, { highestModseq: seen });
  return ok({ ...row, highestModseq: seen });
}
