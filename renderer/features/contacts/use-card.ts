// The card of one person as the engine has it, asked again when something about him moves; and who may be the same person, a
// moment later, for that takes a look at everybody.
import { useEffect, useState } from 'react';
import type { ContactCard, ContactSuggestion } from '../../../main/contract/contacts.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk } from '../../state/use-desk.tsx';

const REFRESH_PACE_MS = 250;
/** Who goes from conversation to conversation is not asked about each of them. */
const SUGGEST_AFTER_MS = 500;

type Shown = { readonly address: string; readonly card: ContactCard };
type Proposed = { readonly address: string; readonly suggestions: readonly ContactSuggestion[] };

export function useCard(address: string): {
  /** null until the first answer. */
  readonly card: ContactCard | null;
  readonly suggestions: readonly ContactSuggestion[];
} {
  const desk = useDesk();
  const [shown, setShown] = useState<Shown | null>(null);
  const [proposed, setProposed] = useState<Proposed | null>(null);
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      const card = await desk.client.call('contact.card', { address });
      // Erased meanwhile, say: then there is nothing to show, and nothing to complain of.
      if (isHere) setShown(card.ok ? { address, card: card.value } : null);
    };
    const propose = async (): Promise<void> => {
      const found = await desk.client.call('contact.suggestions', { address });
      if (isHere && found.ok) setProposed({ address, suggestions: found.value });
    };
    background(ask());
    const soon = later(REFRESH_PACE_MS, () => background(ask()), 'steady');
    const proposeSoon = later(SUGGEST_AFTER_MS, () => background(propose()));
    proposeSoon.soon();
    const stop = desk.client.onEvent(({ kind }) => {
      if (kind === 'conversations-changed' || kind === 'contacts-changed' || kind === 'events-missed') soon.soon();
      if (kind === 'contacts-changed' || kind === 'events-missed') proposeSoon.soon();
    });
    return () => {
      isHere = false;
      stop();
      soon.cancel();
      proposeSoon.cancel();
    };
  }, [desk, address]);
  return {
    // Those of the person before are not this one's.
    card: shown?.address === address ? shown.card : null,
    suggestions: proposed?.address === address ? proposed.suggestions : [],
  };
}
