// The commands that only look: `queue`, `show`, `search`.
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { failed } from '../../contract/errors.ts';
import { factorWords, sectionName } from '../../contract/text/queue-words.ts';
import { SECTIONS } from '../../domain/queue/sections.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { conversationJson, hitJson, iso, queueItemJson } from '../as-json.ts';
import { TEXT, type CliCommand } from '../command.ts';
import { momentWordsAt } from '../moment-words.ts';
import { said, type Outcome, WrongUse } from '../outcome.ts';
import { countOf, isoInstant, rowId, textOf } from '../read-words.ts';

const ALL = 100_000;
const A_SCREENFUL = 40;

export const queue: CliCommand = {
  name: 'queue',
  usage: `[--section ${SECTIONS.join('|')}] [--at ISO] [--limit N]`,
  does: {
    nl: 'Toont de wachtrij met de redenen van de volgorde.',
    en: 'Shows the queue with the reasons for its order.',
  },
  options: { section: TEXT, at: TEXT, limit: TEXT },
  fewest: 0,
  most: 0,
  run: (context, _words, values) => {
    const wanted = textOf(values, 'section');
    const section = wanted === null ? null : (SECTIONS.find((one) => one === wanted) ?? wrongSection(wanted));
    const atWords = textOf(values, 'at');
    const at = atWords === null ? null : isoInstant(atWords, 'at');
    const limit = countOf(values, 'limit', context.isJson ? ALL : A_SCREENFUL);
    if (limit > ALL) throw new WrongUse(`--limit: at most ${ALL}`);
    return context.atDesk('beside', async (engine, language) => {
      const page = await engine.call('queue.list', { section, offset: 0, limit, at });
      if (!page.ok) return page;
      const whenWords = await momentWordsAt(engine, language, at);
      const lines = page.value.items.map((item) => {
        const when = whenWords(item);
        const top = item.factors.toSorted((a, b) => b.points - a.points)[0];
        const why = top === undefined ? '' : factorWords(language, top).name;
        return `${String(item.conversation).padStart(5)}  ${sectionName(language, item.section)} · ${item.who} · ${item.subject} · ${when} · ${why}`;
      });
      return said(
        page.value.items.map((item) => queueItemJson(item, language)),
        lines.join('\n'),
      );
    });
  },
};

function wrongSection(word: string): never {
  throw new WrongUse(`--section: ${SECTIONS.join(', ')}, not "${word}"`);
}

export const show: CliCommand = {
  name: 'show',
  usage: 'CONVERSATION',
  does: { nl: 'Toont een gesprek met al zijn berichten.', en: 'Shows a conversation with all its messages.' },
  options: {},
  fewest: 1,
  most: 1,
  run: (context, [word]) => {
    const id = rowId(word, 'CONVERSATION');
    return context.atDesk('beside', async (engine, language) => {
      const view = await engine.call('conversation.open', { id });
      if (!view.ok) return view;
      const others = await engine.call('conversation.alsoOpen', { id });
      if (!others.ok) return others;
      const also = { nl: 'Ook open', en: 'Also open' }[language];
      const messages = view.value.messages.map((message) =>
        [
          `${iso(message.at)}  ${message.direction === 'out' ? '→' : '←'}  ${message.from.name} <${message.from.address}>  [${message.id}]`,
          ...message.attachments.map(({ fileName, size }) => `  + ${fileName} (${size} B)`),
          message.ownText,
        ].join('\n'),
      );
      return said(
        { ...conversationJson(view.value, language), alsoOpen: others.value.map(({ conversation }) => conversation) },
        [
          `${view.value.item.subject} · ${sectionName(language, view.value.item.section)}`,
          ...others.value.map(({ conversation, subject }) => `${also}: ${conversation}  ${subject}`),
          ...messages,
        ].join('\n\n'),
      );
    });
  },
};

const queriesFile = z.record(z.string(), z.array(z.string().max(500)));
const FIRST_RESULTS = 50;

export const search: CliCommand = {
  name: 'search',
  usage: 'QUERY [--limit N] | --queries FILE',
  does: {
    nl: 'Zoekt in alle berichten. Met --queries wordt de tijd van elke vraag gemeten.',
    en: 'Searches all messages. With --queries the time of each question is measured.',
  },
  options: { limit: TEXT, queries: TEXT },
  fewest: 0,
  most: 20,
  run: (context, words, values) => {
    const file = textOf(values, 'queries');
    if (file !== null) return context.atDesk('beside', (engine) => measure(engine, file));
    const query = words.join(' ').trim();
    if (query === '') throw new WrongUse('search: what for?');
    const limit = countOf(values, 'limit', FIRST_RESULTS);
    if (limit > 500) throw new WrongUse('--limit: at most 500');
    return context.atDesk('beside', async (engine) => {
      const page = await engine.call('search', { query, limit });
      if (!page.ok) return page;
      const lines = page.value.hits.map(
        ({ conversation, who, subject, at, onCard, snippet }) =>
          `${String(conversation).padStart(5)}  ${iso(at).slice(0, 10)}  ${who}${onCard === null ? '' : ` (${onCard})`} · ${subject}\n       ${snippet.map(({ text }) => text).join('')}`,
      );
      return said(page.value.hits.map(hitJson), lines.join('\n'));
    });
  },
};

/** {"word": ["factuur", ..], ..} becomes {"word": [0.8, ..], ..}: milliseconds from question to first results with snippets. */
async function measure(engine: Engine, file: string): Promise<Outcome> {
  let kinds: z.infer<typeof queriesFile>;
  try {
    kinds = queriesFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return failed('not-found', 'user', `no queries in ${file}`);
  }
  const measured: Record<string, number[]> = {};
  for (const [kind, queries] of Object.entries(kinds)) {
    const times: number[] = [];
    for (const query of queries) {
      const startedAt = performance.now();
      const page = await engine.call('search', { query, limit: FIRST_RESULTS });
      if (!page.ok) return page;
      times.push(Math.round((performance.now() - startedAt) * 1000) / 1000);
    }
    measured[kind] = times;
  }
  const median = (times: readonly number[]): number =>
    times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return said(
    measured,
    Object.entries(measured)
      .map(([kind, times]) => `${kind}: ${median(times)} ms (${times.length})`)
      .join('\n'),
  );
}
