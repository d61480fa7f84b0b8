// Finds messages by the owner's words: reads them, walks the index newest first, ranks, and shows of each hit the piece of text
// that was meant. Ranking by relevance is turned down: it must read every match, which at 500,000 messages takes 100 ms.
import type { CommandArgs } from '../../contract/commands.ts';
import type { SearchHit, SearchPage } from '../../contract/views.ts';
import { momentAt } from '../../domain/queue/section.ts';
import { calledBy } from '../contacts/called.ts';
import { createCardWords, type CardWords } from '../contacts/card-words.ts';
import type { Clock } from '../ports/ports.ts';
import type { SettingsDesk } from '../settings/settings.ts';
import type { FoundMessage, SearchConditions } from '../store/search-rows.ts';
import type { Store } from '../store/store.ts';
import { rankHits } from './rank-hits.ts';
import { readSearchWords, type OnCard } from './search-words.ts';
import { holdsAll, snippetOf } from './snippet.ts';

export type SearchDeps = {
  readonly store: Pick<Store, 'fullText' | 'bodies' | 'contacts' | 'conversations'>;
  /** Left out: as the cards stand now. */
  readonly cards?: Pick<CardWords, 'meant' | 'bearing' | 'vips'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly settings: Pick<SettingsDesk, 'get' | 'officeHours'>;
};

export type Search = (args: CommandArgs<'search'>) => SearchPage;

export function createSearch({ store, cards = createCardWords(store), clock, settings }: SearchDeps): Search {
  return ({ query, limit, byConversation = false, isTyping = false }) => {
    const now = clock.now();
    const { zone } = settings.get().officeHours;
    const { wordsFrom } = store.fullText;
    const read = readSearchWords(query, { now, zone, isTyping, wordsFrom, cards });
    const moment = momentAt(now, settings.officeHours(now));
    const walk = (conditions: SearchConditions) => store.fullText.walk(conditions, moment);
    const { conditions, lifted } = read;
    const isOnCard = (term: OnCard['term'], names: string): boolean =>
      read.onCards.some((on) => on.term === term && cardIn(on, names) !== null);
    const found = read.isEmpty
      ? NOTHING
      : rankHits(
          {
            all: () => walk(conditions),
            lifted: lifted === null ? null : (since) => walk({ ...lifted, after: Math.max(since, lifted.after ?? 0) }),
            isLifted: (hit) => {
              const names = store.fullText.namesOn(hit.message);
              return read.terms.every((term) => holdsAll(`${hit.subject}\n${names}`, [term]) || isOnCard(term, names));
            },
          },
          (hit) => (byConversation ? hit.conversation : hit.message),
          limit,
        );
    const hitOf = ({ from, ...hit }: FoundMessage, index: number): SearchHit => {
      const text = store.bodies.text(hit.message);
      const inSubject = snippetOf(hit.subject, read.terms);
      const customer = byConversation ? store.conversations.get(hit.conversation)?.customer : undefined;
      return {
        ...hit,
        who: calledBy(store, customer ?? from),
        // The ranking said in a number; only its order means something.
        score: 1 / (1 + index),
        messages: store.fullText.messagesIn(hit.conversation),
        onCard: onCardOf(read.onCards, store.fullText.namesOn(hit.message), `${hit.subject}\n${text}`),
        inSubject: inSubject.some(({ isMatch }) => isMatch) ? inSubject : [],
        snippet: snippetOf(text, read.terms),
      };
    };
    return {
      hits: found.hits.map(hitOf),
      hasMore: found.hasMore,
      filters: read.filters,
      asWords: read.asWords,
      ...store.fullText.counts(),
    };
  };
}

const NOTHING = { hits: [], hasMore: false } as const;

/** The card that bears an address of somebody on the message. `names`: see namesOn. */
const cardIn = ({ cards }: OnCard, names: string) =>
  cards.find(({ addresses }) => addresses.some((one) => `${names.toLowerCase()}\n`.includes(` ${one}\n`))) ?? null;

/** What of his card was meant; null: the message says it itself. */
function onCardOf(onCards: readonly OnCard[], names: string, words: string): string | null {
  for (const on of onCards) {
    const card = on.cards.length === 0 ? null : cardIn(on, names);
    if (card !== null && !holdsAll(`${names}\n${words}`, [on.term])) return card.said(on.term.words);
  }
  return null;
}
