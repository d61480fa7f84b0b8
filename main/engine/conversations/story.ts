// The commands that read a conversation piece by piece: its lines, the messages asked for, where words occur, and what one message
// is made of.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { MessageLine, OriginalMail } from '../../contract/story.ts';
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import { safeFileName } from '../../domain/conversation/file-name.ts';
import { countWords } from '../../domain/conversation/find-words.ts';
import { isBelieved } from '../../domain/mail-source/judge-claim.ts';
import { isPublicChannel } from '../../domain/mail-source/source.ts';
import type { Connector } from '../channels/connector.ts';
import { isNote } from '../channels/manual/manual-account.ts';
import type { Handlers } from '../host/engine.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import { alsoOpen } from './also-open.ts';
import { fromServer, type FromServerDeps } from './from-server.ts';
import { viewMessage } from './view-conversation.ts';

export type StoryDeps = Pick<FromServerDeps, 'passwordFor'> & {
  readonly store: Store;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'fetchOriginal'>;
};

export type StoryHandlers = Pick<
  Handlers,
  | 'conversation.outline'
  | 'conversation.messages'
  | 'conversation.find'
  | 'conversation.alsoOpen'
  | 'message.source'
  | 'message.original'
>;

export function createStory(deps: StoryDeps): StoryHandlers {
  const { store } = deps;

  /** Its messages; the conversation must be there. */
  const withRows = <T>(id: ConversationId, read: (rows: readonly MessageRow[]) => T): Result<T> =>
    store.conversations.get(id) === null
      ? failed('not-found', 'never', `conversation ${id}`)
      : ok(read(store.messages.ofConversation(id)));
  const noMessage = (id: MessageRowId) => failed('not-found', 'never', `message ${id}`);

  const original = async (row: MessageRow): Promise<Result<Uint8Array>> => {
    const delivery = row.direction === 'out' ? store.deliveries.ofMessage(row.id) : null;
    const raw = delivery === null ? null : store.deliveries.raw(delivery.id);
    // What was cleared away after sending is on the server.
    if (raw !== null && raw.byteLength > 0) return ok(raw);
    return fromServer(deps, row.id, (account, password, place) =>
      deps.connectorFor(account).fetchOriginal(account, password, place),
    );
  };

  return {
    'conversation.outline': ({ id }) => {
      const customer = store.conversations.get(id)?.customer;
      return withRows(id, (rows) => rows.map((row) => lineOf(store, row, customer ?? row.from)));
    },
    'conversation.messages': ({ id, messages }) => {
      const wanted = new Set(messages);
      return withRows(id, (rows) => rows.filter((row) => wanted.has(row.id)).map((row) => viewMessage(store, row)));
    },
    'conversation.find': ({ id, text }) =>
      withRows(id, (rows) =>
        rows
          .map((row) => ({ message: row.id, count: countWords(store.bodies.text(row.id), text) }))
          .filter(({ count }) => count > 0),
      ),
    'conversation.alsoOpen': ({ id }) => ok(alsoOpen(store, id)),
    'message.source': ({ id }) => {
      const row = store.messages.get(id);
      if (row === null) return noMessage(id);
      const { text, html } = store.bodies.get(id) ?? { text: '', html: null };
      const headers = Object.entries(store.bodies.headers(id)).flatMap(([name, values]) =>
        values.map((value) => ({ name, value })),
      );
      return ok({ conversation: row.conversation, headers, text, html, isByHand: isNote(row) });
    },
    'message.original': async ({ id }): Promise<Result<OriginalMail>> => {
      const row = store.messages.get(id);
      if (row === null || isNote(row)) return noMessage(id);
      const bytes = await original(row);
      return bytes.ok ? ok({ fileName: safeFileName(`${row.subject.trim() || id}.eml`), bytes: bytes.value }) : bytes;
    },
  };
}

function lineOf(
  store: Pick<Store, 'sources' | 'contacts'>,
  row: MessageRow,
  customer: MessageRow['from'],
): MessageLine {
  const { id, direction, channel, kind, at, preview } = row;
  const source = direction === 'in' ? store.sources.get(id) : null;
  const isCarried = source !== null && isBelieved(source.standing);
  const from = isCarried ? customer : row.from;
  return {
    id,
    direction,
    channel,
    kind,
    from: { ...from, name: store.contacts.nameOf(from.address) || from.name },
    at,
    preview,
    isUnread: direction === 'in' && !row.isSeen,
    isPublic: isCarried && isPublicChannel(channel),
  };
}
