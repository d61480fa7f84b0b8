// What remains of an erased person: nothing that tells who it was. Of each erased message a keyed digest, and the numbers it has on
// the server, so that the next sync does not bring back what lies there still. And the sweep through every text of the desk.
import { createHmac } from 'node:crypto';
import type { MessageRowId } from '../../contract/views.ts';
import { personOf } from '../../domain/acknowledgement/sender-guard.ts';
import type { Database } from './database.ts';
import type { PackedBody } from './packed-body.ts';

export type ErasureTable = {
  /** Was anybody ever erased from this desk? */
  readonly isAny: () => boolean;
  readonly wasErased: (identity: string) => boolean;
  /** It lies there too. */
  readonly notePlace: (mailbox: number, uid: number) => void;
  /**
   * Removes a message with all that hangs on it and every reference to its Message-ID; its places and a digest of its identity
   * stay. `newKey` is drawn at the first erasure, and kept in the desk alone.
   */
  readonly eraseMessage: (id: MessageRowId, newKey: () => string) => void;
  /** Texts of one message, as they shall be from now on. Its identity stays: on the server it is what it was. */
  readonly rewriteMessage: (
    id: MessageRowId,
    texts: { readonly subject: string; readonly preview: string },
    body: PackedBody,
  ) => void;
  /** The frozen bytes of what was sent. */
  readonly forgetBytes: (delivery: number) => void;
  /** The files and the frozen bytes of a letter that passed on what is gone. */
  readonly forgetWhatIsPassedOn: (id: MessageRowId) => void;
  /** Nobody is asked to write to this address any more: it goes from the people of all messages, and from the marks. */
  readonly forgetAddress: (address: string) => void;
  /** Every text of the desk in which one of `needles` (lower case) stands, in whatever table. Answers how many rows changed. */
  readonly sweep: (blacken: (text: string) => string, needles: readonly string[]) => number;
  /** Cleaning up after an erasure was begun and not finished yet. */
  readonly isUnfinished: () => boolean;
  readonly setUnfinished: (isUnfinished: boolean) => void;
  /** From now on deleted content is overwritten with zeros and not only let go of. */
  readonly overwriteDeleted: (isOn: boolean) => void;
};

const KEY = 'erasure.key';
const UNFINISHED = 'erasure.unfinished';

