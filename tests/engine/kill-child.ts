// The process that is killed: the whole engine as the app runs it, on a real desk, against the parent's servers. It answers customers
// as they come in and says on stdout what it was acknowledged ("queued <message-id>"), so that the parent knows what must not be lost.
// argv: data folder, assets folder, what to do ("work", "work-blindly" or "settle"), answers to give.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openInProcess } from '../../main/engine/host/in-process.ts';
import type { Engine } from '../../main/engine/host/engine.ts';
import { deskFile } from '../../main/engine/host/desk-files.ts';
import { openStore } from '../../main/engine/store/open-store.ts';
import type { Result } from '../../main/contract/errors.ts';
import type { DeliveryView } from '../../main/contract/views.ts';
import { answerToSave } from '../helpers/draft-words.ts';
import { DOVECOT_PASSWORD } from '../helpers/dovecot.ts';

const [dataFolder = '', assetsFolder = '', task = 'work', answers = '0'] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
// The engine's own timers do not keep a process alive.
setInterval(() => {}, 60_000);

if (task === 'work-blindly') forgetDoubts();
const opened = await openInProcess({
  dataFolder,
  assetsFolder,
  version: '0.0.0',
  systemLanguage: 'nl-BE',
  isDemo: false,
  watch: task !== 'settle',
  keep: true,
  logName: task,
  secrets: () => ({
    read: async () => ({ kind: 'found', secret: DOVECOT_PASSWORD }),
    keep: async () => 'session',
    forget: async () => {},
    status: async () => ({ where: 'session', trouble: null }),
  }),
});
if (!opened.ok) {
  say(`error ${opened.error.code} ${opened.error.detail}`);
  process.exit(1);
}
const engine: Engine = opened.value;
say('started');
if (task === 'settle') await settle();
else await work(Number(answers));

async function work(most: number): Promise<void> {
  let left = most;
  const answer = async (conversation: number): Promise<void> => {
    if (left === 0) return;
    left -= 1;
    const text = 'Dag, u hoort morgen van ons.';
    const result =
      left % 2 === 0
        ? await engine.call('reply.send', { conversation, text, sendAt: null, now: true, cannedId: null })
        : await answerWithFile(conversation, text);
    say(result.ok ? `queued ${result.value.messageId}` : `error reply ${result.error.code} ${result.error.detail}`);
  };
  engine.onEvent(({ event }) => {
    if (event.kind === 'trouble') say(`error trouble ${event.error.code} ${event.error.detail}`);
    if (event.kind !== 'message-stored' || event.messageId?.startsWith('vraag-') !== true) return;
    say(`have ${event.messageId}`);
    void engine
      .call('message.conversation', { id: event.message })
      .then((found) => (found.ok ? answer(found.value) : undefined));
  });
  const waiting = await engine.call('queue.list', { section: null, offset: 0, limit: most, at: null });
  if (!waiting.ok) return;
  for (const { conversation, turn } of waiting.value.items) if (turn === 'ours') await answer(conversation);
}

/** As the composer does: kept, a file added, then sent. */
async function answerWithFile(conversation: number, text: string): Promise<Result<DeliveryView>> {
  const html = `<p>${text}</p>`;
  const saved = await engine.call('draft.save', { ...answerToSave(conversation, text), html });
  if (!saved.ok) return saved;
  const id = saved.value?.id ?? 0;
  const file = { fileName: 'plan.pdf', contentType: 'application/pdf', contentId: null, bytes: new Uint8Array(20_000) };
  const added = await engine.call('draft.addFile', { id, ...file });
  return added.ok ? engine.call('draft.send', { id, sendAt: null, now: true }) : added;
}

async function settle(): Promise<void> {
  const ran = await engine.call('outbox.run', {});
  if (!ran.ok) say(`error outbox ${ran.error.detail}`);
  const synced = await engine.call('sync.now', { account: null, mailbox: null, full: true });
  if (!synced.ok) say(`error sync ${synced.error.detail}`);
  const checked = await engine.call('desk.check', { remote: true });
  say(checked.ok ? `check ${JSON.stringify(checked.value)}` : `error check ${checked.error.detail}`);
  await engine.stop();
  process.exit(0);
}

/** What a client without a memory of doubt does at its next start: whatever was not known to be sent is sent again. */
function forgetDoubts(): void {
  const store = openStore(join(dataFolder, deskFile));
  if (!store.ok) return;
  for (const state of ['sending', 'unknown'] as const) {
    for (const row of store.value.deliveries.inState(state)) {
      store.value.deliveries.change(row, { state: 'queued', bodyStarted: false, nextAttemptAt: 0 });
    }
  }
  store.value.close();
}
