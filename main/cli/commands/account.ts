// `balie account add|list|sign-in|remove`.
import { readFile } from 'node:fs/promises';
import type { AccountDraft } from '../../contract/account-commands.ts';
import { failed, type Result } from '../../contract/errors.ts';
import {
  HISTORY_WINDOWS,
  OAUTH_PROVIDERS,
  type HistoryWindow,
  type OAuthProvider,
  type ServerAddress,
} from '../../contract/views.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { accountJson } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand, type Context, type Values } from '../command.ts';
import type { Call } from '../desk.ts';
import { said, WrongUse } from '../outcome.ts';
import { needed, serverOf, textOf } from '../read-words.ts';
import { environmentPassword } from '../secrets-environment.ts';

export const accountAdd: CliCommand = {
  name: 'account add',
  usage:
    '--email E [--user U] [--imap HOST:PORT,tls|starttls|plain --smtp HOST:PORT,...] [--password-stdin] [--name N] [--ca FILE] [--keep session|keychain] [--history 3m|1y|5y|all] [--oauth google|microsoft] [--allow-plain]',
  does: {
    nl: 'Test een mailaccount en voegt het toe. Het wachtwoord komt van stdin of uit BALIE_PASSWORD; met --oauth meld je je aan in de browser. Zonder --history wordt alle post opgehaald (in het venster is dat een jaar).',
    en: 'Tests a mail account and adds it. The password comes from stdin or from BALIE_PASSWORD; with --oauth you sign in with the browser. Without --history all mail is fetched (the window offers one year).',
  },
  options: {
    email: TEXT,
    user: TEXT,
    imap: TEXT,
    smtp: TEXT,
    'password-stdin': SWITCH,
    name: TEXT,
    ca: TEXT,
    keep: TEXT,
    history: TEXT,
    oauth: TEXT,
    'allow-plain': SWITCH,
  },
  fewest: 0,
  most: 0,
  run: async (context, _words, values) => {
    const given = readGiven(values);
    const password = given.oauth === null ? await passwordOf(context, values) : '';
    const ca = await caOf(values);
    if (!ca.ok) return ca;
    return context.atDesk('beside', async (engine) => {
      const servers = await serversOf(engine.call, given);
      if (!servers.ok) return servers;
      const draft: AccountDraft = {
        email: given.email,
        name: given.name,
        user: textOf(values, 'user') ?? servers.value.user ?? given.email,
        password,
        imap: servers.value.imap,
        smtp: servers.value.smtp,
        ca: ca.value,
        keep: given.keep,
        plainAllowed: values['allow-plain'] === true,
        oauth: given.oauth,
        history: given.history,
      };
      const added = await showing(engine, context, () => engine.call('accounts.add', { testId: TEST_ID, draft }));
      if (!added.ok) return added;
      return said(accountJson(added.value), `${added.value.email}  ${added.value.id}`);
    });
  },
};

export const accountList: CliCommand = {
  name: 'account list',
  usage: '',
  does: { nl: 'Toont de accounts.', en: 'Lists the accounts.' },
  options: {},
  fewest: 0,
  most: 0,
  run: (context) =>
    context.atDesk('beside', async (engine) => {
      const accounts = await engine.call('accounts.list', {});
      if (!accounts.ok) return accounts;
      const lines = accounts.value.map(
        ({ id, email, state, messages }) => `${id}  ${email}  ${state.kind}  ${messages}`,
      );
      return said(accounts.value.map(accountJson), lines.join('\n'));
    }),
};

export const accountSignIn: CliCommand = {
  name: 'account sign-in',
  usage: 'ID',
  does: {
    nl: 'Meldt een account opnieuw aan in de browser.',
    en: 'Signs an account in again with the browser.',
  },
  options: {},
  fewest: 1,
  most: 1,
  run: (context, [id = '']) =>
    context.atDesk('beside', async (engine) => {
      const signedIn = await showing(engine, context, () =>
        engine.call('accounts.signInAgain', { id, testId: TEST_ID }),
      );
      return signedIn.ok ? said(accountJson(signedIn.value), id) : signedIn;
    }),
};

export const accountRemove: CliCommand = {
  name: 'account remove',
  usage: 'ID [--keep-mail] [--drop-outbox]',
  does: {
    nl: 'Verwijdert een account met al zijn berichten op deze machine; op de server verandert niets. Met --keep-mail blijft de post hier om te lezen en te zoeken. Wachten er nog antwoorden in het postvak uit, dan is --drop-outbox nodig.',
    en: 'Removes an account and all its messages on this machine; nothing changes on the server. With --keep-mail its mail stays here for reading and searching. While answers wait in the outbox, --drop-outbox is needed.',
  },
  options: { 'keep-mail': SWITCH, 'drop-outbox': SWITCH },
  fewest: 1,
  most: 1,
  run: (context, [id = ''], values) =>
    // A removed account must not be written to meanwhile.
    context.atDesk('keep', async (engine) => {
      const keepMail = values['keep-mail'] === true;
      const removed = await engine.call('accounts.remove', {
        id,
        keepMail,
        dropOutbox: values['drop-outbox'] === true,
      });
      return removed.ok ? said({ [keepMail ? 'detached' : 'removed']: id }, id) : removed;
    }),
};

