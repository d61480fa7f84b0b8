// What the palette offers for the words typed: actions, conversations, customers and saved replies. In the order in which they are shown.
import { useTranslation } from 'react-i18next';
import { useSearch } from '../features/search/use-search.ts';
import { usePausedUntil } from '../features/settings/use-pause.ts';
import { matchCanned } from '../../main/domain/canned/find.ts';
import { useFacts, useLanguage } from '../state/use-desk.tsx';
import { actionWords } from './action-words.ts';
import { isAction, type Actions } from './actions.ts';
import { KEY_RULES } from './keys.ts';
import { useBindings } from './use-keys.ts';
import { useCompletions } from './use-completions.ts';

export const ENTRY_KINDS = ['actions', 'conversations', 'contacts', 'canned'] as const;
export type PaletteEntry = {
  readonly id: string;
  readonly kind: (typeof ENTRY_KINDS)[number];
  readonly words: string;
  readonly more: string;
  readonly keys: readonly string[];
  readonly act: () => void;
};

/** What fits on one sheet; another letter narrows it down. */
const MOST_ACTIONS = 7;
const MOST = 5;

export function usePaletteEntries(actions: Actions, query: string): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const bindings = useBindings();
  const isPaused = usePausedUntil() !== null;
  const words = query.trim();
  const { page } = useSearch(words, MOST);
  const people = useCompletions(words, MOST);
  const canned = useFacts((facts) => facts.canned);

  const named = KEY_RULES.flatMap(({ action }) => (isAction(action) ? [action] : []))
    .filter((action) => action !== 'palette' && (!isAboutPause(action) || isPauseable(action)))
    .map((action): PaletteEntry & { readonly fit: number } => {
      const shown = actionWords(t, language, action);
      return {
        id: action,
        kind: 'actions',
        words: shown,
        more: '',
        keys: bindings.keysOf(action),
        act: () => actions.run(action),
        fit: fitOf(words, shown),
      };
    })
    .filter(({ fit }) => fit > 0);
  if (words === '') return named;
  // Sorting is stable: equals stay as they stand in help.
  const found = named.toSorted((a, b) => b.fit - a.fit).slice(0, MOST_ACTIONS);
  const conversations = (page?.hits ?? []).map((hit): PaletteEntry => ({
    id: `conversation-${hit.conversation}`,
    kind: 'conversations',
    words: hit.who,
    more: hit.subject,
    keys: [],
    act: () => actions.openConversation(hit.conversation, hit.message),
  }));
  const searching: PaletteEntry = {
    id: 'search-for',
    kind: 'conversations',
    words: t('keys.searchFor', { words }),
    more: '',
    keys: [],
    act: () => actions.searchFor(words),
  };
  const contacts = people.map(({ name, address }): PaletteEntry => ({
    id: `contact-${address}`,
    kind: 'contacts',
    words: name === '' ? address : name,
    more: name === '' ? '' : address,
    keys: [],
    act: () => actions.openContact(address),
  }));
  const replies = matchCanned(words, canned)
    .slice(0, MOST)
    .map(({ reply }): PaletteEntry => ({
      id: `canned-${reply.id}`,
      kind: 'canned',
      words: reply.title,
      more: `/${reply.code}`,
      keys: [],
      act: () => actions.insertCanned(reply.id),
    }));
  // What stands first does not depend on how quickly the engine answers.
  return [...found, searching, ...conversations, ...contacts, ...replies];

  function isPauseable(action: string): boolean {
    return (action === 'pause-over') === isPaused;
  }
}

const isAboutPause = (action: string): boolean => action.startsWith('pause-');

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** 0: not every word typed is in it. More where words begin with what was typed. */
function fitOf(typed: string, shown: string): number {
  const words = plain(shown).split(/[^\p{L}\p{N}]+/u);
  const wanted = plain(typed).split(/\s+/);
  if (!wanted.every((one) => plain(shown).includes(one))) return 0;
  return 1 + wanted.filter((one) => words.some((word) => word.startsWith(one))).length;
}
