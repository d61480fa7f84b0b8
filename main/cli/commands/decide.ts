// The owner's decisions from the command line: `done`, `reopen`, `snooze`, `reply-by`, `follow-up`, `phoned`, `delete`, `undelete`.
import { ok, type Result } from '../../contract/errors.ts';
import { sectionName } from '../../contract/text/queue-words.ts';
import { TRASH_DAYS } from '../../contract/trash.ts';
import { DAY_MS } from '../../domain/instant.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { isDeleted, UNTIL_THEY_WRITE } from '../../domain/queue/decisions.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { isoOrNull, snoozedJson } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand } from '../command.ts';
import { momentWordsAt } from '../moment-words.ts';
import { said, WrongUse, type Outcome } from '../outcome.ts';
import { momentOf, needed, rowId, textOf } from '../read-words.ts';

const plain = (
  name: string,
  does: CliCommand['does'],
  act: (engine: Engine, id: number) => Promise<Result<unknown>>,
): CliCommand => ({
  name,
  usage: 'CONVERSATION',
  does,
  options: {},
  fewest: 1,
  most: 1,
  run: (context, [word]) => {
    const id = rowId(word, 'CONVERSATION');
    return context.atDesk('beside', async (engine, language) => {
      const decided = await act(engine, id);
      return decided.ok ? placeOf(engine, id, language) : decided;
    });
  },
});

export const done = plain(
  'done',
  { nl: 'Zet een gesprek op afgehandeld.', en: 'Marks a conversation done.' },
  (engine, id) => engine.call('conversation.done', { id, because: 'owner' }),
);

export const reopen = plain(
  'reopen',
  { nl: 'Haalt een gesprek terug in de wachtrij.', en: 'Brings a conversation back into the queue.' },
  (engine, id) => engine.call('conversation.reopen', { id }),
);

export const phoned = plain(
  'phoned',
  { nl: 'Telefonisch beantwoord: telt als antwoord.', en: 'Answered by phone: counts as an answer.' },
  (engine, id) => engine.call('conversation.done', { id, because: 'phone' }),
);

export const remove = plain(
  'delete',
  {
    nl: 'Gooit een gesprek weg, ook op de mailserver; dertig dagen terug te zetten.',
    en: 'Throws a conversation away, on the mail server too; it can be put back for thirty days.',
  },
  (engine, id) => engine.call('conversation.delete', { id }),
);

export const undelete = plain(
  'undelete',
  { nl: 'Zet een weggegooid gesprek terug.', en: 'Puts back a conversation that was thrown away.' },
  (engine, id) => engine.call('conversation.undelete', { id }),
);

export const toFyi = plain(
  'to-fyi',
  {
    nl: 'Verplaatst een gesprek naar Ter info; Balie leert ervan.',
    en: 'Moves a conversation to For information; Balie learns from it.',
  },
  (engine, id) => engine.call('conversation.sortAs', { id, as: 'fyi' }),
);

export const toQueue = plain(
  'to-queue',
  {
    nl: 'Verplaatst een gesprek van Ter info naar de wachtrij; Balie leert ervan.',
    en: 'Moves a conversation from For information to the queue; Balie learns from it.',
  },
  (engine, id) => engine.call('conversation.sortAs', { id, as: 'queue' }),
);

export const snooze: CliCommand = {
  name: 'snooze',
  usage: 'CONVERSATION --until ISO|TEXT|--until-they-write [--reply-by ISO|TEXT]',
  does: {
    nl: 'Stelt een gesprek uit. Voorbij het antwoordmoment is een nieuw antwoordmoment nodig (--reply-by).',
    en: 'Puts a conversation off. Past its reply-by a new one is needed (--reply-by).',
  },
  options: { until: TEXT, 'until-they-write': SWITCH, 'reply-by': TEXT },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => {
    const id = rowId(word, 'CONVERSATION');
    const isOpenEnded = values['until-they-write'] === true;
    if (isOpenEnded && values['until'] !== undefined) throw new WrongUse('--until or --until-they-write, not both');
    const untilWords = isOpenEnded ? null : needed(values, 'until');
    const replyByText = textOf(values, 'reply-by');
    return context.atDesk('beside', async (engine, language) => {
      const until = untilWords === null ? ok(UNTIL_THEY_WRITE) : await momentOf(engine.call, untilWords);
      if (!until.ok) return until;
      const replyBy = replyByText === null ? null : await momentOf(engine.call, replyByText);
      if (replyBy !== null && !replyBy.ok) return replyBy;
      const snoozed = await engine.call('conversation.snooze', {
        id,
        until: until.value,
        replyBy: replyBy?.value ?? null,
      });
      return snoozed.ok ? placeOf(engine, id, language) : snoozed;
    });
  },
};

