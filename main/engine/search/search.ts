// Finds messages by the owner's words: newest first, because row ids follow arrival and the index is walked backwards until
// the page is full. Ranking by relevance is turned down: it must read every match, which at 500,000 messages takes 100 ms.
import type { CommandArgs } from '../../contract/commands.ts';
import type { SearchPage } from '../../contract/views.ts';
import type { ZoneName } from '../../domain/instant.ts';
import type { Store } from '../store/store.ts';
import { readSearchWords } from './search-words.ts';
import { snippetOf } from './snippet.ts';

export type SearchDeps = {
  readonly store: Pick<Store, 'fullText' | 'bodies'>;
  readonly zone: () => ZoneName;
};

export type Search = (args: CommandArgs<'search'>) => SearchPage;

export function createSearch({ store, zone }: SearchDeps): Search {
  return ({ query, limit }) => {
    const { conditions, terms, isEmpty } = readSearchWords(query, zone());
    const found = isEmpty ? [] : store.fullText.find(conditions, limit);
    return {
      hits: found.map(({ conversation, message, who, subject, at }, index) => ({
        conversation,
        message,
        who,
        subject,
        at,
        // Newest first is the whole ranking; the score says the same in a number.
        score: 1 / (1 + index),
        snippet: snippetOf(store.bodies.text(message), terms),
      })),
      ...store.fullText.counts(),
    };
  };
}
