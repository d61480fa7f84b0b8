// `balie trash`: what was thrown away, and until when each can be put back.
import { iso } from '../as-json.ts';
import type { CliCommand } from '../command.ts';
import { said } from '../outcome.ts';

const MOST_SHOWN = 200;

export const trash: CliCommand = {
  name: 'trash',
  usage: '',
  does: {
    nl: 'Toont de weggegooide gesprekken en tot wanneer ze terug te zetten zijn (undelete).',
    en: 'Shows the conversations that were thrown away, and until when they can be put back (undelete).',
  },
  options: {},
  fewest: 0,
  most: 0,
  run: (context) =>
    context.atDesk('beside', async (engine, language) => {
      const page = await engine.call('trash.list', { offset: 0, limit: MOST_SHOWN });
      if (!page.ok) return page;
      const { trashed, total } = page.value;
      const until = { nl: 'tot', en: 'until' }[language];
      const lines = trashed.map(
        ({ item, goneAt }) =>
          `${item.conversation}  ${until} ${iso(goneAt).slice(0, 10)}  ${item.who} · ${item.subject}`,
      );
      const empty = { nl: 'De prullenbak is leeg.', en: 'The trash is empty.' }[language];
      return said(
        {
          trashed: trashed.map(({ item, deletedAt, goneAt }) => ({
            conversation: item.conversation,
            who: item.who,
            subject: item.subject,
            deletedAt: iso(deletedAt),
            goneAt: iso(goneAt),
          })),
          total,
        },
        lines.length === 0 ? empty : lines.join('\n'),
      );
    }),
};