export const replyBy: CliCommand = {
  name: 'reply-by',
  usage: 'CONVERSATION --at ISO|TEXT',
  does: { nl: 'Zet het antwoordmoment met de hand.', en: 'Sets the reply-by by hand.' },
  options: { at: TEXT },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => {
    const id = rowId(word, 'CONVERSATION');
    const words = needed(values, 'at');
    return context.atDesk('beside', async (engine, language) => {
      const at = await momentOf(engine.call, words);
      if (!at.ok) return at;
      const set = await engine.call('conversation.setReplyBy', { id, at: at.value });
      return set.ok ? placeOf(engine, id, language) : set;
    });
  },
};

export const followUp: CliCommand = {
  name: 'follow-up',
  usage: 'CONVERSATION --in TEXT|--at ISO|TEXT|--as-asked|--off',
  does: {
    nl: 'Zegt wanneer een klant op je antwoord gereageerd moet hebben (--in "3 werkdagen"); --off: niet bewaken.',
    en: 'Says by when a customer should have answered you (--in "3 working days"); --off: no watch.',
  },
  options: { in: TEXT, at: TEXT, 'as-asked': SWITCH, off: SWITCH },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => {
    const id = rowId(word, 'CONVERSATION');
    const length = textOf(values, 'in');
    const atWords = textOf(values, 'at');
    const said = [length !== null, atWords !== null, values['as-asked'] === true, values['off'] === true];
    if (said.filter(Boolean).length !== 1) throw new WrongUse('one of --in, --at, --as-asked and --off');
    return context.atDesk('beside', async (engine, language) => {
      const moment = atWords ?? (length === null ? null : `over ${length}`);
      const at = moment === null ? null : await momentOf(engine.call, moment);
      if (at !== null && !at.ok) return at;
      const decided = await engine.call('conversation.followUp', {
        id,
        at: at?.value ?? (values['as-asked'] === true ? 'as-asked' : null),
      });
      return decided.ok ? placeOf(engine, id, language) : decided;
    });
  },
};

async function placeOf(engine: Engine, id: number, language: UiLanguage): Promise<Outcome> {
  const view = await engine.call('conversation.open', { id });
  if (!view.ok) return view;
  const { item, decisions } = view.value;
  if (isDeleted(decisions)) {
    const words = { nl: 'weggegooid, terug te zetten tot', en: 'thrown away, can be put back until' }[language];
    const goneAt = (decisions.deletedAt ?? 0) + TRASH_DAYS * DAY_MS;
    return said(
      { conversation: id, deletedAt: isoOrNull(decisions.deletedAt ?? null), goneAt: isoOrNull(goneAt) },
      `${id}  ${words} ${isoOrNull(goneAt)?.slice(0, 10)}`,
    );
  }
  const { section, turn, replyBy: by, replyByFrom, snoozedUntil, followUp: watch } = item;
  const when = (await momentWordsAt(engine, language, null))(item);
  return said(
    {
      conversation: id,
      section,
      turn,
      replyBy: isoOrNull(by),
      replyByFrom,
      ...snoozedJson(snoozedUntil),
      followUpAt: isoOrNull(watch?.at ?? null),
    },
    `${id}  ${sectionName(language, section)}${when === '' ? '' : ` · ${when}`}`,
  );
}
