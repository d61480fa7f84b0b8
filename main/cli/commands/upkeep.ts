// `balie demo`, `check`, `backup`: a desk to look around in, a look whether all is well, a copy for safety.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { failed } from '../../contract/errors.ts';
import { backupDesk } from '../../engine/store/backup-desk.ts';
import { deskFile } from '../../engine/host/desk-files.ts';
import { restoreDeskIn } from '../../engine/host/restore-desk.ts';
import { SWITCH, type CliCommand } from '../command.ts';
import { said } from '../outcome.ts';

export const demo: CliCommand = {
  name: 'demo',
  usage: '',
  does: {
    nl: 'Vult een demobalie: in de map van --data, anders in de map demo van de gewone gegevensmap.',
    en: 'Fills a demo desk: in the folder of --data, else in the folder demo of the usual data folder.',
  },
  options: {},
  fewest: 0,
  most: 0,
  run: (context) =>
    context.atDesk('demo', async (engine) => {
      const [status, accounts] = await Promise.all([engine.call('desk.status', {}), engine.call('accounts.list', {})]);
      if (!status.ok) return status;
      const messages = accounts.ok ? accounts.value.reduce((sum, account) => sum + account.messages, 0) : 0;
      return said(
        { dataFolder: status.value.dataFolder, messages, clockOffsetMs: status.value.clockOffsetMs },
        `${status.value.dataFolder}: ${messages} messages`,
      );
    }),
};

export const check: CliCommand = {
  name: 'check',
  usage: '[--remote]',
  does: {
    nl: 'Controleert of alles heel is; met --remote ook of we hebben wat de server heeft.',
    en: 'Checks that all is sound; with --remote also that we have what the server has.',
  },
  options: { remote: SWITCH },
  fewest: 0,
  most: 0,
  run: (context, _words, values) =>
    context.atDesk('beside', async (engine) => {
      const report = await engine.call('desk.check', { remote: values['remote'] === true });
      if (!report.ok) return report;
      const { ok: isSound, integrity, messages, conversations, outbox, gaps } = report.value;
      if (!isSound && !context.isJson) context.speaker.progress(integrity);
      return said(
        { ok: isSound, integrity, messages, conversations, outbox, gaps },
        `${isSound ? 'ok' : 'NOT OK'}  ${messages} messages, ${conversations} conversations, ${gaps.length} gaps`,
      );
    }),
};

export const backup: CliCommand = {
  name: 'backup',
  usage: 'FILE',
  does: {
    nl: 'Maakt een gecontroleerde kopie van de gegevens. Wachtwoorden zitten er niet in.',
    en: 'Makes a checked copy of the data. It holds no passwords.',
  },
  options: {},
  fewest: 1,
  most: 1,
  run: async (context, [word = '']) => {
    const target = resolve(word);
    const source = join(context.desk.dataFolder, deskFile);
    if (!existsSync(source)) return failed('not-found', 'user', source);
    if (existsSync(target)) return failed('already-exists', 'user', target);
    const copied = backupDesk(source, target);
    return copied.ok ? said({ file: target, ...copied.value }, `${target}  ${copied.value.bytes} B`) : copied;
  },
};

export const restore: CliCommand = {
  name: 'restore',
  usage: 'FILE',
  does: {
    nl: 'Zet een kopie terug in de plaats van de gegevens. Wat er stond, blijft bewaard in de map backups.',
    en: 'Puts a copy in the place of the data. What was there is kept in the folder backups.',
  },
  options: {},
  fewest: 1,
  most: 1,
  run: async (context, [word = '']) => {
    const source = resolve(word);
    const written = statSync(source, { throwIfNoEntry: false });
    if (written === undefined) return failed('not-found', 'user', source, { what: source });
    const restored = restoreDeskIn(context.desk.dataFolder, source, Math.round(written.mtimeMs));
    if (!restored.ok) return restored;
    const { messages, kept, outbox } = restored.value;
    return said(
      { messages, kept: kept === null ? null : join(context.desk.dataFolder, 'backups', kept), outbox },
      `${messages} messages${kept === null ? '' : `; what was there is kept as backups/${kept}`}`,
    );
  },
};
