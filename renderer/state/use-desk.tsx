// How components reach the desk: one context, and small hooks that follow one part of it.
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import type { Instant } from '../../main/domain/instant.ts';
import { createMoments, type Moments } from '../i18n/moments.ts';
import type { OpenConversation } from './conversation.ts';
import { languageOf, type DeskFacts } from './desk-facts.ts';
import type { Desk } from './desk.ts';
import type { Place } from './place.ts';
import type { Queue } from './queue.ts';
import type { Reading } from './reading.ts';

const DeskContext = createContext<Desk | null>(null);
const MomentsContext = createContext<Moments | null>(null);

export function DeskProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  return (
    <DeskContext value={desk}>
      <SharedMoments>{children}</SharedMoments>
    </DeskContext>
  );
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk outside DeskProvider');
  return desk;
}

export const useFacts = <T,>(pick: (facts: DeskFacts) => T): T => useStore(useDesk().facts, pick);
export const usePlace = <T,>(pick: (place: Place) => T): T => useStore(useDesk().place, pick);
export const useQueue = <T,>(pick: (queue: Queue) => T): T => useStore(useDesk().queue.store, pick);
export const useReading = <T,>(pick: (reading: Reading) => T): T => useStore(useDesk().reading.store, pick);
export const useConversation = <T,>(pick: (open: OpenConversation) => T): T =>
  useStore(useDesk().conversation.store, pick);

export const useLanguage = (): UiLanguage => useFacts(languageOf);
export const useNow = (): Instant => useFacts(({ now }) => now);
export const useZone = (): string => useFacts(({ settings }) => settings.officeHours.zone);

/** One set of formats for the whole window: to make one anew for every row of a list is what a list is slow by. */
function SharedMoments({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const zone = useZone();
  const now = useNow();
  const moments = useMemo(() => createMoments(language, zone, now), [language, zone, now]);
  return <MomentsContext value={moments}>{children}</MomentsContext>;
}

/** Words for moments, fresh as the clock moves on. */
export function useMoments(): Moments {
  const moments = useContext(MomentsContext);
  if (moments === null) throw new Error('useMoments outside DeskProvider');
  return moments;
}
