// Takes the one next step of one delivery: an attempt to send, a look for it in Sent, the filing of its copy, or the second look at
// that copy. Each state is on disk before the step it names. Which delivery is next, and when, is sender.ts; what a result means is
// decided in next-step.ts.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { AccountId, DeliveryId } from '../../contract/views.ts';
import type { Connector, OutgoingMail, SendOutcome, SentTrace } from '../channels/connector.ts';
import { withBcc } from '../channels/email/compose.ts';
import type { Ports } from '../ports/ports.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { DeliveryChange, DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';
import {
  afterAttempt,
  afterFiling,
  afterLookup,
  afterSecondLook,
  isLastFilingLook,
  stillToReach,
} from './next-step.ts';

export type StepDeps = {
  readonly store: Pick<Store, 'deliveries' | 'habits' | 'mailboxes' | 'messages'>;
  readonly ports: Pick<Ports, 'clock' | 'random' | 'log'>;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'send' | 'findSent' | 'fileSent' | 'withdrawCopy'>;
  readonly passwordFor: (account: AccountRow) => Promise<Result<string>>;
  /** Writes what a step came to, if the row still stands as it was seen. False: somebody else was first. */
  readonly write: (seen: DeliveryRow, change: DeliveryChange) => boolean;
  /** Lets the account's other messages wait as well: until it has a password, until the next attempt, or no longer. */
  readonly rest: (
    account: AccountId,
    until: 'password' | 'next-attempt' | 'a-while' | 'no-longer',
    row: DeliveryId,
  ) => void;
  readonly isStopped: () => boolean;
};

export type Flight = { readonly abort: AbortController; readonly hasBodyStarted: boolean };

export type DeliverySteps = {
  readonly take: (account: AccountRow, row: DeliveryRow) => Promise<void>;
  /** Messages that are being sent by this process now. */
  readonly flights: () => ReadonlyMap<DeliveryId, Flight>;
};

