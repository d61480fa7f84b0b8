// The two answers of the fixture that need a little reasoning: a filled reply and a search.
import { DAY_MS } from '../../main/domain/instant.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { CannedReply, FilledReply, QueueItem, SearchFilter, SearchPage } from '../../main/contract/views.ts';

export function fillFixture(
  reply: CannedReply | undefined,
  item: QueueItem | undefined,
  answers: Readonly<Record<string, string>>,
): Result<FilledReply> {
  if (reply === undefined || item === undefined) return failed('not-found', 'never', 'fixture');
  const questions: string[] = [];
  const missing: string[] = [];
  const text = (reply.texts.nl ?? '').replaceAll(/\{\{([^}]+)\}\}/g, (whole, field: string) => {
    if (field === 'klant.voornaam') return item.who.split(' ')[0] ?? whole;
    if (field.startsWith('?')) {
      questions.push(field.slice(1));
      return answers[field.slice(1)] ?? whole;
    }
    missing.push(field);
    return whole;
  });
  return ok({ text, questions, missing });
}

/** Reads three conditions, as the engine does: a person, a span of days, and one that makes no sense. */
export function searchFixture(items: readonly QueueItem[], query: string): SearchPage {
  const filters: SearchFilter[] = [];
  const asWords = query.match(/\bvoor:\w+/g) ?? [];
  const wanted = query
    .replace(/(-?)(van|from):(\S+)/g, (text, minus: string, _, value: string) => {
      filters.push({ kind: 'from', text, value, isExcluded: minus !== '', span: null });
      return minus === '' ? value : '';
    })
    .replace(/(?:op|on):(vorige week|last week)/g, (text, value: string) => {
      const from = Date.parse('2026-05-03T22:00:00Z');
      filters.push({ kind: 'on', text, value, isExcluded: false, span: { from, until: from + 7 * DAY_MS } });
      return '';
    })
    .replace(/\bvoor:/g, '')
    .trim()
    .toLowerCase();
  const found = items.filter((item) => `${item.who} ${item.subject} ${item.preview}`.toLowerCase().includes(wanted));
  return {
    indexed: 4_812,
    messages: 4_812,
    hasMore: false,
    filters,
    asWords,
    hits: found.map((item) => {
      const at = item.preview.toLowerCase().indexOf(wanted);
      const snippet =
        at < 0
          ? [{ text: item.preview, isMatch: false }]
          : [
              { text: item.preview.slice(0, at), isMatch: false },
              { text: item.preview.slice(at, at + wanted.length), isMatch: true },
              { text: item.preview.slice(at + wanted.length), isMatch: false },
            ];
      return {
        conversation: item.conversation,
        message: item.conversation * 100,
        who: item.who,
        subject: item.subject,
        at: item.lastAt,
        score: 1,
        messages: item.messages,
        snippet,
      };
    }),
  };
}
