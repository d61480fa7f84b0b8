// Which mailbox is the inbox, which is Sent: what the server says (RFC 6154), else the names that mail programs and hosts give
// them in Dutch, English, French and German.
import type { MailboxRole } from '../../store/mailbox-table.ts';

export type ListedMailbox = {
  readonly path: string;
  readonly name: string;
  readonly flags: ReadonlySet<string>;
  /** As the server announced it, not guessed from the name. */
  readonly specialUse: string | null;
};

const ROLE_BY_USE: Readonly<Record<string, MailboxRole>> = {
  '\\inbox': 'inbox',
  '\\sent': 'sent',
  '\\drafts': 'drafts',
  '\\archive': 'archive',
  '\\junk': 'junk',
  '\\spam': 'junk',
  '\\trash': 'trash',
  '\\all': 'all',
  '\\allmail': 'all',
};

/** In order of preference where a server has several ("Sent Messages" of an old phone beside "Verzonden items"). */
const NAMES: Readonly<Partial<Record<MailboxRole, readonly string[]>>> = {
  sent: [
    'sent',
    'sent items',
    'sent mail',
    'sent messages',
    'verzonden items',
    'verzonden berichten',
    'verzonden e-mail',
    'verzonden',
    'elements envoyes',
    'messages envoyes',
    'envoyes',
    'gesendete elemente',
    'gesendete objekte',
    'gesendet',
  ],
  drafts: ['drafts', 'draft', 'concepten', 'brouillons', 'entwurfe'],
  trash: [
    'trash',
    'deleted items',
    'deleted messages',
    'bin',
    'prullenbak',
    'verwijderde items',
    'corbeille',
    'elements supprimes',
    'papierkorb',
    'geloschte elemente',
  ],
  junk: [
    'junk',
    'spam',
    'junk e-mail',
    'junk email',
    'bulk mail',
    'ongewenste e-mail',
    'ongewenste mail',
    'reclame',
    'courrier indesirable',
    'indesirables',
    'pourriel',
    'junk-e-mail',
    'spamverdacht',
  ],
  archive: ['archive', 'archives', 'archief', 'archiv'],
};

export type MailboxInfo = { readonly path: string; readonly role: MailboxRole | null };

/** Mailboxes that can be opened; each role is given once. */
export function assignRoles(mailboxes: readonly ListedMailbox[]): readonly MailboxInfo[] {
  const selectable = mailboxes.filter(({ flags }) => !hasFlag(flags, '\\noselect') && !hasFlag(flags, '\\nonexistent'));
  const roleOf = new Map<string, MailboxRole>();
  const give = (role: MailboxRole, path: string | undefined): void => {
    if (path === undefined || roleOf.has(path) || [...roleOf.values()].includes(role)) return;
    roleOf.set(path, role);
  };
  // RFC 3501, 5.1: INBOX is case-insensitive and always means the primary mailbox.
  give('inbox', selectable.find(({ path }) => path.toUpperCase() === 'INBOX')?.path);
  for (const { path, specialUse } of selectable) {
    const role = specialUse === null ? undefined : ROLE_BY_USE[specialUse.toLowerCase()];
    if (role !== undefined) give(role, path);
  }
  for (const [role, names] of Object.entries(NAMES)) {
    for (const name of names)
      give(role as MailboxRole, selectable.find((mailbox) => plain(mailbox.name) === name)?.path);
  }
  return selectable.map(({ path }) => ({ path, role: roleOf.get(path) ?? null }));
}

const hasFlag = (flags: ReadonlySet<string>, wanted: string): boolean =>
  [...flags].some((flag) => flag.toLowerCase() === wanted);

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
