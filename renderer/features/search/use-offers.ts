// How what stands in the search field may go on: conditions and what stands behind them, labels in use, people one writes with.
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Completion } from '../../../main/contract/contacts.ts';
import { offersFor, personAsked } from '../../../main/domain/search/complete-search.ts';
import { background } from '../../client/background.ts';
import { oneAtATime } from '../../client/one-at-a-time.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { useTags } from '../../state/use-tags.ts';

export type Offer = { readonly shown: string; readonly help: string; readonly query: string };

const MOST_PEOPLE = 5;
const NOBODY: readonly Completion[] = [];

export function useOffers(query: string): readonly Offer[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const tags = useTags();
  const asked = personAsked(query);
  const people = usePeople(asked?.text ?? null);
  const said = offersFor(query, language, tags).map(({ shown, query: then, begins }): Offer => ({
    shown,
    help: begins === null ? '' : t(`search.help.${begins}`),
    query: then,
  }));
  if (asked === null) return said;
  return people.map(({ name, address }): Offer => ({
    shown: name === '' ? address : name,
    help: name === '' ? '' : address,
    query: asked.queryWith(address),
  }));
}

/** `text` null: nobody is asked for. */
function usePeople(text: string | null): readonly Completion[] {
  const desk = useDesk();
  const [found, setFound] = useState(NOBODY);
  const asker = useMemo(
    () =>
      oneAtATime(
        (words: string) => desk.client.call('contact.complete', { text: words, limit: MOST_PEOPLE }),
        (answer) => setFound(answer.ok ? answer.value : NOBODY),
        background,
      ),
    [desk],
  );
  useEffect(() => {
    asker.want(text);
    return () => asker.want(null);
  }, [text, asker]);
  return text === null ? NOBODY : found;
}
