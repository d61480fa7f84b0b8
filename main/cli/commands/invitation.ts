// `invitation MESSAGE`: what an invitation asks, and the answer to it.
import { writeFile } from 'node:fs/promises';
import { failed } from '../../contract/errors.ts';
import type { InvitationView } from '../../contract/invitation.ts';
import { dayInWords, instantInWords } from '../../contract/text/invitation-words.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { ZoneName } from '../../domain/instant.ts';
import { ANSWERS, type EventTime, type InvitationAnswer } from '../../domain/invitation/invitation.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { iso, isoOrNull } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand } from '../command.ts';
import { said, WrongUse, type Outcome } from '../outcome.ts';
import { momentOf, rowId, textOf } from '../read-words.ts';
import { outcomeOf } from './answer.ts';

export const invitation: CliCommand = {
  name: 'invitation',
  usage: `MESSAGE [--answer ${ANSWERS.join('|')} | --propose MOMENT [--words TEXT] | --ics FILE] [--now]`,
  does: {
    nl: 'Toont de uitnodiging in een bericht. --answer en --propose (een ander moment: "vrijdag 14:00") gaan per mail naar de organisator; --ics schrijft haar als agendabestand. Van een reeks gaat het antwoord over de keer die de mail noemt.',
    en: 'Shows the invitation in a message. --answer and --propose (another time: "friday 14:00") go to the organiser by mail; --ics writes it as a calendar file. Of a series the answer is about the occurrence that the mail names.',
  },
  options: { answer: TEXT, propose: TEXT, words: TEXT, ics: TEXT, now: SWITCH },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => {
    const message = rowId(word, 'MESSAGE');
    const as = answerSaid(textOf(values, 'answer'));
    const moment = textOf(values, 'propose');
    const words = textOf(values, 'words');
    const file = textOf(values, 'ics');
    if ([as, moment, file].filter((one) => one !== null).length > 1) {
      throw new WrongUse('one of --answer, --propose and --ics');
    }
    if (words !== null && moment === null) throw new WrongUse('--words goes with --propose');
    const isNow = values['now'] === true;
    return context.atDesk('beside', async (engine, language) => {
      if (file !== null) return writeCopy(engine, message, file);
      if (as !== null) {
        const queued = await engine.call('invitation.answer', { message, as, now: isNow });
        return queued.ok ? outcomeOf(context, engine, queued.value, isNow) : queued;
      }
      if (moment !== null) {
        const start = await momentOf(engine.call, moment);
        if (!start.ok) return start;
        const queued = await engine.call('invitation.propose', {
          message,
          start: start.value,
          words: words ?? '',
          now: isNow,
        });
        return queued.ok ? outcomeOf(context, engine, queued.value, isNow) : queued;
      }
      return show(engine, message, language);
    });
  },
};

async function writeCopy(engine: Engine, message: number, file: string): Promise<Outcome> {
  const copy = await engine.call('invitation.calendar', { message });
  if (!copy.ok) return copy;
  await writeFile(file, copy.value.text, { mode: 0o600 });
  return said({ message, file }, file);
}

async function show(engine: Engine, message: number, language: UiLanguage): Promise<Outcome> {
  const [looked, settings] = await Promise.all([
    engine.call('invitation.look', { message }),
    engine.call('settings.get', {}),
  ]);
  if (!looked.ok) return looked;
  if (!settings.ok) return settings;
  if (looked.value === null) return failed('not-found', 'never', 'no invitation in this message');
  const { answer, proposed, accepted, ...view } = looked.value;
  return said(
    {
      message,
      ...view,
      answer: answer === null ? null : { ...answer, at: isoOrNull(answer.at) },
      proposed: proposed === null ? null : { ...proposed, at: iso(proposed.at) },
      accepted: accepted.map(({ summary, from, until }) => ({ summary, from: iso(from), until: iso(until) })),
    },
    linesOf(looked.value, language, settings.value.officeHours.zone).join('\n'),
  );
}

const WORDS = {
  nl: {
    instead: 'in plaats van',
    off: 'gaat niet door',
    to: 'verplaatst naar',
    extra: 'komt erbij',
    changed: 'is gewijzigd',
    only: 'alleen de keer van',
    closed: 'buiten je openingstijden',
    taken: 'je hebt dan al',
    proposed: 'je stelde voor:',
  },
  en: {
    instead: 'instead of',
    off: 'is off',
    to: 'moved to',
    extra: 'comes on top',
    changed: 'has changed',
    only: 'only that of',
    closed: 'outside your opening hours',
    taken: 'you already have',
    proposed: 'you proposed:',
  },
} as const;

function linesOf(view: InvitationView, language: UiLanguage, zone: ZoneName): readonly string[] {
  const words = WORDS[language];
  const when = (time: EventTime | null): string =>
    time === null ? '' : time.kind === 'day' ? dayInWords(language, time.day) : instantInWords(language, time.at, zone);
  const { instead, occurrence, answer, proposed } = view;
  return [
    view.summary,
    when(view.start),
    instead?.start == null ? '' : `${words.instead} ${when(instead.start)}`,
    occurrence === null ? '' : `${words.only} ${when(occurrence.at)}`,
    ...view.exceptions.map(({ kind, at, start }) =>
      kind === 'moved' ? `${when(at)} ${words.to} ${when(start)}` : `${when(at)} ${words[kind]}`,
    ),
    view.location,
    view.organizer?.address ?? '',
    view.comment,
    view.isOutsideHours ? words.closed : '',
    ...view.accepted.map(({ summary }) => `${words.taken} ${summary}`),
    proposed === null ? '' : `${words.proposed} ${when(proposed.start)}`,
    answer?.said ?? view.standing,
  ].filter((line) => line !== '');
}

function answerSaid(word: string | null): InvitationAnswer | null {
  const known = ANSWERS.find((one) => one === word) ?? null;
  if (word !== null && known === null) throw new WrongUse(`--answer: ${ANSWERS.join(', ')}, not "${word}"`);
  return known;
}
