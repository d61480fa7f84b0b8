// What was promised to customers, from the command line: `commitments`, and the owner's word on one of them.
import { LEDGER_PARTS, type LedgerLine } from '../../contract/commitments.ts';
import { ledgerPartName, standingWords } from '../../contract/text/commitment-words.ts';
import { momentWords } from '../../contract/text/reply-by-words.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { iso, isoOrNull } from '../as-json.ts';
import { TEXT, type CliCommand } from '../command.ts';
import { said, WrongUse } from '../outcome.ts';
import { countOf, momentOf, needed, rowId, textOf } from '../read-words.ts';

const ALL = 100_000;
const A_SCREENFUL = 40;
/** 'broken': those of the open ones that are past their moment; they come first among them. */
const STATES = ['broken', ...LEDGER_PARTS] as const;

export const commitments: CliCommand = {
  name: 'commitments',
  usage: `[--state ${STATES.join('|')}] [--limit N]`,
  does: { nl: 'Toont wat je klanten beloofd hebt.', en: 'Shows what you promised to customers.' },
  options: { state: TEXT, limit: TEXT },
  fewest: 0,
  most: 0,
  run: (context, _words, values) => {
    const wanted = textOf(values, 'state');
    const state = STATES.find((one) => one === wanted);
    if (wanted !== null && state === undefined) throw new WrongUse(`--state: ${STATES.join(', ')}, not "${wanted}"`);
    const limit = countOf(values, 'limit', context.isJson ? ALL : A_SCREENFUL);
    if (limit > ALL) throw new WrongUse(`--limit: at most ${ALL}`);
    return context.atDesk('beside', async (engine, language) => {
      const { zone, now } = await clockOf(engine);
      const lines: LedgerLine[] = [];
      for (const part of state === undefined ? LEDGER_PARTS : [state === 'broken' ? 'open' : state]) {
        const page = await engine.call('commitments.list', { part, offset: 0, limit: limit - lines.length });
        if (!page.ok) return page;
        lines.push(...page.value.lines.filter((line) => state !== 'broken' || isBroken(line, now)));
      }
      return said(
        lines.map((line) => lineJson(line, now)),
        lines.map((line) => lineText(line, language, now, zone)).join('\n'),
      );
    });
  },
};

const decided = (
  name: string,
  as: 'watch' | 'kept' | 'dropped',
  does: CliCommand['does'],
  options: CliCommand['options'] = {},
): CliCommand => ({
  name: `commitments ${name}`,
  usage: options.at === undefined ? 'ID' : 'ID [--at ISO|TEXT]',
  does,
  options,
  fewest: 1,
  most: 1,
  run: (context, [word], values) => {
    const id = rowId(word, 'ID');
    const at = textOf(values, 'at');
    return context.atDesk('beside', async (engine) => {
      const due = at === null ? null : await momentOf(engine.call, at);
      if (due !== null && !due.ok) return due;
      const done = await engine.call('commitment.decide', { id, as, due: due?.value ?? null });
      return done.ok ? said({ commitment: id, said: as }, `${id}  ${name}`) : done;
    });
  },
});

export const commitmentConfirm = decided(
  'confirm',
  'watch',
  {
    nl: 'Bewaakt een belofte, desgewenst voor een ander moment.',
    en: 'Watches a promise, for another moment if wanted.',
  },
  { at: TEXT },
);
export const commitmentKeep = decided('keep', 'kept', { nl: 'De belofte is gehouden.', en: 'The promise was kept.' });
export const commitmentDrop = decided('drop', 'dropped', {
  nl: 'Laat een belofte vallen, of zegt dat het er geen is.',
  en: 'Lets a promise go, or says that it is none.',
});

export const commitmentAdd: CliCommand = {
  name: 'commitments add',
  usage: 'CONVERSATION --words TEXT --at ISO|TEXT',
  does: { nl: 'Schrijft een belofte op en bewaakt ze.', en: 'Writes down a promise and watches it.' },
  options: { words: TEXT, at: TEXT },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => {
    const conversation = rowId(word, 'CONVERSATION');
    const words = needed(values, 'words');
    const at = needed(values, 'at');
    return context.atDesk('beside', async (engine, language) => {
      const due = await momentOf(engine.call, at);
      if (!due.ok) return due;
      const added = await engine.call('commitment.add', { conversation, words, due: due.value });
      if (!added.ok) return added;
      const { id, dueAt } = added.value;
      const { zone, now } = await clockOf(engine);
      return said({ commitment: id, due: iso(dueAt) }, `${id}  ${momentWords(language, dueAt, now, zone)}`);
    });
  },
};

async function clockOf(engine: Engine): Promise<{ readonly zone: string; readonly now: number }> {
  const [settings, status] = await Promise.all([engine.call('settings.get', {}), engine.call('desk.status', {})]);
  return {
    zone: settings.ok ? settings.value.officeHours.zone : 'UTC',
    now: Date.now() + (status.ok ? status.value.clockOffsetMs : 0),
  };
}

const isBroken = ({ state, dueAt }: LedgerLine, now: number): boolean => state === 'open' && dueAt <= now;

const lineJson = (line: LedgerLine, now: number) => ({
  commitment: line.id,
  conversation: line.conversation,
  message: line.message,
  who: line.who,
  address: line.address,
  subject: line.subject,
  words: line.words,
  madeAt: iso(line.madeAt),
  due: iso(line.dueAt),
  state: line.state,
  isBroken: isBroken(line, now),
  because: line.because,
  closedAt: isoOrNull(line.closedAt),
  closedBy: line.closedBy,
});

function lineText(line: LedgerLine, language: UiLanguage, now: number, zone: string): string {
  const part = line.state === 'open' || line.state === 'proposed' ? `${ledgerPartName(language, line.state)} · ` : '';
  const due = momentWords(language, line.dueAt, now, zone);
  return `${String(line.id).padStart(5)}  ${part}${line.who} · ${line.words} · ${due} · ${standingWords(language, line, now)}`;
}
