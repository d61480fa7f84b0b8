// What the fixture desk learned from its owner: two senders, one of them set apart, and a few signs.
import type { CommandArgs } from '../../main/contract/commands.ts';
import { ok, type Result } from '../../main/contract/errors.ts';
import type { LearnedView } from '../../main/contract/learning.ts';
import { DAY_MS } from '../../main/domain/instant.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

export function createFixtureLearning() {
  let learned: LearnedView = {
    senders: [
      { sender: 'verkoop@zagenenzo.be', apart: 3, lastAt: FIXTURE_NOW - DAY_MS, isSetApart: true },
      { sender: 'info@kmo-netwerk.be', apart: 1, lastAt: FIXTURE_NOW - 6 * DAY_MS, isSetApart: false },
    ],
    signs: [
      { name: 'sells something', nudge: -0.22 },
      { name: 'encloses', nudge: 0.14 },
    ],
    deeds: 7,
  };
  return {
    'learning.list': (): Result<LearnedView> => ok(learned),
    'learning.forget': ({ sender }: CommandArgs<'learning.forget'>): Result<LearnedView> => {
      learned = { ...learned, senders: learned.senders.filter((one) => one.sender !== sender) };
      return ok(learned);
    },
    'learning.reset': (): Result<LearnedView> => {
      learned = { senders: [], signs: [], deeds: 0 };
      return ok(learned);
    },
  };
}