export function createDeliverySteps(deps: StepDeps): DeliverySteps {
  const { store, ports, write, connectorFor } = deps;
  const { clock } = ports;
  const flights = new Map<DeliveryId, { readonly abort: AbortController; hasBodyStarted: boolean }>();
  const jitter = (): number => ports.random.fraction();

  const attempt = async (account: AccountRow, queued: DeliveryRow): Promise<void> => {
    const password = await deps.passwordFor(account);
    if (deps.isStopped()) return;
    if (!password.ok) {
      deps.rest(account.id, 'password', queued.id);
      write(queued, { error: password.error, nextAttemptAt: null });
      return;
    }
    const mail = mailOf(queued);
    const claimed = { state: 'sending', attempts: queued.attempts + 1, nextAttemptAt: null } as const;
    // Undone, or taken by somebody else, while the keychain was asked.
    if (mail === null || !write(queued, claimed)) return;
    const sending: DeliveryRow = { ...queued, ...claimed };
    const flight = { abort: new AbortController(), hasBodyStarted: false };
    flights.set(queued.id, flight);
    const markBody = (): void => {
      if (!store.deliveries.markBodyStarted(sending)) throw new Error('this delivery is no longer ours to send');
      flight.hasBodyStarted = true;
    };
    try {
      const outcome = await send(account, password.value, mail, markBody, flight.abort.signal);
      // What happened is told by our own mark too: an outcome that denies a body that left must not lead to a second one.
      const seen = { ...sending, bodyStarted: flight.hasBodyStarted };
      if (!write(seen, afterAttempt(seen, outcome, clock.now(), jitter()))) {
        // Taken for lost meanwhile. What the server said still counts, and only for this very attempt.
        const doubted = store.deliveries.get(queued.id);
        const isOurs = doubted?.state === 'unknown' && doubted.attempts === seen.attempts;
        if (isOurs && outcome.kind !== 'unknown') write(doubted, afterAttempt(doubted, outcome, clock.now(), jitter()));
      }
      // Where the owner must do something, the account's other messages would only get the same no.
      if (outcome.kind !== 'try-later') deps.rest(account.id, 'no-longer', queued.id);
      else deps.rest(account.id, outcome.error.retry === 'user' ? 'next-attempt' : 'a-while', queued.id);
    } finally {
      flights.delete(queued.id);
    }
  };

  const send = async (
    account: AccountRow,
    password: string,
    mail: OutgoingMail,
    markBody: () => void,
    signal: AbortSignal,
  ): Promise<SendOutcome> => {
    let isMarked = false;
    const onBodyStart = (): void => {
      markBody();
      isMarked = true;
    };
    try {
      return await connectorFor(account).send(account, password, mail, onBodyStart, signal);
    } catch (error) {
      ports.log('error', 'sending threw', { error: error instanceof Error ? error.message : String(error) });
      const internal = failed('internal', 'auto', 'the channel broke down while sending').error;
      return { kind: isMarked ? 'unknown' : 'try-later', error: internal };
    }
  };

  const look = async (account: AccountRow, row: DeliveryRow): Promise<void> => {
    if (row.accepted.length > 0) {
      // The second attempt, for the rest of the recipients: what is found is the copy of the first, and proves nothing.
      write(row, { nextAttemptAt: null });
      return;
    }
    const here = traceHere(row);
    const found =
      here === 'nowhere'
        ? await visit(account, (password) => connectorFor(account).findSent(account, password, row.messageId))
        : ok(here);
    write(row, afterLookup(row, found, clock.now(), jitter()));
  };

  /** What sync brought already: our own row has a place then, or somebody has answered what he can only have received. */
  const traceHere = (row: DeliveryRow): SentTrace => {
    const roles = store.mailboxes
      .placesOf(row.messageRow)
      .map((place) => store.mailboxes.get(place.mailboxId)?.role)
      // What another program of the owner has as a draft was not sent by that.
      .filter((role) => role !== 'drafts');
    if (roles.some((role) => role !== 'inbox')) return 'filed';
    const isAnswered = store.messages.referringTo(row.messageId).length > 0;
    return roles.length > 0 || isAnswered ? 'arrived' : 'nowhere';
  };

  const file = async (account: AccountRow, row: DeliveryRow): Promise<void> => {
    const sent = mailOf(row);
    const { bcc } = store.messages.people(row.messageRow);
    const mail = sent === null ? null : { ...sent, raw: withBcc(sent.raw, bcc) };
    const { filesSent } = store.habits.get(account.id);
    const wish = { filesSent, isLastLook: isLastFilingLook(row) };
    const filing =
      mail === null
        ? failed('internal', 'never', 'the message is gone')
        : await visit(account, (password) => connectorFor(account).fileSent(account, password, mail, wish));
    write(row, afterFiling(row, filing, filesSent !== null, clock.now(), jitter()));
  };

  const lookAgain = async (
    account: AccountRow,
    row: DeliveryRow,
    place: NonNullable<DeliveryRow['copyPlace']>,
  ): Promise<void> => {
    const looked = await visit(account, (password) =>
      connectorFor(account).withdrawCopy(account, password, row.messageId, place),
    );
    if (write(row, afterSecondLook(row, looked, clock.now(), jitter())) && looked.ok) {
      store.habits.learn(account.id, { filesSent: looked.value === 'withdrawn' ? 'server' : 'client' });
    }
  };

  const visit = async <T>(
    account: AccountRow,
    errand: (password: string) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const password = await deps.passwordFor(account);
    if (!password.ok) return failed(password.error.code, 'auto', password.error.detail);
    try {
      return await errand(password.value);
    } catch (error) {
      ports.log('error', 'visiting Sent threw', { error: error instanceof Error ? error.message : String(error) });
      return failed('internal', 'auto', 'the channel broke down at the Sent folder');
    }
  };

  const mailOf = (row: DeliveryRow): OutgoingMail | null => {
    const raw = store.deliveries.raw(row.id);
    return raw === null ? null : { messageId: row.messageId, sender: row.sender, recipients: stillToReach(row), raw };
  };

  return {
    flights: () => flights,
    take: (account, row) => {
      if (row.state === 'queued') return attempt(account, row);
      if (row.state === 'unknown') return look(account, row);
      return row.copyPlace === null ? file(account, row) : lookAgain(account, row, row.copyPlace);
    },
  };
}