export function createErasureTable(db: Database): ErasureTable {
  const selectAny = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM erased_message)').pluck();
  const selectDigest = db.prepare<[Uint8Array], number>('SELECT 1 FROM erased_message WHERE digest = ?').pluck();
  const insertDigest = db.prepare<[Uint8Array]>('INSERT OR IGNORE INTO erased_message (digest) VALUES (?)');
  const insertPlace = db.prepare<[number, number]>(
    'INSERT OR IGNORE INTO erased_place (mailbox_id, uid) VALUES (?, ?)',
  );
  const movePlaces = db.prepare<[number]>(
    `INSERT OR IGNORE INTO erased_place (mailbox_id, uid)
     SELECT p.mailbox_id, p.uid FROM message_place p JOIN mailbox b ON b.id = p.mailbox_id
     WHERE p.message_id = ? AND p.uid > 0 AND b.uid_validity IS NOT NULL`,
  );
  const selectMessage = db.prepare<[number], { readonly identity: string; readonly message_id: string | null }>(
    'SELECT identity, message_id FROM message WHERE id = ?',
  );
  const deleteReferences = db.prepare<[string]>('DELETE FROM message_reference WHERE referenced = ?');
  const deleteDeliveries = db.prepare<[number]>('DELETE FROM delivery WHERE message_row_id = ?');
  const deleteMessage = db.prepare<[number]>('DELETE FROM message WHERE id = ?');
  const updateMessage = db.prepare<[string, string, number]>(
    'UPDATE message SET subject = ?, preview = ? WHERE id = ?',
  );
  const updateBody = db.prepare<[Uint8Array, Uint8Array | null, Uint8Array, number]>(
    'UPDATE message_body SET text_z = ?, html_z = ?, headers_z = ? WHERE message_id = ?',
  );
  const emptyRaw = db.prepare<[number]>(`UPDATE delivery SET raw = x'' WHERE id = ? AND state = 'sent'`);
  const deleteFiles = db.prepare<[number]>('DELETE FROM attachment WHERE message_id = ?');
  const emptyRawOf = db.prepare<[number]>(`UPDATE delivery SET raw = x'' WHERE message_row_id = ?`);
  const deletePeople = db.prepare<[string]>('DELETE FROM message_person WHERE lower(address) = ?');
  const deleteRules = db.prepare<[string]>('DELETE FROM source_rule WHERE sender = ?');
  const deleteMark = db.prepare<[string]>('DELETE FROM contact_mark WHERE lower(address) = ?');
  const deleteAcknowledgements = db.prepare<[string]>('DELETE FROM acknowledgement WHERE person = ?');
  const deleteRemote = db.prepare<[string]>('DELETE FROM remote_sender WHERE sender = ?');
  // Of a firm of which nobody else writes here: who it was could be told from it.
  const deleteRemoteDomain = db.prepare<[{ readonly domain: string }]>(
    `DELETE FROM remote_sender WHERE sender = :domain
       AND NOT EXISTS (SELECT 1 FROM message WHERE substr(lower(from_address), -length(:domain)) = :domain)`,
  );
  const deleteLessons = db.prepare<[string]>('DELETE FROM lesson WHERE sender = ?');
  const selectSetting = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
  const putSetting = db.prepare<[string, string]>(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const deleteSetting = db.prepare<[string]>('DELETE FROM setting WHERE key = ?');
  // Without its key nobody can try out who was erased by making digests of what he suspects.
  const digest = (key: string, identity: string): Uint8Array => createHmac('sha256', key).update(identity).digest();

  return {
    isAny: () => selectAny.get() === 1,
    wasErased: (identity) => {
      const key = selectSetting.get(KEY);
      return key !== undefined && selectDigest.get(digest(key, identity)) !== undefined;
    },
    notePlace: (mailbox, uid) => void insertPlace.run(mailbox, uid),
    eraseMessage: (id, newKey) => {
      const message = selectMessage.get(id);
      if (message === undefined) return;
      const known = selectSetting.get(KEY);
      const key = known ?? JSON.stringify(newKey());
      if (known === undefined) putSetting.run(KEY, key);
      insertDigest.run(digest(key, message.identity));
      movePlaces.run(id);
      if (message.message_id !== null) deleteReferences.run(message.message_id);
      deleteDeliveries.run(id);
      deleteMessage.run(id);
    },
    rewriteMessage: (id, { subject, preview }, { text, html, headers }) => {
      updateMessage.run(subject, preview, id);
      updateBody.run(text, html, headers, id);
    },
    forgetBytes: (delivery) => void emptyRaw.run(delivery),
    forgetWhatIsPassedOn: (id) => {
      deleteFiles.run(id);
      emptyRawOf.run(id);
    },
    forgetAddress: (address) => {
      deletePeople.run(address);
      deleteMark.run(address);
      deleteRules.run(address);
      deleteLessons.run(address);
      deleteRemote.run(address);
      deleteRemoteDomain.run({ domain: address.slice(address.lastIndexOf('@')) });
      deleteAcknowledgements.run(personOf(address));
    },
    sweep: (blacken, needles) =>
      textColumns(db).reduce((sum, column) => sum + sweepColumn(db, column, blacken, needles), 0),
    isUnfinished: () => selectSetting.get(UNFINISHED) !== undefined,
    setUnfinished: (isUnfinished) =>
      void (isUnfinished ? putSetting.run(UNFINISHED, 'true') : deleteSetting.run(UNFINISHED)),
    overwriteDeleted: (isOn) => void db.pragma(`secure_delete = ${isOn ? 'ON' : 'OFF'}`),
  };
}

type TextColumn = { readonly table: string; readonly column: string };

/** Of every table there is, also those that are added to the desk after this was written. */
function textColumns(db: Database): readonly TextColumn[] {
  return db
    .prepare<[], TextColumn>(
      `SELECT t.name AS "table", c.name AS "column" FROM pragma_table_list() t JOIN pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.type IN ('TEXT', 'ANY')
         AND t.name NOT IN ('account', 'account_address', 'mailbox')`,
    )
    .all();
}

function sweepColumn(
  db: Database,
  { table, column }: TextColumn,
  blacken: (text: string) => string,
  needles: readonly string[],
): number {
  const meets = needles.map(() => `instr(lower("${column}"), ?) > 0`).join(' OR ');
  const texts = db
    .prepare<string[], string>(`SELECT DISTINCT "${column}" FROM "${table}" WHERE ${meets}`)
    .pluck()
    .all(...needles);
  const update = db.prepare<[string, string]>(`UPDATE OR REPLACE "${table}" SET "${column}" = ? WHERE "${column}" = ?`);
  return texts.reduce((sum, text) => {
    const blackened = blacken(text);
    return blackened === text ? sum : sum + update.run(blackened, text).changes;
  }, 0);
}
