// The process that is killed: the real store on disk, the real outbox, and SMTP to the parent. Says on stdout what it was
// acknowledged ("queued <message-id>"), so that the parent knows what must not be lost. Never stops by itself, save when told to settle.
// argv: data folder, SMTP port, file of accepted Message-IDs or "-", round, answers to queue.
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok } from '../../main/contract/errors.ts';
import { sendBySmtp } from '../../main/engine/channels/email/smtp-send.ts';
import { createSystemClock, createSystemRandom, createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import { createFakePorts } from '../../main/engine/ports/fake-ports.ts';
import { deskAccount, openOutboxDesk } from '../helpers/outbox-desk.ts';
import { SMTP_PASSWORD } from '../helpers/smtp.ts';

const [folder = '', port = '', acceptedFile = '-', round = '0', answers = '0'] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
const timers = createSystemTimers();

const ports = {
  ...createFakePorts(0),
  clock: createSystemClock(),
  timers,
  random: createSystemRandom(),
  log: (level: string, what: string, facts?: unknown) => {
    if (level === 'error') say(`error ${what} ${JSON.stringify(facts)}`);
  },
};
const desk = openOutboxDesk(
  ports,
  {
    connectorFor: () => ({
      send: (account, password, mail, onBodyStart, signal) =>
        sendBySmtp(account, password, mail, onBodyStart, signal, { timers }),
      findSent: async (_account, _password, messageId) => {
        if (acceptedFile === '-') return failed('not-possible-now', 'never', 'a server without a Sent folder');
        return ok(existsSync(acceptedFile) && readFileSync(acceptedFile, 'utf8').split('\n').includes(messageId));
      },
      fileSent: async () => ok('by-server'),
    }),
    passwordFor: async () => ok(SMTP_PASSWORD),
  },
  {
    file: join(folder, 'desk.db'),
    account: deskAccount({ smtp: { host: '127.0.0.1', port: Number(port), security: 'plain' } }),
  },
);
// The engine's own timers do not keep a process alive.
setInterval(() => {}, 60_000);

desk.outbox.start();
say('started');
for (let answer = 0; answer < Number(answers); answer += 1) {
  const conversation = desk.receive({
    messageId: `vraag-${round}-${answer}@klant.example`,
    subject: `Vraag ${round}.${answer}`,
    from: [{ name: '', address: `klant-${round}-${answer}@klant.example` }],
  });
  const result = await desk.outbox.handlers['reply.send']({
    conversation,
    text: `Antwoord ${round}.${answer}`,
    sendAt: null,
    now: true,
    cannedId: null,
  });
  say(result.ok ? `queued ${result.value.messageId}` : `error ${result.error.detail}`);
}
if (Number(answers) === 0) {
  await desk.outbox.handlers['outbox.run']({});
  await desk.outbox.stop();
  desk.store.close();
  process.exit(0);
}
