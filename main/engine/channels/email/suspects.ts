// Remembers, for as long as an account is watched, which messages were on their way when a connection broke. A message that breaks
// it each time (a literal that is too large, mail that brings the server's own process down) is found by asking for the suspects
// one by one, after all others; the rest of the mailbox does not wait for it.
import type { Failure } from '../../../contract/errors.ts';

export type Suspects = {
  /** These were asked for together when the connection broke. */
  readonly blame: (mailboxId: number, uids: readonly number[], error: Failure) => void;
  /** A break while it was unknown which messages were on their way. */
  readonly blameUnknown: (mailboxId: number) => void;
  /** New mail is to be listed before it is fetched. */
  readonly isWary: (mailboxId: number) => boolean;
  /** To be asked for alone. */
  readonly isSuspect: (mailboxId: number, uid: number) => boolean;
  /** What the card says that is shown instead of a message that broke the connection alone, and so often; null: not guilty. */
  readonly verdict: (mailboxId: number, uid: number) => 'too-large' | 'not-fetched' | null;
  readonly clear: (mailboxId: number, uids: readonly number[]) => void;
};

/** One break may be chance: a line is cut at any moment. After the second one the messages that were under way are tried apart. */
const GROUP_BREAKS = 2;
/** Alone, and still the connection breaks: that is no chance. */
const SINGLE_BREAKS = 3;

export function createSuspects(): Suspects {
  const inGroup = new Map<string, number>();
  const alone = new Map<string, number>();
  const tooLarge = new Set<string>();
  const wary = new Set<number>();
  const key = (mailboxId: number, uid: number): string => `${mailboxId} ${uid}`;
  const add = (counts: Map<string, number>, at: string, breaks: number): void => {
    counts.set(at, (counts.get(at) ?? 0) + breaks);
  };
  return {
    blame: (mailboxId, uids, error) => {
      // The library refused a literal: the very message is among these, no chance involved.
      const isCertain = error.code === 'message-too-large';
      for (const uid of uids) {
        const at = key(mailboxId, uid);
        if (uids.length === 1) add(alone, at, isCertain ? SINGLE_BREAKS : 1);
        if (uids.length === 1 && isCertain) tooLarge.add(at);
        add(inGroup, at, isCertain ? GROUP_BREAKS : 1);
      }
    },
    blameUnknown: (mailboxId) => void wary.add(mailboxId),
    isWary: (mailboxId) => wary.has(mailboxId),
    isSuspect: (mailboxId, uid) => (inGroup.get(key(mailboxId, uid)) ?? 0) >= GROUP_BREAKS,
    verdict: (mailboxId, uid) => {
      const at = key(mailboxId, uid);
      if ((alone.get(at) ?? 0) < SINGLE_BREAKS) return null;
      return tooLarge.has(at) ? 'too-large' : 'not-fetched';
    },
    clear: (mailboxId, uids) => {
      wary.delete(mailboxId);
      for (const uid of uids) {
        inGroup.delete(key(mailboxId, uid));
        alone.delete(key(mailboxId, uid));
        tooLarge.delete(key(mailboxId, uid));
      }
    },
  };
}
