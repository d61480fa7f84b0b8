// `balie learned`: what the desk learned from the owner's own sorting, to forget by sender or all at once.
import type { LearnedView } from '../../contract/learning.ts';
import { signWords } from '../../contract/text/sign-words.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { iso } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand } from '../command.ts';
import { said, WrongUse } from '../outcome.ts';
import { textOf } from '../read-words.ts';

export const learned: CliCommand = {
  name: 'learned',
  usage: '[--forget SENDER | --reset]',
  does: {
    nl: 'Toont wat Balie leerde van wat je naar Ter info en terug verplaatste; --forget vergeet een afzender, --reset alles.',
    en: 'Shows what Balie learned from what you moved to For information and back; --forget forgets a sender, --reset everything.',
  },
  options: { forget: TEXT, reset: SWITCH },
  fewest: 0,
  most: 0,
  run: (context, _, values) => {
    const sender = textOf(values, 'forget');
    const isReset = values['reset'] === true;
    if (sender !== null && isReset) throw new WrongUse('--forget or --reset, not both');
    return context.atDesk('beside', async (engine, language) => {
      const view = isReset
        ? await engine.call('learning.reset', {})
        : sender === null
          ? await engine.call('learning.list', {})
          : await engine.call('learning.forget', { sender: sender.toLowerCase() });
      if (!view.ok) return view;
      const senders = view.value.senders.map(({ lastAt, ...one }) => ({ ...one, lastAt: iso(lastAt) }));
      return said({ ...view.value, senders }, linesOf(view.value, language));
    });
  },
};

function linesOf({ senders, signs }: LearnedView, language: UiLanguage): string {
  const isDutch = language === 'nl';
  const lines = [
    ...senders.map(({ sender, apart, isSetApart }) => {
      const goes = isDutch ? 'gaat vanzelf naar Ter info' : 'goes to For information by itself';
      return `${sender}  ${apart} ×${isSetApart ? `, ${goes}` : ''}`;
    }),
    ...signs.map(({ name, nudge }) => `${nudge > 0 ? '+' : ''}${nudge.toFixed(2)}  ${signWords(language, name)}`),
  ];
  return lines.length === 0 ? (isDutch ? 'Nog niets geleerd.' : 'Nothing learned yet.') : lines.join('\n');
}
