// `balie inspect --jsonl`: the engine's own functions, a line in, a line out. Opens no desk.
import { createInterface } from 'node:readline';
import { SWITCH, type CliCommand } from '../command.ts';
import { runInspect } from '../inspect.ts';
import { said, WrongUse } from '../outcome.ts';

export const inspect: CliCommand = {
  name: 'inspect',
  usage: '--jsonl',
  does: {
    nl: 'Leest regels {"id", "fn", "arg"} en schrijft {"id", "result"}: de eigen functies van de motor, voor onderzoek.',
    en: 'Reads lines {"id", "fn", "arg"} and writes {"id", "result"}: the engine’s own functions, for looking into.',
  },
  options: { jsonl: SWITCH },
  fewest: 0,
  most: 0,
  run: async (context, _words, values) => {
    if (values['jsonl'] !== true) throw new WrongUse('inspect: --jsonl is missing');
    await runInspect(createInterface({ input: context.readLines, crlfDelay: Infinity }), context.writeLine);
    // The answers were all there was to say.
    return said(undefined, '');
  },
};
