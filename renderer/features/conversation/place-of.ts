// Of the places where words stand in a conversation, counted from its beginning: which message, and which place in it.
import type { FoundInMessage } from '../../../main/contract/story.ts';
import type { MessageRowId } from '../../../main/contract/views.ts';

/** The message of the so manieth place, counted from 1, and which one it is there, counted from 0. */
export function placeOf(
  found: readonly FoundInMessage[],
  place: number,
): { readonly message: MessageRowId; readonly nth: number } | null {
  let nth = place - 1;
  if (nth < 0) return null;
  for (const { message, count } of found) {
    if (nth < count) return { message, nth };
    nth -= count;
  }
  return null;
}
