// Erases a person from the desk so that no byte of the data folder tells of him: first from the server if that was asked for, then
// from the desk in one transaction, then from what remains behind: the search index, free pages, the log, copies. If it is cut
// short after the transaction, the cleaning is done at the next start.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { ErasureOutlook, ErasureReport } from '../../contract/own-data.ts';
import type { AccountId, ConversationId, MessageRowId } from '../../contract/views.ts';
import { forgetProposalsOf } from '../canned/answer-mining.ts';
import { unlearnMessage } from '../canned/canned-use.ts';
import type { Connector, MailPlace } from '../channels/connector.ts';
import type { Clock, Random, Timers } from '../ports/ports.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { Store } from '../store/store.ts';
import { blackenFor, needlesFor } from './blacken.ts';
import { findMentions } from './find-mentions.ts';
import { personAt, touchedBy, type Person, type Touched } from './person.ts';
import { indexAnew } from '../search/index-stored.ts';
import { rewriteMessage } from './rewrite.ts';
import { cleanLogs, copiesHolding, filesNaming, renewBackups } from './traces-on-disk.ts';

export type EraseDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly settle: (conversations: readonly ConversationId[]) => void;
  readonly emit: (event: EngineEvent) => void;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'removeForGood'>;
  readonly passwordFor: (account: AccountRow) => Promise<Result<string>>;
  /** Where the desk lies; null in memory. */
  readonly places: { readonly desk: string; readonly dataFolder: string; readonly logFolder: string } | null;
};

export async function lookAtPerson(deps: EraseDeps, address: string): Promise<Result<ErasureOutlook>> {
  const found = await find(deps, address);
  if (!found.ok) return found;
  const { person, touched, others } = found.value;
  const instants = [...touched.goes].flatMap((id) => deps.store.messages.get(id)?.at ?? []);
  return ok({
    address: person.address,
    addresses: [person.address, ...person.addresses.filter((one) => one !== person.address)],
    names: person.names,
    conversations: touched.conversations.size,
    messages: touched.goes.size,
    others: others.size,
    oldestAt: instants.length === 0 ? null : instants.reduce((a, b) => Math.min(a, b)),
    newestAt: instants.length === 0 ? null : instants.reduce((a, b) => Math.max(a, b)),
    onServer: [...touched.goes].filter((id) => placesOf(deps.store, id).length > 0).length,
  });
}

export async function erasePerson(
  deps: EraseDeps,
  { address, onServer }: { readonly address: string; readonly onServer: boolean },
): Promise<Result<ErasureReport>> {
  const startedAt = deps.clock.monotonicMs();
  const { store } = deps;
  const found = await find(deps, address);
  if (!found.ok) return found;
  const { person, touched, others } = found.value;
  const passedOn = passingOn(store, touched.goes).keys();
  const underWay = [...touched.goes, ...touched.naming, ...touched.quoting, ...passedOn].some((id) => {
    const state = store.deliveries.ofMessage(id)?.state ?? 'sent';
    return state === 'queued' || state === 'sending' || state === 'unknown';
  });
  if (underWay) return failed('not-possible-now', 'user', 'an answer to this person is still in the outbox');
  const lie = [...touched.goes].filter((id) => placesOf(store, id).length > 0);
  const removed = onServer ? await removeFromServers(deps, lie) : ok(0);
  if (!removed.ok) return removed;

  const before = touched.conversations.size;
  eraseFromDesk(deps, person, touched, others);
  const left = [...touched.conversations].filter((id) => store.conversations.get(id) !== null);
  const cleaned = await cleanUp(deps, person);
  if (!cleaned.ok) return cleaned;
  deps.emit({ kind: 'conversations-changed', conversations: [...touched.conversations] });
  deps.emit({ kind: 'contacts-changed' });
  deps.emit({ kind: 'queue-changed' });
  return ok({
    conversations: before - left.length,
    messages: touched.goes.size,
    others: others.size,
    leftOnServer: onServer ? Math.max(0, lie.length - removed.value) : lie.length,
    removedFromServer: removed.value,
    ...cleaned.value,
    ms: Math.round(deps.clock.monotonicMs() - startedAt),
  });
}

type Found = { readonly person: Person; readonly touched: Touched; readonly others: ReadonlySet<MessageRowId> };

async function find(deps: EraseDeps, address: string): Promise<Result<Found>> {
  const { store } = deps;
  const person = personAt(store, address);
  if (person === null) return failed('invalid-argument', 'never', 'this address is your own');
  const touched = touchedBy(store, person);
  const total = store.check.counts().messages;
  const mentions = await findMentions(store, deps.timers, needlesFor(person), blackenFor(person), (done) =>
    deps.emit({ kind: 'own-data-progress', work: 'erase', done, total }),
  );
  const others = new Set([...touched.naming, ...touched.quoting, ...mentions].filter((id) => !touched.goes.has(id)));
  const hasCard = store.contacts.of(person.address) !== null || person.addresses.some(store.contacts.isVip);
  const isHere = hasCard || touched.goes.size + touched.conversations.size + others.size > 0;
  // An erasure that could not get at the copies is finished by asking for it again.
  if (!isHere && (deps.places === null || copiesHolding(deps.places.desk, person.addresses).length === 0)) {
    return failed('not-found', 'user', person.address, { what: person.address });
  }
  return ok({ person, touched, others });
}

