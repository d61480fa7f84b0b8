// `invitation MESSAGE`: what an invitation asks, and the answer to it.
import { failed } from '../../contract/errors.ts';
import { dayInWords, instantInWords } from '../../contract/text/invitation-words.ts';
import { ANSWERS, type InvitationAnswer } from '../../domain/invitation/invitation.ts';
import { isoOrNull } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand } from '../command.ts';
import { said, WrongUse } from '../outcome.ts';
import { rowId, textOf } from '../read-words.ts';
import { outcomeOf } from './answer.ts';

export const invitation: CliCommand = {
  name: 'invitation',
  usage: `MESSAGE [--answer ${ANSWERS.join('|')}] [--now]`,
  does: {
    nl: 'Toont de uitnodiging in een bericht. Met --answer gaat je antwoord per mail naar de organisator.',
    en: 'Shows the invitation in a message. With --answer your answer goes to the organiser by mail.',
  },
  options: { answer: TEXT, now: SWITCH },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => {
    const message = rowId(word, 'MESSAGE');
    const as = answerSaid(textOf(values, 'answer'));
    const isNow = values['now'] === true;
    return context.atDesk('beside', async (engine, language) => {
      if (as !== null) {
        const queued = await engine.call('invitation.answer', { message, as, now: isNow });
        return queued.ok ? outcomeOf(context, engine, queued.value, isNow) : queued;
      }
      const [looked, settings] = await Promise.all([
        engine.call('invitation.look', { message }),
        engine.call('settings.get', {}),
      ]);
      if (!looked.ok) return looked;
      if (!settings.ok) return settings;
      if (looked.value === null) return failed('not-found', 'never', 'no invitation in this message');
      const { start, answer, ...view } = looked.value;
      const when =
        start === null
          ? ''
          : start.kind === 'day'
            ? dayInWords(language, start.day)
            : instantInWords(language, start.at, settings.value.officeHours.zone);
      return said(
        { message, ...view, start, answer: answer === null ? null : { ...answer, at: isoOrNull(answer.at) } },
        [view.summary, when, view.location, view.organizer?.address ?? '', answer?.said ?? view.standing]
          .filter((line) => line !== '')
          .join('\n'),
      );
    });
  },
};

function answerSaid(word: string | null): InvitationAnswer | null {
  const known = ANSWERS.find((one) => one === word) ?? null;
  if (word !== null && known === null) throw new WrongUse(`--answer: ${ANSWERS.join(', ')}, not "${word}"`);
  return known;
}
