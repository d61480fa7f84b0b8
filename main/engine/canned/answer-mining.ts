// Looks for own answers that were written three times, in the background and while no mail streams in, and proposes one saved reply of
// them. What is alike, and what of it becomes a field, is domain/canned. Only the proposal is kept; the answers are read anew.
import { createHash } from 'node:crypto';
import type { CannedProposal } from '../../contract/canned.ts';
import type { CommandArgs } from '../../contract/commands.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { MessageRowId } from '../../contract/views.ts';
import { createAlikeIndex, shareIn, wordPairs, type AlikeIndex, type WordPairs } from '../../domain/canned/alike.ts';
import { ownWords } from '../../domain/canned/own-words.ts';
import { FEWEST_ANSWERS, nameFor, proposeFrom, type AlikeAnswer } from '../../domain/canned/propose.ts';
import { CANNED_LANGUAGES, type CannedLanguage } from '../../domain/canned/template.ts';
import { guessLanguage } from '../../domain/conversation/language-guess.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { MINUTE_MS } from '../../domain/instant.ts';
import { calledBy } from '../contacts/called.ts';
import type { Cancel, Clock, Timers } from '../ports/ports.ts';
import type { SettingsDesk } from '../settings/settings.ts';
import type { OwnAnswer, ProposalRow } from '../store/canned-proposal-table.ts';
import type { Store } from '../store/store.ts';
import { freeCode } from './canned.ts';

export type AnswerMining = {
  readonly proposals: () => Result<readonly CannedProposal[]>;
  readonly say: (args: CommandArgs<'canned.sayOfProposal'>) => Result<null>;
  readonly start: () => void;
  readonly stop: () => void;
};

export type AnswerMiningDeps = {
  readonly store: Pick<
    Store,
    'canned' | 'cannedProposals' | 'bodies' | 'contacts' | 'messages' | 'conversations' | 'settings' | 'transaction'
  >;
  readonly clock: Pick<Clock, 'now'>;
  readonly timers: Timers;
  readonly settings: Pick<SettingsDesk, 'get'>;
  readonly language: () => UiLanguage;
  readonly isCatchingUp: () => boolean;
  /** There is one more to show, or one less. */
  readonly onChanged: () => void;
};

/** What is older was written in other days; and it bounds the memory that a look takes. */
const WINDOW = 2_000;
/** The start, and the first mail after it, have the desk to themselves. */
const FIRST_LOOK_MS = 3 * MINUTE_MS;
const LOOK_EVERY_MS = 15 * MINUTE_MS;
/** Some 10 ms of unpacking and reading; the pause lets commands pass. */
const SLICE = 20;
const PAUSE_MS = 100;
/** More sources make the shared words fewer and the proposal no better. */
const MOST_SOURCES = 6;
/** How far the owner got, by row: what was looked at is not tried again after a restart. */
const MINED = 'canned.mined';
/** So much of an answer in a saved reply, and it was made of it. */
const MADE_OF = 0.5;

type Look = {
  readonly index: AlikeIndex;
  readonly rest: OwnAnswer[];
  readonly minedBefore: number;
  readonly saved: readonly WordPairs[];
};

