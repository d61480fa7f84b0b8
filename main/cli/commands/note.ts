// `balie note add|answer|remark`: what the owner writes down himself. It stands in the queue like anything else.
import type { StoredNotes } from '../../contract/hand-entered.ts';
import { sectionName } from '../../contract/text/queue-words.ts';
import { HAND_CHANNELS, NOTED_CHANNELS, type HandChannel } from '../../domain/conversation/hand-channels.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { isoOrNull } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand, type Values } from '../command.ts';
import { said, type Outcome, WrongUse } from '../outcome.ts';
import { isoInstant, momentOf, needed, rowId, textOf } from '../read-words.ts';

const CHANNELS = NOTED_CHANNELS.join('|');

export const noteAdd: CliCommand = {
  name: 'note add',
  usage: `--channel ${CHANNELS} (--who NAME [--phone N] [--email A] [--handle H] [--link URL] [--reply-by ISO|TEXT] [--answered TEXT] | --conversation C) [--at ISO] --text-stdin`,
  does: {
    nl: 'Noteert wie belde, langskwam of schreef in een app. Met --conversation komt het bij een gesprek dat er al is.',
    en: 'Writes down who called, came by, or wrote in an app. With --conversation it joins one that is there.',
  },
  options: {
    who: TEXT,
    channel: TEXT,
    phone: TEXT,
    email: TEXT,
    handle: TEXT,
    link: TEXT,
    at: TEXT,
    'reply-by': TEXT,
    answered: TEXT,
    conversation: TEXT,
    'text-stdin': SWITCH,
  },
  fewest: 0,
  most: 0,
  run: async (context, _words, values) => {
    const channel = channelOf(values);
    const into = textOf(values, 'conversation');
    const conversation = into === null ? null : rowId(into, '--conversation');
    const at = momentSaid(values);
    const person = { who: conversation === null ? needed(values, 'who') : '', ...reachedBy(values) };
    if (conversation !== null && ALONE.some((name) => textOf(values, name) !== null))
      throw new WrongUse(`note add: with --conversation there is no ${ALONE.map((name) => `--${name}`).join(', ')}`);
    const text = await textGiven(context.readStdin, values);
    const replyBy = textOf(values, 'reply-by');
    return context.atDesk('beside', async (engine, language) => {
      if (conversation !== null) {
        const stored = await engine.call('note.append', { conversation, kind: 'incoming', channel, text, at });
        return stored.ok ? tell(engine, language, stored.value) : stored;
      }
      const due = replyBy === null ? null : await momentOf(engine.call, replyBy);
      if (due !== null && !due.ok) return due;
      const answered = textOf(values, 'answered');
      const note = { ...person, channel, text, at, replyBy: due?.value ?? null, answered };
      const stored = await engine.call('note.add', note);
      return stored.ok ? tell(engine, language, stored.value) : stored;
    });
  },
};

/** Options about whom it is from, and what is owed to him: a conversation that is there knows both. */
const ALONE = ['who', 'phone', 'email', 'handle', 'link', 'reply-by', 'answered'] as const;

export const noteAnswer: CliCommand = {
  name: 'note answer',
  usage: `CONVERSATION [--channel ${CHANNELS}] [--at ISO] --text-stdin`,
  does: {
    nl: 'Noteert dat je een gesprek buiten de mail om beantwoordde: telt als antwoord.',
    en: 'Writes down that you answered a conversation outside mail: counts as an answer.',
  },
  options: { channel: TEXT, at: TEXT, 'text-stdin': SWITCH },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => appended('answer', context, word, values),
};

export const noteRemark: CliCommand = {
  name: 'note remark',
  usage: 'CONVERSATION --text-stdin',
  does: {
    nl: 'Zet een opmerking voor jezelf bij een gesprek. De klok loopt gewoon door.',
    en: 'Puts a remark for yourself with a conversation. The clock just goes on.',
  },
  options: { 'text-stdin': SWITCH },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => appended('remark', context, word, values),
};

async function appended(
  kind: 'answer' | 'remark',
  context: Parameters<CliCommand['run']>[0],
  word: string | undefined,
  values: Values,
): Promise<Outcome> {
  const conversation = rowId(word, 'CONVERSATION');
  const named = textOf(values, 'channel') === null ? null : channelOf(values);
  const at = momentSaid(values);
  const text = await textGiven(context.readStdin, values);
  return context.atDesk('beside', async (engine, language) => {
    const channel = named ?? (await ownChannel(engine, conversation));
    const stored = await engine.call('note.append', { conversation, kind, channel, text, at });
    return stored.ok ? tell(engine, language, stored.value) : stored;
  });
}

/** As the customer came in; who mailed was most likely rung up. */
async function ownChannel(engine: Engine, conversation: number): Promise<HandChannel> {
  const view = await engine.call('conversation.open', { id: conversation, newest: 1 });
  return (view.ok ? HAND_CHANNELS.find((one) => one === view.value.item.channel) : undefined) ?? 'phone';
}

function channelOf(values: Values): HandChannel {
  const wanted = needed(values, 'channel');
  const channel = HAND_CHANNELS.find((one) => one === wanted);
  if (channel === undefined) throw new WrongUse(`--channel: ${CHANNELS}, not "${wanted}"`);
  return channel;
}

function momentSaid(values: Values): number | null {
  const at = textOf(values, 'at');
  return at === null ? null : isoInstant(at, 'at');
}

function reachedBy(values: Values) {
  const [phone, email, handle, link] = (['phone', 'email', 'handle', 'link'] as const).map(
    (name) => textOf(values, name) ?? '',
  );
  return { phone, email, handle, link };
}

function textGiven(readStdin: () => Promise<string>, values: Values): Promise<string> {
  if (values['text-stdin'] !== true) throw new WrongUse('--text-stdin is missing');
  return readStdin();
}

async function tell(engine: Engine, language: UiLanguage, { conversation, messages }: StoredNotes): Promise<Outcome> {
  const view = await engine.call('conversation.open', { id: conversation, newest: 1 });
  if (!view.ok) return view;
  const { section, channel, who, turn, replyBy, replyByFrom } = view.value.item;
  return said(
    { conversation, messages, section, channel, who, turn, replyBy: isoOrNull(replyBy), replyByFrom },
    `${conversation}  ${sectionName(language, section)} · ${who}`,
  );
}