function placesOf(
  { mailboxes }: Pick<Store, 'mailboxes'>,
  id: MessageRowId,
): readonly (MailPlace & { readonly account: AccountId })[] {
  return mailboxes.placesOf(id).flatMap(({ mailbox, mailboxId, uidValidity, uid }) => {
    const account = mailboxes.get(mailboxId)?.account;
    return account === undefined ? [] : [{ account, mailbox, uidValidity, uid }];
  });
}

/** Answers how many messages have no copy left there. Before anything is erased here, for the places would be forgotten. */
async function removeFromServers(deps: EraseDeps, ids: readonly MessageRowId[]): Promise<Result<number>> {
  const byAccount = Map.groupBy(
    ids.flatMap((id) => placesOf(deps.store, id)),
    ({ account }) => account,
  );
  let isAll = true;
  for (const [id, places] of byAccount) {
    const account = deps.store.accounts.get(id);
    if (account === null) continue;
    const password = await deps.passwordFor(account);
    if (!password.ok) return password;
    const gone = await deps.connectorFor(account).removeForGood(account, password.value, places);
    if (!gone.ok) return gone;
    isAll &&= gone.value === places.length;
  }
  // Of a place that was renumbered meanwhile nobody can say whether it was this one: then none is said to be gone that may not be.
  return ok(isAll ? ids.length : 0);
}

/** Letters that stay, and pass on what goes: with the owner's own words in them. */
const passingOn = (
  { deliveries }: Pick<Store, 'deliveries'>,
  goes: ReadonlySet<MessageRowId>,
): ReadonlyMap<MessageRowId, string> =>
  new Map(
    [...goes]
      .flatMap(deliveries.passingOn)
      .filter(({ messageRow }) => !goes.has(messageRow))
      .map(({ messageRow, text }) => [messageRow, text]),
  );

function eraseFromDesk(deps: EraseDeps, person: Person, touched: Touched, others: ReadonlySet<MessageRowId>): void {
  const { store } = deps;
  const newKey = (): string => deps.random.uuid() + deps.random.uuid();
  store.erasures.overwriteDeleted(true);
  store.transaction(() => {
    const ids = new Set([...touched.goes].flatMap((id) => store.messages.get(id)?.messageId ?? []));
    const blacken = blackenFor(person);
    const all = new Set([...touched.goes, ...others]);
    for (const id of all) unlearnMessage(store, id);
    forgetProposalsOf(store, all);
    const passedOn = passingOn(store, touched.goes);
    for (const id of touched.goes) {
      store.drafts.removeAbout(id);
      store.erasures.eraseMessage(id, newKey);
    }
    for (const id of new Set([...others, ...passedOn.keys()])) {
      rewriteMessage(store, id, { blacken, ids, isQuoting: touched.quoting.has(id), ownWords: passedOn.get(id) });
    }
    forgetCards(store, person);
    for (const address of person.addresses) {
      store.erasures.forgetAddress(address);
      store.drafts.forgetAddress(address);
    }
    for (const id of touched.conversations) giveToOthers(store, id, person);
    store.erasures.sweep(blacken, needlesFor(person));
    deps.settle([...touched.conversations]);
    indexAnew(store, new Set([...others, ...passedOn.keys()]));
    store.erasures.setUnfinished(true);
  });
}

/** His card, and what it was before it was joined with another. */
function forgetCards({ contacts, contactMerges }: Store, { address, addresses }: Person): void {
  const card = contacts.of(address);
  if (card !== null) contacts.remove(card.id);
  for (const one of addresses) contactMerges.forget(one);
}

/** A conversation that others wrote in too is theirs from now on. What the owner was writing in it was for him. */
function giveToOthers(store: Store, id: ConversationId, { addresses }: Person): void {
  const conversation = store.conversations.get(id);
  if (conversation === null || !addresses.includes(conversation.customer.address.toLowerCase())) return;
  for (const draft of store.drafts.ofConversation(id)) store.drafts.remove(draft.id);
  const own = new Set(store.accounts.list().flatMap((account) => account.addresses));
  const people = store.messages.ofConversation(id).flatMap((message) => {
    const { to, cc } = store.messages.people(message.id);
    return message.direction === 'in' ? [message.from] : to.concat(cc);
  });
  const other = people.find((one) => one.address !== '' && !own.has(one.address.toLowerCase()));
  store.conversations.setCustomer(id, other ?? { name: '', address: '' });
}

type Cleaned = Pick<ErasureReport, 'backupsRemoved' | 'leftIn'>;

async function cleanUp({ store, clock, places }: EraseDeps, person: Person): Promise<Result<Cleaned>> {
  cleanDesk(store);
  if (places === null) return ok({ backupsRemoved: [], leftIn: [] });
  cleanLogs(places.logFolder, blackenFor(person));
  const backups = renewBackups(places.desk, person.addresses, clock.now());
  if (backups === null)
    return failed('disk-full', 'user', 'no new backup could be made; the old ones still hold this person');
  const leftIn = await filesNaming(places.dataFolder, person.addresses);
  return ok({ backupsRemoved: backups, leftIn });
}

/** Words of deleted rows stand in the index until its parts are joined, and in free pages until they are used again. */
export function cleanDesk(store: Pick<Store, 'erasures' | 'upkeep'>): void {
  store.upkeep.purgeIndex();
  store.upkeep.compact();
  store.erasures.setUnfinished(false);
  store.upkeep.emptyLog();
  store.erasures.overwriteDeleted(false);
}