export function createAnswerMining(deps: AnswerMiningDeps): AnswerMining {
  const { store, clock, timers, isCatchingUp } = deps;
  let cancel: Cancel = () => {};
  const signatures = (): readonly string[] => deps.settings.get().signatures.map(({ text }) => text);

  const readAnswer = (id: MessageRowId): (AlikeAnswer & { readonly language: CannedLanguage }) | null => {
    const message = store.messages.get(id);
    if (message === null) return null;
    const conversation = store.conversations.get(message.conversation);
    const words = ownWords(store.bodies.text(id), signatures());
    const guessed = guessLanguage(words.body);
    const language = CANNED_LANGUAGES.find((one) => one === guessed);
    return conversation === null || language === undefined ? null : { words, contact: conversation.customer, language };
  };
  /** The newest of each conversation, and all in one language. */
  const proposalOf = (ids: readonly MessageRowId[]) => {
    const conversations = new Set<number>();
    const answers = ids.flatMap((id) => {
      const conversation = store.messages.get(id)?.conversation ?? 0;
      const answer = conversations.has(conversation) ? null : readAnswer(id);
      if (answer !== null) conversations.add(conversation);
      return answer === null ? [] : [{ id, answer }];
    });
    const language = answers[0]?.answer.language;
    if (language === undefined) return null;
    const same = answers.filter(({ answer }) => answer.language === language).slice(0, MOST_SOURCES);
    // What the least alike of them spoils, the most alike three may hold.
    for (const tried of [same, same.slice(0, FEWEST_ANSWERS)]) {
      const proposal = proposeFrom(
        tried.map(({ answer }) => answer),
        language,
        deps.language(),
      );
      if (proposal !== null) return { ...proposal, language, messages: tried.map(({ id }) => id) };
    }
    return null;
  };

  const lookAt = ({ index, minedBefore, saved }: Look, { id }: OwnAnswer): 'nothing' | 'tried' | 'found' => {
    const words = ownWords(store.bodies.text(id), signatures());
    const pairs = wordPairs(words.body);
    if (pairs === null || saved.some((text) => shareIn(pairs, text) >= MADE_OF)) return 'nothing';
    const alike = index.alike(pairs);
    index.add(id, pairs);
    if (id <= minedBefore || alike.length < FEWEST_ANSWERS - 1) return 'nothing';
    const group = [id, ...alike];
    // What was said of some of them holds for all that are like them.
    const known = new Set(store.cannedProposals.list().flatMap(({ messages }) => messages));
    if (group.some((one) => known.has(one))) return 'nothing';
    const found = proposalOf(group);
    if (found === null) return 'tried';
    const likeness = createHash('sha256').update(found.shared).digest('base64url');
    const { text, language, messages } = found;
    store.cannedProposals.add({ likeness, messages, text, language, foundAt: clock.now() });
    return 'found';
  };

  /** A slice; or up to the first ones that were laid beside each other, which takes as long. */
  const lookSome = (look: Look): 'nothing' | 'tried' | 'found' => {
    for (let looked = 0; looked < SLICE; looked += 1) {
      const answer = look.rest.shift();
      const seen = answer === undefined ? 'nothing' : lookAt(look, answer);
      if (seen !== 'nothing') return seen;
    }
    return 'nothing';
  };

  const beginLook = (): void => {
    const minedBefore = minedUpTo(store);
    const newest = store.cannedProposals.newestOwn();
    if (isCatchingUp() || newest <= minedBefore) {
      cancel = timers.after(LOOK_EVERY_MS, beginLook);
      return;
    }
    const saved = store.canned
      .list()
      .flatMap(({ texts }) => Object.values(texts).flatMap((text) => wordPairs(text) ?? []));
    const rest = store.cannedProposals.ownAnswers(WINDOW).toReversed();
    goOn({ index: createAlikeIndex(), rest, minedBefore, saved }, newest);
  };
  const goOn = (look: Look, newest: MessageRowId): void => {
    if (isCatchingUp()) {
      // What came meanwhile belongs to the next look.
      cancel = timers.after(LOOK_EVERY_MS, beginLook);
      return;
    }
    const seen = store.transaction(() => lookSome(look));
    if (seen === 'found') deps.onChanged();
    if (look.rest.length > 0) cancel = timers.after(PAUSE_MS, () => goOn(look, newest));
    else {
      store.settings.put(MINED, newest);
      cancel = timers.after(LOOK_EVERY_MS, beginLook);
    }
  };

  const viewOf = (row: ProposalRow): readonly CannedProposal[] => {
    const sources = row.messages.flatMap((id) => {
      const message = store.messages.get(id);
      const conversation = message === null ? null : store.conversations.get(message.conversation);
      if (message === null || conversation === null) return [];
      return [
        { message: id, conversation: conversation.id, who: calledBy(store, conversation.customer), at: message.at },
      ];
    });
    if (sources.length < FEWEST_ANSWERS) return [];
    const { title, code } = nameFor(row.text);
    return [{ id: row.id, language: row.language, text: row.text, title, code: freeCode(store, code), sources }];
  };

  return {
    proposals: () => ok(store.cannedProposals.list().flatMap((row) => (row.said === null ? viewOf(row) : []))),
    say: ({ id, said }) => {
      const row = store.cannedProposals.get(id);
      if (row === null) return failed('not-found', 'never', `proposal ${id}`);
      const text = said === null ? (proposalOf(row.messages)?.text ?? null) : '';
      if (text === null) return failed('not-possible-now', 'never', 'its answers are gone');
      store.cannedProposals.say(id, said, text);
      deps.onChanged();
      return ok(null);
    },
    start: () => {
      cancel = timers.after(FIRST_LOOK_MS, beginLook);
    },
    stop: () => cancel(),
  };
}

/** Proposals that were made of these messages too: to be called when the messages go. */
export function forgetProposalsOf(
  { cannedProposals }: Pick<Store, 'cannedProposals'>,
  messages: ReadonlySet<MessageRowId>,
): void {
  for (const row of cannedProposals.list()) {
    if (row.messages.some((id) => messages.has(id))) cannedProposals.remove(row.id);
  }
}

function minedUpTo({ settings }: Pick<Store, 'settings'>): number {
  const mined = settings.all().get(MINED);
  return typeof mined === 'number' ? mined : 0;
}
