// The process whose power goes: mail comes in, the owner decides, answers leave. Everything that was acknowledged to somebody is
// said on stdout, which the recorder puts in line with the writes to the disk. A store that cannot be relied on ends the process, as
// it ends the engine's thread. argv: folder, rounds, number of the first round.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok } from '../../../main/contract/errors.ts';
import { createFakePorts } from '../../../main/engine/ports/fake-ports.ts';
import { createSystemClock, createSystemRandom, createSystemTimers } from '../../../main/engine/ports/system-clock.ts';
import { deskAccount, openOutboxDesk } from '../../helpers/outbox-desk.ts';
import { answerToSave } from '../../helpers/draft-words.ts';

const [folder = '', rounds = '10', first = '0'] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
const ports = {
  ...createFakePorts(0),
  clock: createSystemClock(),
  timers: createSystemTimers(),
  random: createSystemRandom(),
};
const openDesk = () =>
  openOutboxDesk(
    ports,
    {
      connectorFor: () => ({
        send: async (_account, _password, mail, onBodyStart) => {
          onBodyStart();
          // From here on the server has it, whatever becomes of us.
          say(`took ${mail.messageId}`);
          return { kind: 'sent', accepted: mail.recipients, refused: [], serverReply: '250 ok' };
        },
        findSent: async () => failed('not-possible-now', 'never', 'no Sent folder'),
        fileSent: async () => failed('not-possible-now', 'never', 'no Sent folder'),
        withdrawCopy: async () => failed('not-possible-now', 'never', 'no Sent folder'),
      }),
      passwordFor: async () => ok('wachtwoord'),
    },
    { file: join(folder, 'balie.db'), account: deskAccount() },
  );

let desk = openDesk();
desk.store.onFailure(() => process.exit(3));
desk.outbox.start();
for (let round = Number(first); round < Number(first) + Number(rounds); round += 1) {
  const arrived = Array.from({ length: 4 }, (_, letter) =>
    desk.receive({
      messageId: `vraag-${round}-${letter}@klant.example`,
      subject: `Vraag ${round}.${letter}`,
      from: [{ name: '', address: `klant-${round}-${letter}@klant.example` }],
      text: 'Kunt u mij een offerte sturen voor een tuinhuis? '.repeat(40),
    }),
  );
  const [one = 0, second = 0, third = 0, fourth = 0] = arrived;
  decide(one, { doneAt: ports.clock.now(), doneBecause: 'no-answer-needed' });
  say(`done ${one}`);
  decide(second, { snoozedUntil: ports.clock.now() + 86_400_000 });
  say(`snoozed ${second}`);
  await desk.drafts.handlers['draft.save'](answerToSave(third, `Concept ${round}`));
  say(`draft ${third}`);
  const queued = await desk.outbox.handlers['reply.send']({
    conversation: fourth,
    text: `Antwoord ${round}`,
    sendAt: null,
    now: true,
    cannedId: null,
  });
  say(queued.ok ? `queued ${queued.value.messageId}` : `error ${queued.error.detail}`);
  await desk.outbox.handlers['outbox.run']({});
  if (round % 4 === 3) desk.store.upkeep.emptyLog();
  if (round % 10 === 9) {
    await desk.outbox.stop();
    desk.store.close();
    desk = openDesk();
    desk.store.onFailure(() => process.exit(3));
    desk.outbox.start();
  }
}
await desk.outbox.stop();
desk.store.close();

function decide(conversation: number, change: object): void {
  const row = desk.store.conversations.get(conversation);
  if (row === null) throw new Error('no such conversation');
  desk.store.transaction(() => desk.store.conversations.decide(conversation, { ...row.decisions, ...change }));
}
