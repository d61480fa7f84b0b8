// `balie trust MESSAGE`: what is to be said of who sent it. `balie pictures`: the senders whose pictures are always shown.
import type { SenderDoubt } from '../../domain/sender-trust/sender-doubts.ts';
import { iso } from '../as-json.ts';
import { TEXT, type CliCommand } from '../command.ts';
import { said } from '../outcome.ts';
import { rowId, textOf } from '../read-words.ts';

export const trust: CliCommand = {
  name: 'trust',
  usage: 'MESSAGE',
  does: {
    nl: 'Zegt wat er aan de afzender van dit bericht niet klopt, als er iets is.',
    en: 'Says what is odd about the sender of this message, if anything is.',
  },
  options: {},
  fewest: 1,
  most: 1,
  run: (context, [word]) =>
    context.atDesk('beside', async (engine) => {
      const found = await engine.call('message.trust', { message: rowId(word, 'MESSAGE') });
      if (!found.ok) return found;
      return said(found.value, found.value.doubts.map(lineOf).join('\n'));
    }),
};

export const pictures: CliCommand = {
  name: 'pictures',
  usage: '[--forget SENDER]',
  does: {
    nl: 'Toont van wie afbeeldingen van buiten altijd geladen worden; --forget haalt een afzender weg, of iedereen van een domein (@bedrijf.nl).',
    en: 'Shows whose pictures from elsewhere are always loaded; --forget takes a sender out, or everybody of a domain (@firm.com).',
  },
  options: { forget: TEXT },
  fewest: 0,
  most: 0,
  run: (context, _, values) => {
    const sender = textOf(values, 'forget');
    return context.atDesk('beside', async (engine) => {
      const left =
        sender === null ? await engine.call('remote.senders', {}) : await engine.call('remote.forget', { sender });
      if (!left.ok) return left;
      const senders = left.value.map((one) => ({ sender: one.sender, allowedAt: iso(one.allowedAt) }));
      return said(senders, senders.map((one) => one.sender).join('\n'));
    });
  },
};

const lineOf = ({ kind, ...facts }: SenderDoubt): string => `${kind}  ${Object.values(facts).flat().join('  ')}`;
