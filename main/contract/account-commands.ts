// The commands about mail accounts, and what an account is given as.
import { z } from 'zod';
import { command, line, nothing, query } from './command-spec.ts';
import {
  HISTORY_WINDOWS,
  OAUTH_PROVIDERS,
  SECURITIES,
  type AccountView,
  type ConnectionTest,
  type MailboxView,
  type ServerSuggestion,
} from './views.ts';

const serverAddress = z.object({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(SECURITIES),
});

export const accountDraft = z.object({
  email: z.email().max(254),
  name: line,
  user: z.string().min(1).max(254),
  /** Empty where `oauth` says who grants the access instead. */
  password: z.string().max(10_000),
  /** Signs in on this provider's page, in the owner's browser. Absent or null: with the password. */
  oauth: z.enum(OAUTH_PROVIDERS).nullable().optional(),
  imap: serverAddress,
  smtp: serverAddress,
  /** Certificate authority in PEM that this account's own servers are signed by. */
  ca: z.string().max(200_000).nullable(),
  keep: z.enum(['session', 'keychain']),
  /** The owner's explicit yes to sending a password in clear text over the network. Not needed for loopback. */
  plainAllowed: z.boolean(),
  /** How much of what is there already is fetched. Absent: everything. */
  history: z.enum(HISTORY_WINDOWS).optional(),
});
export type AccountDraft = z.infer<typeof accountDraft>;

/** What the owner may change of an account. Left out: stays as it is. */
export const accountChanges = accountDraft
  .pick({ name: true, user: true, imap: true, smtp: true, ca: true, plainAllowed: true, history: true })
  .extend({
    /** Further own addresses that mail to him arrives under. */
    aliases: z.array(z.email().max(254)).max(50),
    colour: z.number().int().min(0).max(7),
    archiveDone: z.boolean(),
  })
  .partial();
export type AccountChanges = z.infer<typeof accountChanges>;

export const ACCOUNT_COMMANDS = {
  'accounts.list': query<readonly AccountView[]>()(nothing),
  'accounts.suggest': query<ServerSuggestion | null>()(z.object({ email: z.email() })),
  /** Progress comes as `connection-test` events that carry `testId`. */
  'accounts.test': query<ConnectionTest>()(z.object({ testId: z.string().max(64), draft: accountDraft })),
  /** Tests first, and tells what the test found. */
  'accounts.add': command<AccountView & { readonly test: ConnectionTest }>()(
    z.object({ testId: z.string().max(64), draft: accountDraft }),
  ),
  /** A change of server, user or password is tested before it is stored; `testId` as with accounts.test. */
  'accounts.edit': command<AccountView>()(
    z.object({
      id: z.string(),
      testId: z.string().max(64),
      changes: accountChanges,
      /** A new one, or null: the one we have. */
      password: z.string().min(1).max(10_000).nullable(),
    }),
  ),
  /** `keepMail`: disconnect only; what is here stays for reading and searching. Fails while answers wait in the outbox, unless `dropOutbox`. */
  'accounts.remove': command<null>()(
    z.object({ id: z.string(), keepMail: z.boolean().optional(), dropOutbox: z.boolean().optional() }),
  ),
  'accounts.setPassword': command<AccountView>()(
    z.object({ id: z.string(), password: z.string().min(1), keep: z.enum(['session', 'keychain']) }),
  ),
  /** Shows the provider's page in the owner's browser (event `open-browser`), waits for him, and tests before anything is stored. */
  'accounts.signInAgain': command<AccountView>()(z.object({ id: z.string(), testId: z.string().max(64) })),
  /** The owner no longer wants to sign in by browser: what waits for him ends as sign-in-stopped. */
  'accounts.stopSignIn': command<null>()(z.object({ testId: z.string().max(64) })),
  'accounts.setPaused': command<AccountView>()(z.object({ id: z.string(), paused: z.boolean() })),

  /** What is here of each mailbox beside what the server has. */
  'accounts.mailboxes': query<readonly MailboxView[]>()(z.object({ id: z.string() })),
} as const;
