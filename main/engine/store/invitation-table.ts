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

export type InvitationTable = {
  readonly set: (event: string, invitation: Omit<InvitationRow, 'direction' | 'at'>) => void;
  /** In the order of their messages. */
  readonly ofEvent: (event: string) => readonly InvitationRow[];
};

type Row = Omit<InvitationRow, 'method' | 'said'> & { readonly method: string; readonly said: string | null };

const fromRow = (row: Row): InvitationRow => ({
  ...row,
  method: INVITATION_METHODS.find((one) => one === row.method) ?? 'publish',
  said: ANSWERS.find((one) => one === row.said) ?? null,
});

/** A meeting of years with hundreds of updates; more only exist to be counted. */
const MOST_ROWS = 500;

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
  return {
    set: (event, { message, recurrence, method, sequence, stamp, said }) =>
      void upsert.run(message, event, recurrence, method, sequence, stamp, said),
    ofEvent: (event) => selectOf.all(event, MOST_ROWS).map(fromRow).toReversed(),
  };
}