/** One sign-in or test at a time: the command line's own. */
const TEST_ID = 'cli';

/** Tells each step, and where to sign in; Ctrl+C ends the waiting for the browser. */
async function showing<T>(engine: Engine, context: Context, work: () => Promise<T>): Promise<T> {
  const stop = engine.onEvent(({ event }) => {
    if (event.kind === 'connection-test') context.speaker.progress(event.step);
    if (event.kind === 'open-browser') context.speaker.progress(`${OPEN_THIS[context.language]}\n${event.url}`);
  });
  const cancel = (): void => void engine.call('accounts.stopSignIn', { testId: TEST_ID });
  context.stopping.addEventListener('abort', cancel, { once: true });
  try {
    return await work();
  } finally {
    context.stopping.removeEventListener('abort', cancel);
    stop();
  }
}

const OPEN_THIS = {
  nl: 'Open deze pagina in je browser en meld je aan:',
  en: 'Open this page in your browser and sign in:',
} as const;

type Given = {
  readonly email: string;
  readonly name: string;
  readonly keep: 'session' | 'keychain';
  readonly history: HistoryWindow;
  readonly oauth: OAuthProvider | null;
  readonly imap: ServerAddress | null;
  readonly smtp: ServerAddress | null;
};

function readGiven(values: Values): Given {
  const email = needed(values, 'email');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new WrongUse(`--email: "${email}" is not an address`);
  const keep = textOf(values, 'keep') ?? 'keychain';
  if (keep !== 'session' && keep !== 'keychain') throw new WrongUse('--keep: session or keychain');
  const history = HISTORY_WINDOWS.find((window) => window === (textOf(values, 'history') ?? 'all'));
  if (history === undefined) throw new WrongUse(`--history: ${HISTORY_WINDOWS.join(', ')}`);
  const askedOAuth = textOf(values, 'oauth');
  const oauth = OAUTH_PROVIDERS.find((provider) => provider === askedOAuth) ?? null;
  if (askedOAuth !== null && oauth === null) throw new WrongUse(`--oauth: ${OAUTH_PROVIDERS.join(' or ')}`);
  const imap = textOf(values, 'imap');
  const smtp = textOf(values, 'smtp');
  if ((imap === null) !== (smtp === null)) throw new WrongUse('--imap and --smtp go together');
  return {
    email,
    name: textOf(values, 'name') ?? '',
    keep,
    history,
    oauth,
    imap: imap === null ? null : serverOf(imap, 'imap'),
    smtp: smtp === null ? null : serverOf(smtp, 'smtp'),
  };
}

async function passwordOf(context: Context, values: Values): Promise<string> {
  if (values['password-stdin'] === true) {
    // One trailing line end is the terminal's, not the password's.
    const password = (await context.readStdin()).replace(/\r?\n$/, '');
    if (password === '') throw new WrongUse('--password-stdin: stdin is empty');
    return password;
  }
  const password = environmentPassword(context.env, '');
  if (password === null) throw new WrongUse('no password: use --password-stdin or BALIE_PASSWORD');
  return password;
}

async function caOf(values: Values): Promise<Result<string | null>> {
  const file = textOf(values, 'ca');
  if (file === null) return { ok: true, value: null };
  try {
    return { ok: true, value: await readFile(file, 'utf8') };
  } catch {
    return failed('not-found', 'user', file);
  }
}

async function serversOf(
  call: Call,
  given: Given,
): Promise<Result<{ readonly imap: ServerAddress; readonly smtp: ServerAddress; readonly user: string | null }>> {
  if (given.imap !== null && given.smtp !== null) {
    return { ok: true, value: { imap: given.imap, smtp: given.smtp, user: null } };
  }
  const suggested = await call('accounts.suggest', { email: given.email });
  if (!suggested.ok) return suggested;
  if (suggested.value === null) return failed('provider-unknown', 'user', given.email.split('@')[1] ?? '');
  if (suggested.value.signIn === 'browser-only' && given.oauth === null) {
    return failed('sign-in-by-browser-needed', 'never', suggested.value.provider, {
      provider: suggested.value.provider,
    });
  }
  return { ok: true, value: suggested.value };
}
