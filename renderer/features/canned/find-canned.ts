// Which saved replies fit what was typed after "/": every word must be found in code, title, tag or text; a code that
// begins with it comes first, then titles, then the rest by how often they are used.
import type { CannedReply } from '../../../main/contract/views.ts';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function findCanned(replies: readonly CannedReply[], typed: string): readonly CannedReply[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const [first = ''] = words;
  const place = (reply: CannedReply): number => {
    if (plain(reply.code).startsWith(first)) return 0;
    return plain(reply.title).includes(first) ? 1 : 2;
  };
  return replies
    .filter((reply) => {
      const whole = plain([reply.code, reply.title, ...reply.tags, ...Object.values(reply.texts)].join('\n'));
      return words.every((word) => whole.includes(word));
    })
    .toSorted((a, b) => place(a) - place(b) || b.usedCount - a.usedCount || a.title.localeCompare(b.title));
}
