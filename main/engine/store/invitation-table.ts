// Which messages are invitations to the same event, or answers to it, in which order. Their words stay in the mail itself.
import type { MessageRowId } from '../../contract/views.ts';
import type { Direction } from '../../domain/conversation/message.ts';
import {
  ANSWERS,
  INVITATION_METHODS,
  type InvitationAnswer,
  type InvitationMethod,
} from '../../domain/invitation/invitation.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type InvitationRow = {
  readonly message: MessageRowId;
  readonly direction: Direction;
  readonly at: Instant;
  readonly recurrence: string;
  readonly method: InvitationMethod;
  readonly sequence: number;
  readonly stamp: Instant | null;
  readonly said: InvitationAnswer | null;
};

export type AnsweredRow = Pick<InvitationRow, 'message' | 'recurrence' | 'said'> & { readonly event: string };

export type InvitationTable = {
  readonly set: (event: string, invitation: Omit<InvitationRow, 'direction' | 'at'>) => void;
  /** In the order of their messages. */
  readonly ofEvent: (event: string) => readonly InvitationRow[];
  /** What the owner said of any event, the newest first; of the last ones only. */
  readonly answered: () => readonly AnsweredRow[];
};

type Row = Omit<InvitationRow, 'method' | 'said'> & { readonly method: string; readonly said: string | null };

const fromRow = (row: Row): InvitationRow => ({
  ...row,
  method: INVITATION_METHODS.find((one) => one === row.method) ?? 'publish',
  said: saidOf(row.said),
});

const saidOf = (said: string | null): InvitationAnswer | null => ANSWERS.find((one) => one === said) ?? null;

/** A meeting of years with hundreds of updates; more only exist to be counted. */
const MOST_ROWS = 500;

/** Who says yes more often has forgotten the older ones himself, or they are over. */
const MOST_ANSWERED = 200;

export function createInvitationTable(db: Database): InvitationTable {
  const upsert = db.prepare<[number, string, string, string, number, number | null, string | null]>(
    `INSERT INTO invitation (message_id, event, recurrence, method, sequence, stamp, said) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (message_id) DO UPDATE SET event = excluded.event, recurrence = excluded.recurrence,
       method = excluded.method, sequence = excluded.sequence, stamp = excluded.stamp, said = excluded.said`,
  );
  const selectOf = db.prepare<[string, number], Row>(
    `SELECT i.message_id AS message, m.direction, m.at, i.recurrence, i.method, i.sequence, i.stamp, i.said
     FROM invitation i JOIN message m ON m.id = i.message_id WHERE i.event = ? ORDER BY m.at DESC, m.id DESC LIMIT ?`,
  );
  const selectAnswered = db.prepare<[number], Omit<AnsweredRow, 'said'> & { readonly said: string }>(
    `SELECT i.message_id AS message, i.event, i.recurrence, i.said
     FROM invitation i JOIN message m ON m.id = i.message_id
     WHERE i.said IS NOT NULL AND m.direction = 'out' ORDER BY m.at DESC, m.id DESC LIMIT ?`,
  );
  return {
    answered: () =>
      selectAnswered
        .all(MOST_ANSWERED)
        .map(({ message, event, recurrence, said }) => ({ message, event, recurrence, said: saidOf(said) })),
    set: (event, { message, recurrence, method, sequence, stamp, said }) =>
      void upsert.run(message, event, recurrence, method, sequence, stamp, said),
    ofEvent: (event) => selectOf.all(event, MOST_ROWS).map(fromRow).toReversed(),
  };
}
