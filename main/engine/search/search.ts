// Finds messages by the owner's words: reads them, walks the index newest first, ranks, and shows of each hit the piece of text
// that was meant. Ranking by relevance is turned down: it must read every match, which at 500,000 messages takes 100 ms.
import type { CommandArgs } from '../../contract/commands.ts';
import type { SearchPage } from '../../contract/views.ts';
import { momentAt } from '../../domain/queue/section.ts';
import { calledBy } from '../contacts/called.ts';
import type { Clock } from '../ports/ports.ts';
import type { SettingsDesk } from '../settings/settings.ts';
import type { SearchConditions } from '../store/search-rows.ts';
import type { Store } from '../store/store.ts';
import { rankHits } from './rank-hits.ts';
import { readSearchWords } from './search-words.ts';
import { holdsAll, snippetOf } from './snippet.ts';

export type SearchDeps = {
  readonly store: Pick<Store, 'fullText' | 'bodies' | 'contacts' | 'conversations'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly settings: Pick<SettingsDesk, 'get' | 'officeHours'>;
};

export type Search = (args: CommandArgs<'search'>) => SearchPage;

export function createSearch({ store, clock, settings }: SearchDeps): Search {
  return ({ query, limit, byConversation = false, isTyping = false }) => {
    const now = clock.now();
    const { zone } = settings.get().officeHours;
    const { wordsFrom } = store.fullText;
    const read = readSearchWords(query, { now, zone, isTyping, wordsFrom });
    const moment = momentAt(now, settings.officeHours(now));
    const walk = (conditions: SearchConditions) => store.fullText.walk(conditions, moment);
    const { conditions, lifted } = read;
    const found = read.isEmpty
      ? NOTHING
      : rankHits(
          {
            all: () => walk(conditions),
            lifted: lifted === null ? null : (since) => walk({ ...lifted, after: Math.max(since, lifted.after ?? 0) }),
            isLifted: (hit) => holdsAll(`${hit.subject}\n${store.fullText.namesOn(hit.message)}`, read.terms),
          },
          (hit) => (byConversation ? hit.conversation : hit.message),
          limit,
        );
    return {
      hits: found.hits.map(({ from, ...hit }, index) => ({
        ...hit,
        who: calledBy(store, byConversation ? (store.conversations.get(hit.conversation)?.customer ?? from) : from),
        // The ranking said in a number; only its order means something.
        score: 1 / (1 + index),
        messages: store.fullText.messagesIn(hit.conversation),
        snippet: snippetOf(store.bodies.text(hit.message), read.terms),
      })),
      hasMore: found.hasMore,
      filters: read.filters,
      asWords: read.asWords,
      ...store.fullText.counts(),
    };
  };
}

const NOTHING = { hits: [], hasMore: false } as const;
