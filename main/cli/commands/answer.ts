// `balie reply` and `balie outbox [run]`: puts an answer in the outbox, and sends what is due. While the app keeps the desk it is the
// app that sends; then we wait for what it comes to.
import { failed, ok, type Result } from '../../contract/errors.ts';
import { failureWords } from '../../contract/text/errors.ts';
import { STATE_TEXTS } from '../../contract/text/state-words.ts';
import type { DeliveryView } from '../../contract/views.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { deliveryJson } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand, type Context } from '../command.ts';
import { said, type Outcome, WrongUse } from '../outcome.ts';
import { isoInstant, rowId, textOf } from '../read-words.ts';

export const reply: CliCommand = {
  name: 'reply',
  usage: 'CONVERSATION --text-stdin [--canned CODE] [--send-at ISO] [--now]',
  does: {
    nl: 'Zet een antwoord in het postvak uit. Met --now vertrekt het meteen en wordt op de afloop gewacht.',
    en: 'Puts an answer in the outbox. With --now it leaves at once and the outcome is waited for.',
  },
  options: { 'text-stdin': SWITCH, canned: TEXT, 'send-at': TEXT, now: SWITCH },
  fewest: 1,
  most: 1,
  run: async (context, [word], values) => {
    const conversation = rowId(word, 'CONVERSATION');
    const code = textOf(values, 'canned');
    const sendAtWords = textOf(values, 'send-at');
    const sendAt = sendAtWords === null ? null : isoInstant(sendAtWords, 'send-at');
    const isNow = values['now'] === true;
    if (values['text-stdin'] !== true && code === null)
      throw new WrongUse('reply: --text-stdin or --canned is missing');
    if (isNow && sendAt !== null) throw new WrongUse('--now and --send-at contradict each other');
    const typed = values['text-stdin'] === true ? await context.readStdin() : '';
    return context.atDesk('beside', async (engine) => {
      const text = await textOfReply(engine, conversation, code, typed);
      if (!text.ok) return text;
      const sent = await engine.call('reply.send', {
        conversation,
        text: text.value.text,
        sendAt,
        now: isNow,
        cannedId: text.value.cannedId,
      });
      return sent.ok ? outcomeOf(context, engine, sent.value, isNow) : sent;
    });
  },
};

export const outbox: CliCommand = {
  name: 'outbox',
  usage: '[run]',
  does: {
    nl: 'Toont het postvak uit; met run wordt verzonden wat nu moet vertrekken.',
    en: 'Lists the outbox; with run, what is due leaves now.',
  },
  options: {},
  fewest: 0,
  most: 1,
  run: (context, [word]) => {
    if (word !== undefined && word !== 'run') throw new WrongUse(`outbox: "${word}"?`);
    return context.atDesk('beside', async (engine, language) => {
      if (word === 'run') {
        const ran = await sendDue(context, engine);
        return ran.ok ? list(engine, language, ran.value) : ran;
      }
      const deliveries = await engine.call('outbox.list', {});
      return deliveries.ok ? list(engine, language, deliveries.value) : deliveries;
    });
  },
};

/** What becomes of a letter that was just put in the outbox; waited for where it leaves now. */
export async function outcomeOf(
  context: Context,
  engine: Engine,
  queued: DeliveryView,
  isNow: boolean,
): Promise<Outcome> {
  if (!isNow) return tell(queued);
  const ran = await sendDue(context, engine);
  if (!ran.ok) return ran;
  return tell((await findDelivery(engine, queued.id)) ?? queued);
}

/** Long enough for a slow server's every step (design: every hang ends within 75 s). */
const WAIT_MS = 90_000;
const LOOK_MS = 200;

/** Sends as the keeper of the desk; or, beside a keeper, waits until it has. Answers the deliveries concerned. */
async function sendDue(context: Context, beside: Engine): Promise<Result<readonly DeliveryView[]>> {
  const kept = await context.openDesk('keep');
  if (kept.ok) {
    try {
      return await kept.value.call('outbox.run', {});
    } finally {
      await kept.value.stop();
    }
  }
  if (kept.error.code !== 'store-busy') return kept;
  const startedAt = Date.now();
  for (;;) {
    const listed = await beside.call('outbox.list', {});
    if (!listed.ok) return listed;
    const due = listed.value.filter(isOnItsWay);
    if (due.length === 0) return ok(listed.value.filter(({ state }) => state !== 'queued'));
    if (Date.now() - startedAt > WAIT_MS || context.stopping.aborted)
      return failed('timeout', 'auto', 'the app has not sent it yet');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

const isOnItsWay = (delivery: DeliveryView): boolean =>
  delivery.state === 'sending' ||
  (delivery.state === 'queued' && delivery.attempts === 0 && delivery.leavesAt <= Date.now());

async function textOfReply(
  engine: Engine,
  conversation: number,
  code: string | null,
  typed: string,
): Promise<Result<{ readonly text: string; readonly cannedId: number | null }>> {
  if (code === null) return ok({ text: typed, cannedId: null });
  const all = await engine.call('canned.list', {});
  if (!all.ok) return all;
  const canned = all.value.find((one) => one.code.toLowerCase() === code.replace(/^\//, '').toLowerCase());
  if (canned === undefined) return failed('not-found', 'user', `canned reply ${code}`);
  const filled = await engine.call('canned.fill', { id: canned.id, conversation, answers: {} });
  if (!filled.ok) return filled;
  const open = filled.value.missing[0] ?? filled.value.questions[0];
  if (open !== undefined) return failed('field-without-value', 'user', open, { field: open });
  const text = typed.trim() === '' ? filled.value.text : `${filled.value.text.trimEnd()}\n\n${typed}`;
  return ok({ text, cannedId: canned.id });
}

async function findDelivery(engine: Engine, id: number): Promise<DeliveryView | null> {
  const listed = await engine.call('outbox.list', {});
  return listed.ok ? (listed.value.find((delivery) => delivery.id === id) ?? null) : null;
}

const tell = (delivery: DeliveryView): Outcome => said(deliveryJson(delivery), words(delivery));

async function list(engine: Engine, language: UiLanguage, deliveries: readonly DeliveryView[]): Promise<Outcome> {
  const accounts = await engine.call('accounts.list', {});
  if (!accounts.ok) return accounts;
  const stateOf = ({ account }: DeliveryView) => accounts.value.find(({ id }) => id === account)?.state;
  const held = (delivery: DeliveryView): string => {
    const state = stateOf(delivery);
    const isHeld = delivery.state === 'queued' && (state?.kind === 'paused' || state?.kind === 'detached');
    if (isHeld) return `  (${STATE_TEXTS[language].accounts[state.kind]})`;
    return delivery.error === null ? '' : `  (${failureWords(language, delivery.error).sentence})`;
  };
  return said(
    deliveries.map((delivery) => ({ ...deliveryJson(delivery), accountState: stateOf(delivery)?.kind ?? null })),
    deliveries.map((delivery) => `${words(delivery)}${held(delivery)}`).join('\n'),
  );
}
const words = (delivery: DeliveryView): string =>
  `${delivery.id}  ${delivery.state}  ${(delivery.names ?? delivery.to).join(', ')}  ${delivery.subject}`;
