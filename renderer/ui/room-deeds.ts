// What a room can do of its own while it is on screen, by name. Which keys these are, the window knows (app/keys.ts): a room says
// only what happens.
import { createContext, useContext, useEffect } from 'react';

/** Decisions of the evening review; their keys mean this there, and something else elsewhere. */
export const REVIEW_DEEDS = [
  'review-answer',
  'review-plan',
  'review-later',
  'review-no-answer',
  'review-skip',
  'review-undo',
] as const;
export type ReviewDeed = (typeof REVIEW_DEEDS)[number];

/** Beside its own: what the keys of a list do in this room. */
export type RoomDeeds = Partial<Readonly<Record<ReviewDeed | 'next' | 'previous' | 'open' | 'leave', () => void>>>;

/** Claims the keys until what it answers is called. */
export const RoomKeys = createContext<(deeds: RoomDeeds) => () => void>(() => () => {});

export function useRoomDeeds(deeds: RoomDeeds): void {
  const claim = useContext(RoomKeys);
  // At each drawing: the deeds are about what is shown now.
  useEffect(() => claim(deeds));
}
