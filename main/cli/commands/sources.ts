// `balie from`: who is really behind a mail, in the owner's own words, and the rules that came of it.
import type { RuleView, SaidOfMail } from '../../contract/mail-source.ts';
import { CHANNELS, type Channel } from '../../domain/conversation/message.ts';
import { iso } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand, type Values } from '../command.ts';
import { said, WrongUse } from '../outcome.ts';
import { rowId, textOf } from '../read-words.ts';

export const from: CliCommand = {
  name: 'from',
  usage:
    'CONVERSATION [--channel CHANNEL] [--reply-to | --field LABEL | --person ADDRESS [--name NAME]] [--all sender|domain] [--subject WORDS] [--dry-run]',
  does: {
    nl: 'Zegt van wie een mail echt is: zoals Balie het leest, wie in Reply-To of in een veld van de mail staat, of wie je zelf noemt.',
    en: 'Says who a mail is really from: as Balie reads it, whoever stands in Reply-To or in a field of the mail, or whom you name.',
  },
  options: {
    channel: TEXT,
    'reply-to': SWITCH,
    field: TEXT,
    person: TEXT,
    name: TEXT,
    all: TEXT,
    subject: TEXT,
    'dry-run': SWITCH,
  },
  fewest: 1,
  most: 1,
  run: async (context, [conversation], values) => {
    const id = rowId(conversation, 'CONVERSATION');
    const channel = channelOf(values);
    const scope = scopeOf(values);
    return context.atDesk('beside', async (engine) => {
      const look = await engine.call('sources.look', { conversation: id });
      if (!look.ok) return look;
      const field = textOf(values, 'field');
      const word: SaidOfMail = {
        message: look.value.message,
        channel: channel ?? look.value.channel,
        ...personOf(values, look.value.personFrom),
        field: field ?? look.value.field,
        scope,
        subject: textOf(values, 'subject') ?? '',
      };
      const { sender, proof } = look.value;
      if (values['dry-run'] === true) {
        const preview = await engine.call('sources.preview', word);
        return preview.ok ? said({ ...preview.value, sender, proof }, String(preview.value.messages)) : preview;
      }
      const done = await engine.call('sources.say', word);
      return done.ok ? said({ ...done.value, sender, proof }, String(done.value.messages)) : done;
    });
  },
};

export const fromRules: CliCommand = {
  name: 'from rules',
  usage: '[--remove ID]',
  does: {
    nl: 'Toont wat je zelf zei over van wie mails zijn; --remove haalt een regel weg.',
    en: 'Shows what you said yourself about who mails are from; --remove takes a rule away.',
  },
  options: { remove: TEXT },
  fewest: 0,
  most: 0,
  run: (context, _words, values) => {
    const remove = textOf(values, 'remove');
    const id = remove === null ? null : rowId(remove, '--remove');
    return context.atDesk('beside', async (engine) => {
      if (id !== null) {
        const removed = await engine.call('sources.removeRule', { id });
        if (!removed.ok) return removed;
      }
      const rules = await engine.call('sources.rules', {});
      return rules.ok ? said(rules.value.map(ruleJson), rules.value.map(ruleLine).join('\n')) : rules;
    });
  },
};

function personOf(values: Values, otherwise: SaidOfMail['personFrom']): Pick<SaidOfMail, 'personFrom' | 'person'> {
  const address = textOf(values, 'person');
  if (address !== null) return { personFrom: 'typed', person: { name: textOf(values, 'name') ?? '', address } };
  if (textOf(values, 'field') !== null) return { personFrom: 'field' };
  return { personFrom: values['reply-to'] === true ? 'reply-to' : otherwise };
}

const ruleJson = ({ madeAt, ...rule }: RuleView) => ({ ...rule, madeAt: iso(madeAt) });

const ruleLine = ({ id, sender, subject, channel, personFrom, field }: RuleView): string =>
  [id, sender, ...(subject === '' ? [] : [`"${subject}"`]), channel, personFrom === 'field' ? field : personFrom].join(
    '  ',
  );

function channelOf(values: Values): Channel | null {
  const wanted = textOf(values, 'channel');
  if (wanted === null) return null;
  const channel = CHANNELS.find((one) => one === wanted);
  if (channel === undefined) throw new WrongUse(`--channel: ${CHANNELS.join('|')}, not "${wanted}"`);
  return channel;
}

function scopeOf(values: Values): SaidOfMail['scope'] {
  const all = textOf(values, 'all');
  if (all === null) return 'message';
  if (all !== 'sender' && all !== 'domain') throw new WrongUse(`--all: sender|domain, not "${all}"`);
  return all;
}
