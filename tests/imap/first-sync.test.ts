import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { OWN_SERVER, sourceMail } from '../helpers/source-mails.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

describe.skipIf(!hasDovecot())('a first sync with a real server', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  beforeEach(async () => {
    dovecot = await startDovecot();
  });
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
  });

  it('brings the inbox and Sent, and the account is live', async () => {
    for (let nr = 1; nr <= 120; nr += 1) dovecot.deliver(customerMail(`Vraag ${nr}`), { at: Date.now() - nr * 60_000 });
    dovecot.deliver(customerMail('Ons antwoord', { from: 'info@dewinkel.example' }), { mailbox: 'Sent', flags: 'S' });
    desk = openSyncDesk({ imap: plainAt(dovecot.port) });
    const summary = await desk.watch().syncNow({ mailbox: null, full: false });
    expect(summary).toMatchObject({ ok: true, value: { added: 121, removed: 0, messages: 121 } });
    expect(desk.subjects()).toHaveLength(121);
    await desk.untilState('live');
  });
  it('knows whom its server vouches for by the end of it, in whatever order the mail came', async () => {
    const ago = (minutes: number) => ({ at: Date.now() - minutes * 60_000 });
    dovecot.deliver(sourceMail('linkedin-message-nl'), ago(9));
    dovecot.deliver(
      sourceMail('linkedin-inmail-fr').replace('dkim=pass', 'dkim=none').replace('dmarc=pass', 'dmarc=none'),
      ago(8),
    );
    for (let nr = 1; nr <= 12; nr += 1) {
      const mail = customerMail(`Vraag ${nr}`, { from: `an@klant${nr}.example` });
      dovecot.deliver(`Authentication-Results: ${OWN_SERVER}; spf=pass\r\n${mail}`, ago(10 * nr));
    }
    desk = openSyncDesk({ imap: plainAt(dovecot.port) });
    await desk.watch().syncNow({ mailbox: null, full: false });
    const channelOf = (id: string) => desk.store.messages.withMessageId(null, id).map(({ channel }) => channel);
    expect(channelOf('linkedin-message-nl@out.example')).toEqual(['linkedin']);
    expect(channelOf('linkedin-inmail-fr@out.example')).toEqual(['email']);
  });
});
