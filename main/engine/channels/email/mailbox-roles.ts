// Which mailbox is the inbox, which is Sent: what the server says (RFC 6154), else the names that mail programs and hosts give
// them in Dutch, English, French and German.
import type { MailboxRole } from '../../store/mailbox-role.ts';

export type ListedMailbox = {
  readonly path: string;
  readonly name: string;
  /** '' at the top. */
  readonly parentPath: string;
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

export type MailboxInfo = {
  readonly path: string;
  readonly role: MailboxRole | null;
  /** Shows messages of other mailboxes once more (Gmail's "Starred"), or holds no mail (Exchange's calendar). */
  readonly isVirtual: boolean;
};

/** Exchange and others list these beside the mailboxes, at the top; what they hold is not mail. */
const NO_MAIL: ReadonlySet<string> = new Set(
  (
    'calendar,agenda,calendrier,kalender,contacts,contactpersonen,kontakte,tasks,taken,taches,aufgaben,journal,logboek,' +
    'notes,notities,notizen,outbox,postvak uit,sync issues,synchronisatieproblemen,rss feeds,rss-feeds,' +
    'conversation history,gespreksgeschiedenis'
  ).split(','),
);
const VIRTUAL_USES = ['\\flagged', '\\important', '\\starred'] as const;

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
  const trusted = selectable.filter((mailbox) => isWhereProgramsPutThem(mailbox, selectable));
  for (const [role, names] of ROLE_NAMES) {
    for (const name of names) give(role, trusted.find((mailbox) => plain(mailbox.name) === name)?.path);
  }
  return selectable.map((mailbox) => {
    const { path, flags } = mailbox;
    const role = roleOf.get(path) ?? null;
    const isNoMail = mailbox.parentPath === '' && NO_MAIL.has(plain(mailbox.name));
    const isVirtual = role === null && (isNoMail || VIRTUAL_USES.some((use) => hasFlag(flags, use)));
    return { path, role, isVirtual };
  });
}

const ROLE_NAMES = Object.entries(NAMES) as readonly (readonly [MailboxRole, readonly string[]])[];
const KNOWN_NAMES: ReadonlySet<string> = new Set(ROLE_NAMES.flatMap(([, names]) => names));

/**
 * At the top, below INBOX (Courier, Cyrus), or beside another of their kind ("Mail/Sent", "Mail/Trash"). A folder "Archief" of a
 * customer's own is not the archive.
 */
function isWhereProgramsPutThem({ parentPath, path }: ListedMailbox, all: readonly ListedMailbox[]): boolean {
  if (parentPath === '' || parentPath.toUpperCase() === 'INBOX') return true;
  return all.some(
    (other) => other.path !== path && other.parentPath === parentPath && KNOWN_NAMES.has(plain(other.name)),
  );
}

const hasFlag = (flags: ReadonlySet<string>, wanted: string): boolean =>
  [...flags].some((flag) => flag.toLowerCase() === wanted);

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
