// Is the file sound, and how much is in it: for `balie check` and for a look after a crash. Reads only.
import type { DeliveryState } from '../../contract/views.ts';
import type { Database } from './database.ts';

export type DeskCheck = {
  /** "ok", or SQLite's own words on the first things that are wrong. Reads every page. */
  readonly soundness: () => string;
  /** The same, and whether search can find every message. */
  readonly integrity: () => string;
  readonly counts: () => {
    readonly messages: number;
    readonly conversations: number;
    readonly outbox: Readonly<Record<DeliveryState, number>>;
  };
};

export function createDeskCheck(db: Database): DeskCheck {
  const countMessages = db.prepare<[], number>('SELECT COUNT(*) FROM message').pluck();
  const countIndexed = db.prepare<[], number>('SELECT COUNT(*) FROM message_fts').pluck();
  const countConversations = db.prepare<[], number>('SELECT COUNT(*) FROM conversation').pluck();
  const countDeliveries = db.prepare<[], { readonly state: DeliveryState; readonly number: number }>(
    'SELECT state, COUNT(*) AS number FROM delivery GROUP BY state',
  );
  const soundness = (): string => {
    const pages = db.pragma('integrity_check(5)') as readonly { readonly integrity_check: string }[];
    const orphans = db.pragma('foreign_key_check') as readonly { readonly table: string }[];
    const words = pages.map((row) => row.integrity_check).join('; ');
    if (words !== 'ok') return words;
    return orphans.length === 0
      ? 'ok'
      : `${orphans.length} rows without their owner, first in ${orphans[0]?.table ?? ''}`;
  };
  return {
    soundness,
    integrity: () => {
      const words = soundness();
      const messages = countMessages.get() ?? 0;
      const indexed = countIndexed.get() ?? 0;
      if (words !== 'ok' || indexed === messages) return words;
      return `${messages} messages, ${indexed} of them in the full-text index`;
    },
    counts: () => {
      const outbox = { queued: 0, sending: 0, sent: 0, failed: 0, unknown: 0 };
      for (const { state, number } of countDeliveries.all()) outbox[state] = number;
      return { messages: countMessages.get() ?? 0, conversations: countConversations.get() ?? 0, outbox };
    },
  };
}
