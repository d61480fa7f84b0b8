// What is to be said of who sent a stored mail, reckoned when it is shown: the own server's habit and the owner's acquaintances
// change, and nothing of it is kept.
import type { MessageTrust } from '../../contract/remote-content.ts';
import type { MessageRowId } from '../../contract/views.ts';
import { senderProof } from '../../domain/mail-source/sender-proof.ts';
import { believedResults } from '../../domain/mail-source/server-habit.ts';
import { wholeDomainOf } from '../../domain/sender-trust/whole-domain.ts';
import { createAcquaintances, type Acquaintances } from '../../domain/sender-trust/acquaintances.ts';
import { senderDoubts, type Owner } from '../../domain/sender-trust/sender-doubts.ts';
import { accountChangedIn } from './accounts-named.ts';
import { createServerHabits, type ServerHabits } from '../mail-source/server-habits.ts';
import { findSource } from '../mail-source/source-facts.ts';
import { storedMail } from '../mail-source/take-as.ts';
import type { Clock } from '../ports/ports.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';

export type MessageTrustDeps = {
  readonly store: Store;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** How the owner signs. */
  readonly ownName: () => string;
};

/** Reading whom the owner wrote to takes some 60 ms at 50,000 messages: not at each message. */
const READ_AGAIN_MS = 5 * 60_000;

const NOTHING: MessageTrust = { doubts: [], pictures: { sender: '', alwaysOf: null, isKeepable: false, domain: null } };

/** null: there is no such message. */
export function createMessageTrust({
  store,
  clock,
  ownName,
}: MessageTrustDeps): (message: MessageRowId) => MessageTrust | null {
  let read: { readonly at: number; readonly habits: ServerHabits; readonly known: Acquaintances } | null = null;
  const knowledge = () => {
    const now = clock.monotonicMs();
    if (read === null || now - read.at > READ_AGAIN_MS) {
      read = {
        at: now,
        habits: createServerHabits(store),
        known: createAcquaintances(store.correspondents.all()),
      };
    }
    return read;
  };
  const owner = (): Owner => {
    const accounts = store.accounts.list();
    return {
      addresses: new Set(accounts.flatMap(({ addresses }) => addresses)),
      names: [ownName(), ...accounts.map(({ name }) => name)],
    };
  };

  /** The domain before the address: what is taken back then shows. */
  const always = (sender: string, isProven: boolean) => {
    const domain = isProven ? wholeDomainOf(sender) : null;
    const asked = domain === null ? [sender] : [`@${domain}`, sender];
    return { domain, alwaysOf: isProven ? (asked.find(store.remoteSenders.isAllowed) ?? null) : null };
  };

  return (message) => {
    const row = store.messages.get(message);
    if (row === null) return null;
    const account = store.accounts.get(row.account);
    if (row.direction === 'out' || account === null || !row.from.address.includes('@')) return NOTHING;
    const mail = storedMail(store, row);
    const found = findSource(mail);
    const { habits, known } = knowledge();
    const habit = habits.of(account);
    const proof = senderProof({ ...found, from: [row.from] }, habit);
    const sender = row.from.address.toLowerCase();
    const isKeepable = proof === 'proven';
    const doubts = senderDoubts(
      {
        from: row.from,
        replyTo: mail.replyTo,
        kind: row.kind,
        subject: row.subject,
        text: mail.text,
        proof,
        results: believedResults(found.authentication, habit),
        changed: accountChangedIn(store, row),
        isPassedOn: PASSED_ON.some((name) => Object.hasOwn(mail.headers, name)),
      },
      withCards(store, known),
      owner(),
    );
    return {
      doubts: isSaidAlready(store, row) ? doubts.filter(({ kind }) => kind !== 'not-from-there') : doubts,
      pictures: { sender, isKeepable, ...always(sender, isKeepable) },
    };
  };
}

/** RFC 2919, 2369, and what forwarders write (RFC 8617). */
const PASSED_ON: readonly string[] = ['list-id', 'list-post', 'mailing-list', 'arc-seal', 'x-forwarded-to'];

/** Who stands on one card with somebody he knows is known. */
const withCards = ({ contacts }: Pick<Store, 'contacts'>, known: Acquaintances): Acquaintances => ({
  ...known,
  isKnown: (address) => known.isKnown(address) || contacts.handlesOf(address.toLowerCase()).some(known.isKnown),
});

/** A network's notice that is refuted has its own line (mail-source). */
const isSaidAlready = (store: Pick<Store, 'sources'>, row: MessageRow): boolean =>
  store.sources.get(row.id)?.standing === 'refuted';
