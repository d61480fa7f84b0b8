// What is being written, among the drafts of a real server: kept, replaced, taken out; and nothing else there is ever touched.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountState } from '../../main/contract/views.ts';
import { ok } from '../../main/contract/errors.ts';
import { MINUTE_MS } from '../../main/domain/instant.ts';
import type { Connector } from '../../main/engine/channels/connector.ts';
import { createServerDrafts, type ServerDrafts } from '../../main/engine/drafts/server-drafts.ts';
import { createBackground } from '../../main/engine/ports/background.ts';
import { createFakePorts, type FakePorts } from '../../main/engine/ports/fake-ports.ts';
import { DEFAULT_SETTINGS } from '../../main/contract/settings.ts';
import { DOVECOT_PASSWORD, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const DRAFTS = 'Concepten';
const NOW = Date.UTC(2026, 4, 25, 7, 0);

describe.skipIf(!hasDovecot())('drafts on the server', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  let ports: FakePorts;
  let rooms: ServerDrafts[];
  beforeEach(async () => {
    dovecot = await startDovecot();
    desk = openSyncDesk({ imap: plainAt(dovecot.port) });
    ports = createFakePorts(NOW);
    rooms = [];
  });
  afterEach(async () => {
    for (const room of rooms) await room.stop();
    await desk.stop();
    await dovecot.stop();
  });

  /** The room as it runs in one life of the app. */
  const open = (
    change: Partial<Pick<Connector, 'keepDraft' | 'dropDrafts'>> = {},
    state: AccountState = { kind: 'live', since: 0 },
  ): ServerDrafts => {
    const room = createServerDrafts({
      store: desk.store,
      ports,
      settings: { get: () => DEFAULT_SETTINGS },
      connectorFor: () => ({ ...desk.connector, ...change }),
      passwordFor: async () => ok(DOVECOT_PASSWORD),
      stateOf: () => state,
      background: createBackground(ports.log),
    });
    rooms.push(room);
    room.start();
    return room;
  };
  const write = (text: string, savedAt = ports.clock.now()) => ({
    kind: 'new' as const,
    conversation: null,
    message: null,
    account: null,
    sender: null,
    recipients: {
      to: [{ name: 'Jan', address: 'jan@klant.example' }],
      cc: [],
      bcc: [{ name: '', address: 'stil@klant.example' }],
    },
    subject: 'Offerte',
    text,
    html: null,
    canned: [],
    savedAt,
  });
  /** Subject and first line of what lies in Drafts, with its flags. */
  const onServer = async (): Promise<readonly string[]> => {
    const other = await dovecot.otherProgram();
    await other.mailboxOpen(DRAFTS);
    const found: string[] = [];
    for await (const { source, flags } of other.fetch('1:*', { source: true, flags: true })) {
      const [head = '', body = ''] = (source?.toString() ?? '').split('\r\n\r\n');
      const bcc = /^Bcc: (.*)$/im.exec(head)?.[1]?.trim() ?? '-';
      found.push(
        [
          body.trim(),
          bcc,
          [...(flags ?? [])]
            .filter((flag) => flag !== '\\Recent')
            .toSorted()
            .join(' '),
        ].join('|'),
      );
    }
    await other.logout();
    return found;
  };
  const kept = (text: string): string => `${text}|stil@klant.example|\\Draft \\Seen`;
  const rested = async (): Promise<void> => {
    await ports.pass(MINUTE_MS);
    // Real sockets are behind the fake clock.
    await desk.until('the copy is there', () => desk.store.serverDrafts.stale().length === 0);
  };
  const isTakenOut = (): Promise<void> =>
    desk.until('it is taken out', () => desk.store.serverDrafts.gone().length === 0);

  it('has one copy of each, as it was when it last rested, beside what others keep there', async () => {
    dovecot.deliver('Subject: van de telefoon\nMessage-ID: <a@telefoon>\n\nvan mij', { mailbox: DRAFTS, flags: 'DS' });
    const room = open();
    const id = desk.store.drafts.add(write('Dag Jan'));
    room.look();
    await rested();
    expect(await onServer()).toEqual(['van mij|-|\\Draft \\Seen', kept('Dag Jan')]);
    desk.store.drafts.change(id, write('Dag Jan, zie verder'));
    room.look();
    await rested();
    expect(await onServer()).toEqual(['van mij|-|\\Draft \\Seen', kept('Dag Jan, zie verder')]);
    desk.store.drafts.setDiscarded(id, ports.clock.now());
    room.look();
    await isTakenOut();
    expect(await onServer()).toEqual(['van mij|-|\\Draft \\Seen']);
    expect(desk.subjects()).toEqual([]);
  });

  it('is cut off between the new copy and the old one: the next life leaves one', async () => {
    const id = desk.store.drafts.add(write('Eerste'));
    const first = open();
    await rested();
    await first.stop();
    desk.store.drafts.change(id, write('Tweede'));
    // The copy is there, and the app was killed before it knew, or took the other one out.
    const dying = open({
      keepDraft: async (_account, _password, { raw }) => {
        const other = await dovecot.otherProgram();
        await other.append(DRAFTS, Buffer.from(raw), ['\\Draft', '\\Seen']);
        await other.logout();
        return new Promise(() => {});
      },
    });
    await ports.pass(MINUTE_MS);
    await expect.poll(onServer, { timeout: 10_000 }).toEqual([kept('Eerste'), kept('Tweede')]);
    rooms = rooms.filter((room) => room !== dying);
    open();
    await rested();
    expect(await onServer()).toEqual([kept('Tweede')]);
  });

  it('never takes out what another program made of it under the same Message-ID', async () => {
    const id = desk.store.drafts.add(write('Dag'));
    const room = open();
    await rested();
    const other = await dovecot.otherProgram();
    await other.mailboxOpen(DRAFTS);
    const [copy] = await other.fetchAll('1:*', { source: true });
    const theirs = (copy?.source?.toString() ?? '')
      .replace(/^X-Balie-Draft: 1\r\n/m, '')
      .replace('Dag', 'Dag, van de telefoon');
    await other.append(DRAFTS, theirs, ['\\Draft']);
    await other.logout();
    desk.store.drafts.remove(id);
    room.look();
    await isTakenOut();
    expect(await onServer()).toEqual(['Dag, van de telefoon|stil@klant.example|\\Draft']);
  });

  it('waits while the account cannot be reached, and for a server that is away', async () => {
    desk.store.drafts.add(write('Dag'));
    open({}, { kind: 'connecting' });
    await ports.pass(MINUTE_MS);
    expect(desk.store.serverDrafts.stale()).toHaveLength(1);
    await dovecot.goAway();
    open();
    await ports.pass(MINUTE_MS);
    await desk.until('it was tried', () => desk.store.serverDrafts.stale()[0]?.messageId != null);
    await dovecot.start();
    await expect
      .poll(
        async () => {
          await ports.pass(10 * MINUTE_MS);
          return desk.store.serverDrafts.stale().length;
        },
        { timeout: 10_000 },
      )
      .toBe(0);
    expect(await onServer()).toEqual([kept('Dag')]);
  });
});
