// A server with labels instead of folders: one message lies in several mailboxes and has one number (X-GM-EXT-1). Scripted, for no
// such server can be had here.
import { expect, it } from 'vitest';
import { mailboxHealth } from '../../main/engine/sync/mailbox-health.ts';
import { startScriptedImap, type ScriptedMail } from '../helpers/scripted-imap.ts';
import { customerMail, openSyncDesk, plainAt } from '../helpers/sync-desk.ts';

const ALL = '[Gmail]/Alle berichten';
const mail = (nr: number, uid: number): ScriptedMail => ({
  uid,
  raw: customerMail(`Vraag ${nr}`, { messageId: `g${nr}@x.example` }),
  emailId: String(1_700_000_000_000_000 + nr),
});
const withLabels = (capabilities: string) =>
  startScriptedImap({
    capabilities,
    mails: [mail(2, 1), mail(3, 2)],
    elsewhere: { [ALL]: [mail(1, 11), mail(2, 12), mail(3, 13)], Klanten: [mail(2, 5)] },
    mailboxes: [
      'INBOX',
      `(\\All) ${ALL}`,
      '(\\Flagged) [Gmail]/Met ster',
      '(\\Sent) [Gmail]/Verzonden berichten',
      '(\\Trash) [Gmail]/Prullenbak',
      '() Klanten',
    ],
  });

it('a message with three labels is one, and is downloaded once', async () => {
  const server = await withLabels('IMAP4rev1 IDLE X-GM-EXT-1 SPECIAL-USE');
  const desk = openSyncDesk({ imap: plainAt(server.port) });
  try {
    expect(await desk.watch().syncNow({ mailbox: null, full: false })).toMatchObject({
      ok: true,
      value: { added: 3, messages: 3 },
    });
    const row = desk.store.messages.withMessageId('a1', 'g2@x.example')[0]?.id ?? 0;
    expect(desk.store.mailboxes.placesOf(row).map(({ mailbox }) => mailbox)).toEqual(['INBOX', ALL, 'Klanten']);
    const bodies = server.lines.filter((line) => line.includes('BODY.PEEK[]'));
    // Two of the inbox, and the one that lies among all mail only.
    expect(bodies.map((line) => /UID FETCH (\S+)/.exec(line)?.[1])).toEqual(['1:2', '11']);
    expect(server.lines.some((line) => line.includes('Met ster') && line.includes('SELECT'))).toBe(false);
  } finally {
    await desk.stop();
    await server.stop();
  }
});

it('a folder that the server will not open keeps no other mail away, and is said to be unread', async () => {
  const server = await withLabels('IMAP4rev1 IDLE X-GM-EXT-1 SPECIAL-USE');
  server.script(({ name, args }) => (name === 'SELECT' && args.includes('Klanten') ? '$TAG NO [NOPERM] no\r\n' : null));
  const desk = openSyncDesk({ imap: plainAt(server.port) });
  try {
    desk.watch();
    await desk.untilState('live');
    expect(desk.store.mailboxes.countMessages('a1')).toBe(3);
    const health = mailboxHealth(desk.store, 'a1');
    const unread = health.ok ? health.value.filter((box) => box.isWatched !== 'not-fetched' && !box.isRead) : [];
    expect(unread.map(({ path, missing }) => [path, missing.notYet])).toEqual([['Klanten', 1]]);
  } finally {
    await desk.stop();
    await server.stop();
  }
});

it('a Sent whose figures never agree does not keep us running in circles', async () => {
  const server = await withLabels('IMAP4rev1 IDLE X-GM-EXT-1 SPECIAL-USE');
  server.script(({ name, args }) =>
    name === 'STATUS' && args.includes('Verzonden')
      ? '* STATUS "[Gmail]/Verzonden berichten" (MESSAGES 5 UIDNEXT 9 UIDVALIDITY 7)\r\n$TAG OK done\r\n'
      : null,
  );
  const desk = openSyncDesk({ imap: plainAt(server.port), sentLookMs: 50 });
  try {
    desk.watch();
    await desk.untilState('live');
    const count = (what: RegExp): number => server.lines.filter((line) => what.test(line)).length;
    const asked = count(/STATUS.*Verzonden/);
    await desk.until('a dozen looks', () => count(/STATUS.*Verzonden/) > asked + 12);
    // Once with the first pass, and once for the first answer that did not agree.
    expect(count(/SELECT.*Verzonden/)).toBeLessThanOrEqual(3);
  } finally {
    await desk.stop();
    await server.stop();
  }
});

it('without LIST-STATUS a new message costs no look at every mailbox', async () => {
  const server = await withLabels('IMAP4rev1 IDLE X-GM-EXT-1 SPECIAL-USE');
  const desk = openSyncDesk({ imap: plainAt(server.port), sentLookMs: 60_000 });
  try {
    desk.watch();
    await desk.untilState('live');
    await desk.until('the watch waits', () => server.lines.at(-1)?.endsWith('IDLE') === true);
    const before = server.lines.length;
    server.mails.push(mail(4, 3));
    server.say('* 3 EXISTS\r\n');
    await expect.poll(desk.subjects, { timeout: 10_000, interval: 20 }).toContain('Vraag 4');
    await desk.until('the watch waits again', () => server.lines.at(-1)?.endsWith('IDLE') === true);
    const asked = server.lines.slice(before).filter((line) => /\b(STATUS|LIST|SELECT)\b/.test(line));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('Verzonden berichten');
  } finally {
    await desk.stop();
    await server.stop();
  }
});
