// Mends a note: other words, another route, another number. It stays the same message at the same place; what follows from its
// words is found anew.
import type { CommandArgs } from '../../contract/commands.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { NotePerson } from '../../contract/hand-entered.ts';
import type { HomeCountry } from '../../domain/contact/phone-number.ts';
import { addressOf, shownAddress } from '../../domain/contact/way.ts';
import { findSignals } from '../../domain/conversation/find-signals.ts';
import { isHandChannel } from '../../domain/conversation/hand-channels.ts';
import type { Address } from '../../domain/conversation/message.ts';
import { previewOf } from '../../domain/conversation/preview.ts';
import { NO_SIGNALS, unjudged } from '../../domain/conversation/signals.ts';
import { isNote } from '../channels/manual/manual-account.ts';
import type { NotePromises } from '../commitments/note-promises.ts';
import type { Random } from '../ports/ports.ts';
import type { Settle } from '../queue/settle.ts';
import { indexAnew } from '../search/index-stored.ts';
import type { MessageRow } from '../store/message-table.ts';
import { packBody } from '../store/packed-body.ts';
import type { Store } from '../store/store.ts';
import { noteSubject, reachPeople } from './note-message.ts';
import { customerAddress, reachOf, waysFrom } from './reach.ts';

type ChangeDeps = {
  readonly store: Store;
  readonly settle: Settle;
  readonly random: Random;
  readonly notePromises: NotePromises;
  readonly home: () => HomeCountry;
};
type Changes = CommandArgs<'note.change'>;

/** Part of the caller's transaction. Answers what makes it as it was. */
export function changeNote(deps: ChangeDeps, row: MessageRow, changes: Changes): Result<Changes> {
  const { store } = deps;
  const channel = changes.channel ?? row.channel;
  const before: Changes = { message: row.id, text: store.bodies.text(row.id), ...personOf(store, row) };
  const text = changes.text?.trim() ?? store.bodies.text(row.id);
  if (text === '') return failed('invalid-argument', 'user', 'an empty note');
  const who = whoIs(deps, row, changes);
  if (!who.ok) return who;
  const { from, reach } = who.value;
  const people = store.messages.people(row.id);
  store.messages.rewrite(row.id, {
    channel,
    subject: noteSubject(text),
    from,
    preview: previewOf(text),
    signals: row.direction === 'in' ? unjudged(findSignals({ subject: '', text })) : NO_SIGNALS,
    people: row.direction === 'in' ? { ...people, 'reply-to': reachPeople({ customer: from, reach }) } : people,
  });
  store.bodies.replace(row.id, packBody({ text, html: null, headers: {} }));
  indexAnew(store, [row.id]);
  if (row.direction === 'out' && row.kind === 'human' && text !== before.text) readPromisesAnew(deps, row, text);
  changeConversation(store, row, { from, channel });
  deps.settle([row.conversation]);
  return ok(isHandChannel(row.channel) ? { ...before, channel: row.channel } : before);
}

type Who = { readonly from: Address; readonly reach: readonly string[] };

/** Where the owner names nobody anew, he stays who he was. */
function whoIs({ store, random, home }: ChangeDeps, row: MessageRow, changes: Changes): Result<Who> {
  const known = store.messages.people(row.id)['reply-to'].map(({ address }) => address);
  const isSame = row.direction === 'out' || changes.who === undefined;
  const channel = changes.channel ?? row.channel;
  if (isSame || changes.who === undefined || !isHandChannel(channel)) return ok({ from: row.from, reach: known });
  const ways = waysFrom({ ...changes, who: changes.who }, channel, home());
  if (!ways.ok) return ways;
  const reach = ways.value.map(addressOf);
  const name = changes.who.trim();
  // One of the ways he had is still right: he is who he was. So is one who was only named, or known by his mail.
  const stays = !known.includes(row.from.address) || reach.includes(row.from.address);
  const address = stays ? row.from.address : customerAddress(store, ways.value, channel, random.uuid());
  return name === '' && reach.length === 0
    ? failed('invalid-argument', 'user', 'a note says who it is from')
    : ok({ from: { name, address }, reach });
}

/** As it is typed in: what the sheet shows when the note is opened to be mended. */
function personOf(store: Pick<Store, 'messages'>, row: MessageRow): Partial<NotePerson> {
  if (row.direction === 'out') return {};
  const written = store.messages.people(row.id)['reply-to'].map(({ address }) => address);
  const { phone, email, handles, links } = reachOf(written);
  return {
    who: row.from.name,
    phone: phone === null ? '' : shownAddress(`tel:${phone}`),
    email: email ?? '',
    handle: handles[0]?.handle ?? '',
    link: links[0] ?? '',
  };
}

/** What the owner said about a promise stands; what was only found in the words goes with them. */
function readPromisesAnew(
  { store, notePromises }: ChangeDeps,
  { id, conversation, at }: MessageRow,
  text: string,
): void {
  const found = store.commitments.ofConversation(conversation).filter(({ message }) => message === id);
  for (const { id: commitment, saidAt } of found) if (saidAt === null) store.commitments.remove(commitment);
  notePromises({ row: id, conversation, at, text, hasAttachments: false });
}

/** The customer and the route of a conversation that began with this note follow it. */
function changeConversation(
  { conversations, messages }: Pick<Store, 'conversations' | 'messages'>,
  row: MessageRow,
  { from, channel }: Pick<MessageRow, 'from' | 'channel'>,
): void {
  const conversation = conversations.get(row.conversation);
  const first = messages.ofConversation(row.conversation).find(isNote);
  if (conversation === null || first?.id !== row.id || row.direction === 'out') return;
  if (conversation.customer.address === row.from.address) conversations.setCustomer(conversation.id, from);
  if (conversation.channel === row.channel) conversations.setChannel(conversation.id, channel);
}
