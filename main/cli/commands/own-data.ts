// `balie import`, `export`, `erase`: what the owner does with his data as such.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Result } from '../../contract/errors.ts';
import type { ErasureOutlook, PassedOverView } from '../../contract/own-data.ts';
import { erasureWords } from '../../contract/text/erasure-words.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { iso, isoOrNull } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand, type Context } from '../command.ts';
import { said, WrongUse } from '../outcome.ts';
import { textOf } from '../read-words.ts';

export const importMail: CliCommand = {
  name: 'import',
  usage: 'FILE|DIR [--account ID] [--own ADDRESS,ADDRESS]',
  does: {
    nl: 'Haalt oude mail binnen uit een mbox, een Maildir, .eml-bestanden of een eigen export: als geschiedenis, en elk bericht één keer. Zonder --account beslist je eigen adres in het bericht bij welk account het hoort; de rest komt in een archief. --own noemt adressen die je vroeger had.',
    en: 'Takes old mail in from an mbox, a Maildir, .eml files or an own export: as history, and each message once. Without --account your own address in the message decides which account it belongs to; the rest goes to an archive. --own names addresses you had before.',
  },
  options: { account: TEXT, own: TEXT },
  fewest: 1,
  most: 1,
  run: (context, [word = ''], values) =>
    context.atDesk('keep', async (engine) => {
      const own = (textOf(values, 'own') ?? '').split(',').filter((address) => address.trim() !== '');
      const request = { path: resolve(word), account: textOf(values, 'account'), ownAddresses: own };
      const report = await withProgress(engine, context, () => engine.call('data.import', request));
      if (!report.ok) return report;
      const { added, known, skipped, ms, passedOver, isStopped } = report.value;
      for (const line of passedOver.map(passedOverLine)) context.speaker.progress(line);
      return said(
        { added, known, skipped, ms, isStopped, passedOver },
        `+${added}  ${known} known  ${skipped} skipped  ${(ms / 1000).toFixed(1)} s`,
      );
    }),
};

export const exportDesk: CliCommand = {
  name: 'export',
  usage: '[--contact ADDRESS] [--out DIR]',
  does: {
    nl: 'Schrijft alles, of alles van één klant, naar een nieuwe map: berichten als .eml, gesprekken als JSON, standaardantwoorden als CSV, bijlagen.',
    en: 'Writes everything, or everything of one customer, to a new folder: messages as .eml, conversations as JSON, saved replies as CSV, attachments.',
  },
  options: { contact: TEXT, out: TEXT },
  fewest: 0,
  most: 0,
  run: (context, _words, values) =>
    context.atDesk('beside', async (engine) => {
      const folder = resolve(textOf(values, 'out') ?? freeFolder());
      const request = { folder, contact: textOf(values, 'contact') };
      const report = await withProgress(engine, context, () => engine.call('data.export', request));
      if (!report.ok) return report;
      const { messages, attachments, missingAttachments } = report.value;
      const missing = missingAttachments === 0 ? '' : `, ${missingAttachments} attachments not to be had`;
      return said(report.value, `${folder}: ${messages} messages, ${attachments} attachments${missing}`);
    }),
};

export const erase: CliCommand = {
  name: 'erase',
  usage: 'ADDRESS --yes [--on-server]',
  does: {
    nl: 'Wist een klant van deze computer: berichten, gesprekken, bijlagen, zoekindex, reservekopieën. Zonder --yes zegt het alleen wat er zou verdwijnen. --on-server wist die berichten ook op de mailserver.',
    en: 'Erases a customer from this computer: messages, conversations, attachments, search index, backups. Without --yes it only says what would go. --on-server erases those messages on the mail server too.',
  },
  options: { yes: SWITCH, 'on-server': SWITCH },
  fewest: 1,
  most: 1,
  run: (context, [address = ''], values) =>
    context.atDesk('keep', async (engine, language) => {
      if (values['yes'] !== true) {
        const outlook = await engine.call('data.lookAtPerson', { address });
        if (!outlook.ok) return outlook;
        throw new WrongUse(outlookText(outlook.value, language));
      }
      const onServer = values['on-server'] === true;
      const report = await engine.call('data.erase', { address, onServer });
      if (!report.ok) return report;
      const { messages, conversations, others, leftOnServer, removedFromServer, backupsRemoved, leftIn, ms } =
        report.value;
      if (leftOnServer > 0) context.speaker.progress(erasureWords(language).leftOnServer(leftOnServer));
      if (backupsRemoved.length > 0)
        context.speaker.progress(erasureWords(language).backupsRemoved(backupsRemoved.length));
      if (leftIn.length > 0) context.speaker.progress(erasureWords(language).leftIn(leftIn));
      return said(
        {
          erased: address,
          messages,
          conversations,
          others,
          leftOnServer,
          removedFromServer,
          backupsRemoved,
          leftIn,
          ms,
        },
        `${address}: ${messages} messages, ${conversations} conversations`,
      );
    }),
};

function outlookText(outlook: ErasureOutlook, language: UiLanguage): string {
  const words = erasureWords(language);
  const facts = { ...outlook, oldestAt: isoOrNull(outlook.oldestAt), newestAt: isoOrNull(outlook.newestAt) };
  return [words.outlook(facts), words.fiscal, words.sayYes].join('\n');
}

/** Shows how far it is, and lets Ctrl+C stop it after what it has in hand. */
async function withProgress<T>(
  engine: Engine,
  { speaker, stopping }: Context,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  let shown = -1;
  const stopListening = engine.onEvent(({ event }) => {
    if (event.kind !== 'own-data-progress') return;
    const percent = event.total === 0 ? 100 : Math.floor((event.done * 100) / event.total);
    if (percent !== shown) speaker.progress(`${percent} %`);
    shown = percent;
  });
  const stop = (): void => void engine.call('data.stop', {});
  stopping.addEventListener('abort', stop, { once: true });
  try {
    return await work();
  } finally {
    stopping.removeEventListener('abort', stop);
    stopListening();
  }
}

const passedOverLine = ({ why, count, examples }: PassedOverView): string =>
  `${count} ${why}${examples.length === 0 ? '' : `: ${examples.join(', ')}`}`;

/** Beside an earlier export of the same day. */
function freeFolder(): string {
  const name = `balie-export-${iso(Date.now()).slice(0, 10)}`;
  let folder = name;
  for (let nr = 2; existsSync(folder); nr += 1) folder = `${name}-${nr}`;
  return folder;
}
