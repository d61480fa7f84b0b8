// A desk as 0.1.0 left it: made by the first migration's own SQL, with rows in every table, written here by hand so that no later
// code has a part in it.
import BetterSqlite3 from 'better-sqlite3';
import { firstDesk } from '../../main/engine/store/migrations/0001-first-desk.ts';

const AT = 1_779_000_000_000;
export const FIRST_DESK_MESSAGES = 40;

export function makeFirstDesk(file: string): void {
  const db = new BetterSqlite3(file);
  db.pragma('journal_mode = WAL');
  db.pragma('foreign_keys = ON');
  db.transaction(() => {
    db.exec(firstDesk);
    db.pragma('user_version = 1');
  })();
  const put = (table: string, row: Readonly<Record<string, unknown>>): void => {
    const names = Object.keys(row);
    db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`).run(
      row,
    );
  };
  db.transaction(() => {
    put('setting', { key: 'undoSeconds', value: '20' });
    put('account', {
      id: 'mertens',
      connector: 'email',
      email: 'info@fietsenmertens.be',
      name: 'Fietsen Mertens',
      user_name: 'info@fietsenmertens.be',
      imap: JSON.stringify({ host: 'imap.example', port: 993, security: 'tls' }),
      smtp: JSON.stringify({ host: 'smtp.example', port: 465, security: 'tls' }),
      keep: 'keychain',
      queue_from: 0,
      created_at: AT,
    });
    put('account_address', { account_id: 'mertens', address: 'info@fietsenmertens.be' });
    put('mailbox', {
      id: 1,
      account_id: 'mertens',
      path: 'INBOX',
      role: 'inbox',
      is_synced: 1,
      uid_validity: '7',
      uid_next: 99,
    });
    put('mailbox', { id: 2, account_id: 'mertens', path: 'Sent', role: 'sent', is_synced: 1, uid_validity: '8' });
    put('uid_trouble', { mailbox_id: 1, uid: 98, tries: 2, code: 'server-nonsense', next_try_at: AT });
    for (let id = 1; id <= FIRST_DESK_MESSAGES; id += 1) putConversation(put, id);
    put('contact_mark', { address: 'jan1@peeters.be', is_vip: 1 });
    put('draft', { conversation_id: 3, text: 'Beste Jan, de fiets', saved_at: AT });
    put('delivery', {
      id: 5,
      conversation_id: 2,
      account_id: 'mertens',
      message_row_id: 2,
      message_id: 'answer@own',
      subject: 'Re: Vraag 2',
      sender: 'info@fietsenmertens.be',
      recipients: '["jan2@peeters.be"]',
      raw: Buffer.from('To: jan2@peeters.be\r\n\r\nDat kan.'),
      text: 'Dat kan.',
      state: 'queued',
      leaves_at: AT,
      next_attempt_at: AT,
      created_at: AT,
    });
    put('server_action', { id: 1, account_id: 'mertens', message_id: 1, kind: 'mark-answered', created_at: AT });
    put('canned_reply', { id: 1, code: 'prijs', title: 'Prijs', tags: '[]', texts: '{"nl":"Dat kost {{?Hoeveel}}."}' });
    put('reminder_given', { conversation_id: 4, threshold: 'overdue', due_at: AT, given_at: AT });
  })();
  db.close();
}

function putConversation(put: (table: string, row: Readonly<Record<string, unknown>>) => void, id: number): void {
  const jan = { from_name: `Jan ${id}`, from_address: `jan${id}@peeters.be` };
  put('conversation', {
    id,
    account_id: 'mertens',
    channel: 'email',
    subject: `Vraag ${id}`,
    base_subject: `vraag ${id}`,
    customer_name: jan.from_name,
    customer_address: jan.from_address,
    message_count: 1,
    started_at: AT + id,
    last_at: AT + id,
    done_at: id % 3 === 0 ? AT + id : null,
    done_because: id % 3 === 0 ? 'answered' : null,
    snoozed_until: id % 5 === 0 ? AT + 86_400_000 : null,
    turn: 'ours',
  });
  put('message', {
    id,
    conversation_id: id,
    account_id: 'mertens',
    direction: 'in',
    channel: 'email',
    kind: 'human',
    message_id: `m${id}@peeters.be`,
    identity: `identity-${id}`,
    subject: `Vraag ${id}`,
    ...jan,
    at: AT + id,
    size: 1_000,
    preview: 'Is de blauwe fiets',
    signals: '',
  });
  put('message_body', {
    message_id: id,
    text_z: Buffer.from(`Is de blauwe fiets ${id} nog te koop?`),
    headers_z: Buffer.from('{}'),
  });
  put('message_person', { message_id: id, role: 'to', position: 0, name: '', address: 'info@fietsenmertens.be' });
  put('message_reference', { message_id: id, referenced: `parent${id}@peeters.be` });
  put('message_place', { mailbox_id: 1, uid: id, message_id: id, flags: '["\\\\Seen"]' });
  put('attachment', {
    id,
    message_id: id,
    position: 0,
    part: '2',
    file_name: `foto${id}.jpg`,
    content_type: 'image/jpeg',
    size: 4,
    is_inline: 0,
    content: Buffer.from([0xff, 0xd8, id, 0xd9]),
  });
  put('message_fts', {
    rowid: id,
    subject: `Vraag ${id}`,
    sender: jan.from_address,
    recipients: '',
    body: 'blauwe fiets',
    attachments: '',
  });
}
