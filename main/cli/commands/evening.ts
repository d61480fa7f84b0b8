// The evening review from the command line: `evening`, `evening decide`, `evening undo`, `evening close`.
import { ok, type Result } from '../../contract/errors.ts';
import type { Decided, ReviewView } from '../../contract/evening.ts';
import { DAY_PLAN_TEXTS } from '../../contract/text/day-plan-words.ts';
import { momentWords } from '../../contract/text/reply-by-words.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { iso, isoOrNull, queueItemJson } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand, type Context, type Values } from '../command.ts';
import { said, type Outcome, WrongUse } from '../outcome.ts';
import { momentOf, rowId, textOf } from '../read-words.ts';
import { deskClock, type DeskClock } from './day-plan.ts';

const ALL = 10_000;

export const evening: CliCommand = {
  name: 'evening',
  usage: '',
  does: {
    nl: 'Avondronde: toont wat na sluitingstijd nog te beslissen is, en wat al beslist is.',
    en: 'Evening review: shows what is still to be decided after closing, and what was decided.',
  },
  options: {},
  fewest: 0,
  most: 0,
  run: (context) => reviewed(context, (engine) => engine.call('evening.open', { limit: ALL })),
};

export const eveningDecide: CliCommand = {
  name: 'evening decide',
  usage:
    'CONVERSATION --plan ISO|TEXT | --later ISO|TEXT [--reply-by ISO|TEXT] | --no-answer | --answer-stdin | --skip',
  does: {
    nl: 'Beslist over een gesprek; een antwoord vertrekt bij opening. Voorbij het antwoordmoment is --reply-by nodig.',
    en: 'Decides about a conversation; an answer leaves at opening. Past its reply-by, --reply-by is needed.',
  },
  options: { plan: TEXT, later: TEXT, 'reply-by': TEXT, 'no-answer': SWITCH, 'answer-stdin': SWITCH, skip: SWITCH },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => {
    const conversation = rowId(word, 'CONVERSATION');
    const kinds = ['plan', 'later', 'no-answer', 'answer-stdin', 'skip'].filter((kind) => values[kind] !== undefined);
    if (kinds.length !== 1)
      throw new WrongUse('evening decide: one of --plan, --later, --no-answer, --answer-stdin, --skip');
    return reviewed(context, (engine) => decideBy(engine, context, conversation, values));
  },
};

export const eveningUndo: CliCommand = {
  name: 'evening undo',
  usage: '[CONVERSATION]',
  does: { nl: 'Neemt de laatste beslissing terug.', en: 'Takes back the last decision.' },
  options: {},
  fewest: 0,
  most: 1,
  run: (context, [word]) => {
    const conversation = word === undefined ? null : rowId(word, 'CONVERSATION');
    return reviewed(context, async (engine) => {
      const undone = await engine.call('evening.undo', { conversation });
      return undone.ok ? engine.call('evening.open', { limit: ALL }) : undone;
    });
  },
};

export const eveningClose: CliCommand = {
  name: 'evening close',
  usage: '',
  does: { nl: 'Sluit de dag af, als alles beslist is.', en: 'Closes the day, when everything is decided.' },
  options: {},
  fewest: 0,
  most: 0,
  run: (context) => reviewed(context, (engine) => engine.call('evening.close', {})),
};

async function decideBy(
  engine: Engine,
  context: Context,
  conversation: number,
  values: Values,
): Promise<Result<ReviewView>> {
  if (values['skip'] === true) return engine.call('evening.skip', { conversation });
  if (values['no-answer'] === true) {
    return engine.call('evening.decide', { conversation, choice: { kind: 'no-answer' } });
  }
  if (values['answer-stdin'] === true) {
    const review = await engine.call('evening.open', { limit: ALL });
    if (!review.ok) return review;
    const text = (await context.readStdin()).trimEnd();
    if (text === '') throw new WrongUse('--answer-stdin: an empty answer');
    const { sendsAt } = review.value;
    const sent = await engine.call('reply.send', { conversation, text, sendAt: sendsAt, now: false, cannedId: null });
    return sent.ok ? engine.call('evening.open', { limit: ALL }) : sent;
  }
  const replyByWords = textOf(values, 'reply-by');
  const replyBy = replyByWords === null ? ok(null) : await momentOf(engine.call, replyByWords);
  if (!replyBy.ok) return replyBy;
  const planWords = textOf(values, 'plan');
  const at = await momentOf(engine.call, planWords ?? textOf(values, 'later') ?? '');
  if (!at.ok) return at;
  const choice =
    planWords === null
      ? ({ kind: 'later', until: at.value, replyBy: replyBy.value } as const)
      : ({ kind: 'plan', at: at.value, replyBy: replyBy.value } as const);
  return engine.call('evening.decide', { conversation, choice });
}

const reviewed = (context: Context, act: (engine: Engine) => Promise<Result<ReviewView>>): Promise<Outcome> =>
  context.atDesk('beside', async (engine, language) => {
    const review = await act(engine);
    return review.ok ? saidReview(review.value, language, await deskClock(engine)) : review;
  });

const momentOfDecision = (decided: Decided): Instant | null => {
  switch (decided.kind) {
    case 'answer':
      return decided.leavesAt;
    case 'plan':
    case 'reply-by':
      return decided.at;
    case 'later':
      return decided.until;
    case 'no-answer':
    case 'phoned':
    case 'done':
    case 'fyi':
      return null;
  }
};

function saidReview(review: ReviewView, language: UiLanguage, { now, zone }: DeskClock): Outcome {
  const words = DAY_PLAN_TEXTS[language];
  const undecided = review.undecided.map((item) => `${pad(item.conversation)}  ${item.who} · ${item.subject}`);
  const decisions = review.decisions.map(({ conversation, who, subject, decided }) => {
    const at = momentOfDecision(decided);
    const how = words.decided[decided.kind](at === null ? '' : momentWords(language, at, now, zone));
    return `${pad(conversation)}  ${who} · ${subject} · ${how}`;
  });
  const head = review.dayClosedAt === null ? words.toDecide(review.toDecide) : words.closed;
  return said(
    {
      day: review.day,
      closedAt: iso(review.closedAt),
      isAfterClosing: review.isAfterClosing,
      toDecide: review.toDecide,
      decided: review.decided,
      dayClosedAt: isoOrNull(review.dayClosedAt),
      planDay: review.planDay,
      opensAt: isoOrNull(review.opensAt),
      sendsAt: isoOrNull(review.sendsAt),
      slots: review.slots.map(iso),
      undecided: review.undecided.map((item) => queueItemJson(item, language)),
      decisions: review.decisions.map(({ conversation, who, subject, decided }) => ({
        conversation,
        who,
        subject,
        decided: decided.kind,
        at: isoOrNull(momentOfDecision(decided)),
      })),
    },
    [head, ...undecided, ...decisions].join('\n'),
  );
}

const pad = (id: number): string => String(id).padStart(5);
