import { describe, expect, it } from 'vitest';
import { assignRoles, type ListedMailbox } from './mailbox-roles.ts';

const mailbox = (path: string, specialUse: string | null = null, flags: readonly string[] = []): ListedMailbox => ({
  path,
  name: path.split('/').at(-1) ?? path,
  parentPath: path.split('/').slice(0, -1).join('/'),
  flags: new Set(flags),
  specialUse,
});
const rolesOf = (...mailboxes: readonly ListedMailbox[]): Readonly<Record<string, string | null>> =>
  Object.fromEntries(assignRoles(mailboxes).map(({ path, role }) => [path, role]));

describe('which mailbox is which', () => {
  it('is what the server says, whatever the name', () => {
    expect(rolesOf(mailbox('INBOX'), mailbox('Uit', '\\Sent'), mailbox('Sent'))).toEqual({
      INBOX: 'inbox',
      Uit: 'sent',
      Sent: null,
    });
  });

  it.each(['Verzonden items', 'Éléments envoyés', 'Gesendet', 'Sent Messages', 'INBOX/Verzonden berichten'])(
    '"%s" is Sent where the server says nothing',
    (path) => {
      expect(rolesOf(mailbox('INBOX'), mailbox(path))[path]).toBe('sent');
    },
  );

  it('INBOX in any case is the inbox', () => {
    expect(rolesOf(mailbox('Inbox'))).toEqual({ Inbox: 'inbox' });
  });

  it('one mailbox has a role, the first of the preferred names', () => {
    expect(rolesOf(mailbox('Sent Messages'), mailbox('Sent Items'))).toEqual({
      'Sent Messages': null,
      'Sent Items': 'sent',
    });
  });

  it('what cannot be opened is left out', () => {
    expect(rolesOf(mailbox('INBOX'), mailbox('Sent', null, ['\\NoSelect']))).toEqual({ INBOX: 'inbox' });
  });

  it('All Mail of Gmail is known by its use', () => {
    expect(rolesOf(mailbox('[Gmail]/Alle berichten', '\\All'))).toEqual({ '[Gmail]/Alle berichten': 'all' });
  });

  it('a folder of a customer that is called "Archief" is not the archive, and "Verzonden" below one not Sent', () => {
    expect(rolesOf(mailbox('INBOX'), mailbox('Klanten/Archief'), mailbox('Klanten/Peeters/Verzonden'))).toEqual({
      INBOX: 'inbox',
      'Klanten/Archief': null,
      'Klanten/Peeters/Verzonden': null,
    });
  });

  it('where a host keeps all of them below one folder they are known there', () => {
    expect(rolesOf(mailbox('INBOX'), mailbox('Mail/Sent'), mailbox('Mail/Prullenbak'))).toEqual({
      INBOX: 'inbox',
      'Mail/Sent': 'sent',
      'Mail/Prullenbak': 'trash',
    });
  });

  it('what shows mail of other mailboxes once more, or holds none, is not read', () => {
    const virtual = assignRoles([
      mailbox('[Gmail]/Met ster', null, ['\\Flagged']),
      mailbox('[Gmail]/Belangrijk', null, ['\\Important']),
      mailbox('Agenda'),
      mailbox('Klanten/Agenda'),
    ]);
    expect(virtual.filter(({ isVirtual }) => isVirtual).map(({ path }) => path)).toEqual([
      '[Gmail]/Met ster',
      '[Gmail]/Belangrijk',
      'Agenda',
    ]);
  });
});
