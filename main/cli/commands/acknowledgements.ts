// `balie acknowledgements`: what was acknowledged, or would have been, and the switch. The end of the rehearsal is not here: for that
// the owner reads the texts in the window.
import { acknowledgementWords } from '../../contract/text/acknowledgement-words.ts';
import type { AcknowledgementMode } from '../../contract/acknowledgements.ts';
import { isoOrNull, iso } from '../as-json.ts';
import { TEXT, type CliCommand } from '../command.ts';
import { said, WrongUse } from '../outcome.ts';
import { countOf } from '../read-words.ts';

const WHAT = ['list', 'dry-run', 'on', 'off'] as const;

export const acknowledgements: CliCommand = {
  name: 'acknowledgements',
  usage: '[list|dry-run|on|off] [--limit N]',
  does: {
    nl: 'Toont welke ontvangstberichten verstuurd zijn, welke de proefweek verstuurd zou hebben (dry-run) en welke niet en waarom; on begint met een week op proef.',
    en: 'Shows which acknowledgements were sent, which the week of rehearsal would have sent (dry-run), and which not and why; on begins with a week of rehearsal.',
  },
  options: { limit: TEXT },
  fewest: 0,
  most: 1,
  run: (context, [word = 'list'], values) => {
    const what = WHAT.find((one) => one === word);
    if (what === undefined) throw new WrongUse(`list, dry-run, on or off, not "${word}"`);
    const limit = Math.min(500, countOf(values, 'limit', 50));
    return context.atDesk('beside', async (engine, language) => {
      if (what === 'on' || what === 'off') {
        const turned = await engine.call('acknowledgements.switch', { to: what });
        return turned.ok ? said(modeJson(turned.value), turned.value.kind) : turned;
      }
      const listed = await engine.call('acknowledgements.list', { limit });
      if (!listed.ok) return listed;
      const { mode, inLastHour } = listed.value;
      const items = listed.value.items.filter(({ outcome }) => what === 'list' || outcome === 'dry-run');
      const json = {
        mode: modeJson(mode),
        inLastHour,
        items: items.map((item) => ({
          at: iso(item.at),
          conversation: item.conversation,
          who: item.who,
          subject: item.subject,
          outcome: item.outcome,
          refusal: item.refusal,
          because: acknowledgementWords(language, item),
          language: item.language,
          situation: item.situation,
          statedAt: isoOrNull(item.statedAt),
          delivery: item.delivery,
          text: item.text,
        })),
      };
      const lines = items.map(
        (item) =>
          `${iso(item.at)}  ${item.who}  ${item.subject}\n  ${acknowledgementWords(language, item)}${
            what === 'dry-run' ? `\n${item.text.replaceAll(/^/gm, '    ')}` : ''
          }`,
      );
      return said(json, [mode.kind, ...lines].join('\n'));
    });
  },
};

const modeJson = (mode: AcknowledgementMode) => ({
  kind: mode.kind,
  until: mode.kind === 'dry-run' ? iso(mode.until) : null,
  since: mode.kind === 'stopped' ? iso(mode.since) : null,
});
