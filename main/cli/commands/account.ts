// `balie account add|list|remove`.
import { readFile } from 'node:fs/promises';
import type { AccountDraft } from '../../contract/commands.ts';
import { failed, type Result } from '../../contract/errors.ts';
import type { ServerAddress } from '../../contract/views.ts';
import { accountJson } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand, type Context, type Values } from '../command.ts';
import type { Call } from '../desk.ts';
import { said, WrongUse } from '../outcome.ts';
import { needed, serverOf, textOf } from '../read-words.ts';
import { environmentPassword } from '../secrets-environment.ts';

export const accountAdd: CliCommand = {
  name: 'account add',
  usage:
    '--email E [--user U] [--imap HOST:PORT,tls|starttls|plain --smtp HOST:PORT,...] [--password-stdin] [--name N] [--ca FILE] [--keep session|keychain] [--allow-plain]',
  does: {
    nl: 'Test een mailaccount en voegt het toe. Het wachtwoord komt van stdin of uit BALIE_PASSWORD.',
    en: 'Tests a mail account and adds it. The password comes from stdin or from BALIE_PASSWORD.',
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
    'allow-plain': SWITCH,
  },
  fewest: 0,
  most: 0,
  run: async (context, _words, values) => {
    const given = readGiven(values);
    const password = await passwordOf(context, values);
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
      };
      const stop = engine.onEvent(({ event }) => {
        if (event.kind === 'connection-test') context.speaker.progress(event.step);
      });
      const added = await engine.call('accounts.add', { testId: 'cli', draft });
      stop();
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

export const accountRemove: CliCommand = {
  name: 'account remove',
  usage: 'ID',
  does: {
    nl: 'Verwijdert een account met al zijn berichten op deze machine; op de server verandert niets.',
    en: 'Removes an account and all its messages on this machine; nothing changes on the server.',
  },
  options: {},
  fewest: 1,
  most: 1,
  run: (context, [id = '']) =>
    // A removed account must not be written to meanwhile.
    context.atDesk('keep', async (engine) => {
      const removed = await engine.call('accounts.remove', { id });
      return removed.ok ? said({ removed: id }, id) : removed;
    }),
};

type Given = {
  readonly email: string;
  readonly name: string;
  readonly keep: 'session' | 'keychain';
  readonly imap: ServerAddress | null;
  readonly smtp: ServerAddress | null;
};

function readGiven(values: Values): Given {
  const email = needed(values, 'email');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new WrongUse(`--email: "${email}" is not an address`);
  const keep = textOf(values, 'keep') ?? 'keychain';
  if (keep !== 'session' && keep !== 'keychain') throw new WrongUse('--keep: session or keychain');
  const imap = textOf(values, 'imap');
  const smtp = textOf(values, 'smtp');
  if ((imap === null) !== (smtp === null)) throw new WrongUse('--imap and --smtp go together');
  return {
    email,
    name: textOf(values, 'name') ?? '',
    keep,
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
  if (suggested.value.signIn === 'browser-only') {
    return failed('sign-in-by-browser-needed', 'never', suggested.value.provider, {
      provider: suggested.value.provider,
    });
  }
  return { ok: true, value: suggested.value };
}
