// Which saved replies fit a conversation, with what was learned of them; and what that is, to be looked at and forgotten.
import type { FittingReply, LearnedCanned } from '../../contract/canned.ts';
import type { CommandArgs } from '../../contract/commands.ts';
import { ok, type Result } from '../../contract/errors.ts';
import type { ConversationId } from '../../contract/views.ts';
import { wordsSaid } from '../../domain/canned/customer-words.ts';
import { createFitting, type Fitting, type Learned } from '../../domain/canned/fitting.ts';
import type { CannedReply } from '../../contract/canned.ts';
import type { Store } from '../store/store.ts';
import { lastOfTheirs, saidIn } from './canned-use.ts';

export type CannedFitting = {
  readonly fitting: (args: CommandArgs<'canned.fitting'>) => Result<readonly FittingReply[]>;
  readonly learned: () => Result<readonly LearnedCanned[]>;
  readonly forgetLearned: (args: CommandArgs<'canned.forgetLearned'>) => Result<readonly LearnedCanned[]>;
  /** What there is of saved replies is another. */
  readonly changed: () => void;
};

type Rooms = Pick<Store, 'canned' | 'cannedWords' | 'messages' | 'bodies' | 'transaction'>;

/** More of a reply would be read by nobody. */
const WORDS_SHOWN = 12;

export function createCannedFitting(store: Rooms): CannedFitting {
  let ready: Fitting<CannedReply> | null = null;
  const learnedNow = (): readonly LearnedCanned[] => {
    const byReply = Map.groupBy(store.cannedWords.all(), ({ canned }) => canned);
    return store.canned.list().flatMap(({ id, title }) => {
      const counts = byReply.get(id) ?? [];
      const answers = counts.find(({ word }) => word === '')?.times ?? 0;
      const words = counts.filter(({ word }) => word !== '').slice(0, WORDS_SHOWN);
      return answers === 0 ? [] : [{ id, title, answers, words: words.map(({ word }) => word) }];
    });
  };
  return {
    fitting: ({ conversation }) => {
      const said = lastSaid(store, conversation);
      if (said === null) return ok([]);
      ready ??= createFitting(store.canned.list());
      const found = ready(said, learnedOf(store, said));
      return ok(found.map(({ reply, words }) => ({ id: reply.id, words })));
    },
    learned: () => ok(learnedNow()),
    forgetLearned: ({ id }) => {
      store.transaction(() => store.cannedWords.forget(id));
      return ok(learnedNow());
    },
    changed: () => {
      ready = null;
    },
  };
}

function lastSaid(store: Rooms, conversation: ConversationId): string | null {
  const last = lastOfTheirs(store, conversation, Infinity);
  return last === null ? null : saidIn(store, last);
}

function learnedOf({ cannedWords }: Rooms, message: string): Learned {
  const byWord = Map.groupBy(cannedWords.of([...wordsSaid(message).keys()]), ({ word }) => word);
  const timesOf = (word: string): ReadonlyMap<number, number> =>
    new Map((byWord.get(word) ?? []).map(({ canned, times }) => [canned, times]));
  const answers = timesOf('');
  return {
    answers: [...answers.values()].reduce((sum, one) => sum + one, 0),
    answersWith: (reply) => answers.get(reply) ?? 0,
    timesOf,
  };
}
