// The answer of the fixture that needs a little reasoning: a search.
import { DAY_MS } from '../../main/domain/instant.ts';
import type { QueueItem, SearchFilter, SearchPage, TextPiece } from '../../main/contract/views.ts';

/** Reads some conditions, as the engine does: a person, a label, a span of days, and one that makes no sense. */
export function searchFixture(items: readonly QueueItem[], query: string): SearchPage {
  const filters: SearchFilter[] = [];
  const asWords = query.match(/\bvoor:\w+/g) ?? [];
  const wanted = query
    .replace(/(-?)(van|from):(\S+)/g, (text, minus: string, _, value: string) => {
      filters.push({ kind: 'from', text, value, isExcluded: minus !== '', span: null });
      return minus === '' ? value : '';
    })
    .replace(/(-?)(label|tag):(?:"([^"]*)"|(\S+))/g, (text, minus: string, _, quoted?: string, bare?: string) => {
      const value = quoted ?? bare ?? '';
      filters.push({ kind: 'tag', text, value, isExcluded: minus !== '', span: null });
      return minus === '' ? 'Sofie Vermeulen' : '';
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
      const inSubject = piecesOf(item.subject, wanted);
      return {
        conversation: item.conversation,
        message: item.conversation * 100,
        who: item.who,
        subject: item.subject,
        at: item.lastAt,
        score: 1,
        messages: item.messages,
        onCard: item.who === 'Sofie Vermeulen' ? 'Vermeulen Interieur' : null,
        inSubject: inSubject.length > 1 ? inSubject : [],
        snippet: piecesOf(item.preview, wanted),
      };
    }),
  };
}

function piecesOf(text: string, wanted: string): readonly TextPiece[] {
  const at = text.toLowerCase().indexOf(wanted);
  if (at < 0) return [{ text, isMatch: false }];
  return [
    { text: text.slice(0, at), isMatch: false },
    { text: text.slice(at, at + wanted.length), isMatch: true },
    { text: text.slice(at + wanted.length), isMatch: false },
  ];
}
