// Why a conversation waits in the queue or lies in "Ter info", as plain facts; contract/text turns them into a sentence. Beside the
// factors of the rank, which say why it stands above another.
import type { MailKind } from '../conversation/message.ts';
import type { AskKind, Signals } from '../conversation/signals.ts';
import type { Rest } from '../needs-answer/rest.ts';
import type { AssessedMessage, Assessment } from './assess.ts';
import type { Decisions } from './decisions.ts';

export type MachineKind = Exclude<MailKind, 'human' | 'invite' | 'remark'>;

export type WhyHere =
  /** The owner's own sorting. */
  | { readonly kind: 'moved'; readonly to: 'queue' | 'fyi' }
  | { readonly kind: 'own-mail' }
  | { readonly kind: 'machine'; readonly mail: MachineKind }
  | { readonly kind: 'rests'; readonly because: Rest['because']; readonly words: string }
  | { readonly kind: 'invite' }
  /** Yes to what we asked. */
  | { readonly kind: 'yes'; readonly words: string }
  | { readonly kind: 'asks'; readonly ask: AskKind; readonly words: string }
  | { readonly kind: 'likely'; readonly words: string }
  /** The owner wrote it down himself. */
  | { readonly kind: 'noted' }
  /** Nothing says that he waits, and nothing that he does not. */
  | { readonly kind: 'uncertain' };

export type ExplainedMessage = AssessedMessage & { readonly signals: Signals };

/** A verdict from here on is shown as one; below it the message is here because nothing is certain. */
const LIKELY_FROM = 0.5;

/** Null where nothing needs saying: it is their turn, it is done, or we spoke last. */
export function whyHere<Message extends ExplainedMessage>(
  messages: readonly Message[],
  { sortedAs }: Pick<Decisions, 'sortedAs'>,
  isOwnMail: boolean,
  { turn, isFyi, isDone, unanswered }: Assessment<Message>,
): WhyHere | null {
  if (isDone || turn === 'theirs') return null;
  if (sortedAs !== null && (turn === 'ours' || sortedAs === 'fyi')) return { kind: 'moved', to: sortedAs };
  // A promise of ours brings it here too; the promise says so itself.
  if (turn === 'ours') return unanswered.length === 0 ? null : whyOurs(unanswered);
  if (isOwnMail) return { kind: 'own-mail' };
  if (!isFyi) return null;
  const last = messages.findLast(
    ({ direction, isHistory, kind }) => direction === 'in' && !isHistory && kind !== 'remark',
  );
  if (last === undefined) return null;
  if (isMachine(last.kind)) return { kind: 'machine', mail: last.kind };
  const { isCloser, rests } = last.signals;
  if (!isCloser) return null;
  return { kind: 'rests', because: rests?.because ?? 'closer', words: rests?.words ?? '' };
}

/** The weightiest of what is unanswered: a question over a guess. */
function whyOurs(unanswered: readonly ExplainedMessage[]): WhyHere {
  const ask = unanswered.flatMap(({ signals }) => signals.asks)[0];
  if (ask !== undefined) return { kind: 'asks', ask: ask.kind, words: ask.words };
  if (unanswered.some(({ kind }) => kind === 'invite')) return { kind: 'invite' };
  const yes = unanswered.find(({ signals }) => signals.isCloser);
  if (yes !== undefined) return { kind: 'yes', words: yes.signals.rests?.words ?? '' };
  if (unanswered.some(({ signals }) => signals.isNoted === true)) return { kind: 'noted' };
  const likely = unanswered.find(({ signals }) => (signals.answer?.score ?? 0) >= LIKELY_FROM);
  return likely === undefined ? { kind: 'uncertain' } : { kind: 'likely', words: likely.signals.answer?.words ?? '' };
}

const isMachine = (kind: MailKind): kind is MachineKind => kind !== 'human' && kind !== 'invite' && kind !== 'remark';
