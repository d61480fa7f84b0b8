// Ingest's hand in this room: what a message that comes in stands for, and another look at those that could not be believed once
// the own mail server turns out to vouch for senders.
import type { AccountId, ConversationId } from '../../contract/views.ts';
import { sourceFor } from '../ingest/prepared-mail.ts';
import type { Arriving } from '../ingest/recognise.ts';
import type { Store } from '../store/store.ts';
import { createServerHabits, type ServerHabits } from './server-habits.ts';
import { takeAs, weighStored } from './take-as.ts';
import { weighSource, type Weighed } from './weigh-source.ts';

export type Sourced = Arriving & { readonly source: Weighed | null };

export type SourceDesk = {
  readonly habits: ServerHabits;
  /** For the messages of one batch. */
  readonly begin: () => (arriving: Arriving) => Sourced;
  /** After a batch is stored; answers the conversations that came out otherwise. */
  readonly end: (accounts: readonly AccountId[]) => readonly ConversationId[];
};

/** What waits to be believed longer than so many mails ago is history by now. */
const MOST_AGAIN = 500;

export function createSourceDesk(store: Store): SourceDesk {
  const habits = createServerHabits(store);
  const lookedAgain = new Map<AccountId, string>();
  return {
    habits,
    begin: () => {
      const rules = store.sources.rules();
      return (arriving) => {
        const { message, account, own, direction } = arriving;
        if (direction === 'out' || account.connector === 'manual') return { ...arriving, source: null };
        const { mail } = message;
        const source = weighSource(mail, sourceFor(mail), { account, own, rules, habits });
        if (source === null) return { ...arriving, source };
        const { claim, isBelieved, kind, behind } = source;
        const read = isBelieved ? { ...mail, kind, replyTo: behind } : { ...mail, kind };
        return {
          ...arriving,
          source,
          message: { ...message, channel: isBelieved ? claim.channel : message.channel, mail: read },
        };
      };
    },
    end: (accounts) => {
      for (const account of accounts) habits.stored(account, 1);
      return [...new Set(accounts)].flatMap((id) => {
        const isWaiting = store.sources.withStanding(id, 'unproven', 1).length > 0;
        const account = isWaiting ? store.accounts.get(id) : null;
        if (account === null) return [];
        const habit = habits.of(account).join(' ');
        if (habit === '' || lookedAgain.get(id) === habit) return [];
        lookedAgain.set(id, habit);
        return store.sources.withStanding(id, 'unproven', MOST_AGAIN).flatMap((row) => {
          const weighed = weighStored(store, row, { habits, rules: [] });
          return weighed === null || weighed.standing === 'unproven' ? [] : takeAs(store, row, weighed);
        });
      });
    },
  };
}
