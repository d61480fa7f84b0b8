// An invitation from end to end: in through a real Dovecot, answered, and what a real SMTP server received of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMail } from '../../main/engine/channels/email/parse/parse-mail.ts';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';
import { DOVECOT_PASSWORD, DOVECOT_USER, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { startSmtp, type SmtpDesk } from '../helpers/smtp.ts';
import { createTestCa } from '../helpers/test-ca.ts';

const calendar = readFileSync(join(import.meta.dirname, '../data/invitations/outlook.ics'), 'utf8').replace(
  'Info@FietsenMertens.be',
  DOVECOT_USER,
);
const invite = (at: number): string =>
  [
    'From: Jan Peeters <jan@peeters.be>',
    `To: ${DOVECOT_USER}`,
    'Subject: Kwartaaloverleg',
    `Date: ${new Date(at).toUTCString()}`,
    'Message-ID: <uitnodiging@peeters.be>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=b1',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Teams-vergadering',
    '--b1',
    'Content-Type: text/calendar; charset="utf-8"; method=REQUEST',
    'Content-Transfer-Encoding: base64',
    '',
    (
      Buffer.from(calendar.replaceAll('\n', '\r\n'))
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
    '--b1--',
    '',
  ].join('\r\n');

describe.skipIf(!hasDovecot())('an invitation', () => {
  let dovecot: Dovecot;
  let smtp: SmtpDesk;
  let desk: CommandLineDesk;

  beforeAll(async () => {
    const ca = createTestCa();
    const certificate = ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
    dovecot = await startDovecot({ certificate });
    smtp = await startSmtp({ security: 'tls', certificate });
    desk = await openCommandLine({ BALIE_PASSWORD: DOVECOT_PASSWORD });
    const caFile = join(desk.dataFolder, 'ca.pem');
    writeFileSync(caFile, ca.ca);
    const at = Date.now() - 3_600_000;
    dovecot.deliver(invite(at), { at });
    await desk.balie(
      `account add --json --email ${DOVECOT_USER} --user ${DOVECOT_USER} --password-stdin --ca ${caFile} --keep session
        --imap 127.0.0.1:${dovecot.tlsPort},tls --smtp 127.0.0.1:${smtp.port},tls --name Winkel`.split(/\s+/),
      { stdin: `${DOVECOT_PASSWORD}\n` },
    );
    await desk.balie(['sync', '--json']);
  });
  afterAll(async () => {
    await desk.close();
    await smtp.stop();
    await dovecot.stop();
  });

  it('is read, accepted, and arrives as an answer that an agenda understands', async () => {
    const [found] = (await desk.balie(['search', 'kwartaaloverleg', '--json'])).json() as readonly {
      message: number;
    }[];
    const message = String(found?.message);
    const look = async () => (await desk.balie(['invitation', message, '--json'])).json();
    expect(await look()).toMatchObject({ summary: 'Kwartaaloverleg', standing: 'open', answer: null });
    const queue = async () => (await desk.balie(['queue', '--json'])).json();
    expect(await queue()).toMatchObject([{ subject: 'Kwartaaloverleg', turn: 'ours' }]);

    const answered = await desk.balie(['invitation', message, '--answer', 'accepted', '--now', '--json']);
    expect(answered.json()).toMatchObject({ state: 'sent', subject: 'Geaccepteerd: Kwartaaloverleg' });
    expect(smtp.accepted).toMatchObject([{ from: DOVECOT_USER, to: ['jan@peeters.be'] }]);
    const raw = smtp.accepted[0]?.raw ?? '';

    const mail = parseMail(Buffer.from(raw, 'latin1'), { content: 'all' });
    expect(mail.inReplyTo).toEqual(['uitnodiging@peeters.be']);
    expect(mail.text).toContain('Winkel heeft uw uitnodiging geaccepteerd.');
    expect(raw.match(/^content-type: text\/calendar;[^\r\n]*method=REPLY/gim)).toHaveLength(1);
    const [part] = mail.attachments;
    const reply = new ICAL.Component(ICAL.parse(Buffer.from(part?.content ?? []).toString('utf8')));
    const event = reply.getFirstSubcomponent('vevent');
    expect(reply.getFirstPropertyValue('method')).toBe('REPLY');
    expect(String(event?.getFirstPropertyValue('uid'))).toMatch(/^040000008200E000/);
    expect(event?.getFirstPropertyValue('sequence')).toBe(2);
    expect(event?.getAllProperties('attendee').map((one) => one.getFirstParameter('partstat'))).toEqual(['ACCEPTED']);

    expect(await queue()).toEqual([]);
    expect(await look()).toMatchObject({ answer: { said: 'accepted', isOfThis: true } });

    const proposal = ['--propose', '2026-10-27T14:00:00+01:00', '--words', 'Dan past het beter.', '--now', '--json'];
    expect((await desk.balie(['invitation', message, ...proposal])).json()).toMatchObject({
      state: 'sent',
      subject: 'Ander moment voorgesteld: Kwartaaloverleg',
    });
    expect(smtp.accepted[1]?.raw).toMatch(/^content-type: text\/calendar;[^\r\n]*method=COUNTER/im);
    expect(await look()).toMatchObject({ proposed: { start: { at: Date.parse('2026-10-27T13:00:00Z') } } });
    const file = join(desk.dataFolder, 'overleg.ics');
    await desk.balie(['invitation', message, '--ics', file]);
    expect(readFileSync(file, 'utf8')).not.toMatch(/ATTENDEE|METHOD/);
  });
});
