// Why each story of the fixture desk waits in the queue or lies in "Ter info", as the engine would say it.
import { findSignals } from '../../main/domain/conversation/find-signals.ts';
import { isAskKind } from '../../main/domain/conversation/signals.ts';
import type { WhyHere } from '../../main/domain/queue/why-here.ts';
import type { Story } from './fixture-stories.ts';

export function whyOf({
  section,
  kind = 'human',
  subject,
  text,
  factors = [],
  isByHand = false,
}: Story): WhyHere | null {
  if (section === 'fyi') {
    return kind === 'human' || kind === 'invite' || kind === 'remark'
      ? { kind: 'rests', because: 'closer', words: text.slice(0, 60) }
      : { kind: 'machine', mail: kind };
  }
  if (section !== 'overdue' && section !== 'now' && section !== 'soon') return null;
  for (const { because } of factors) {
    if (because.kind === 'ask' && isAskKind(because.ask))
      return { kind: 'asks', ask: because.ask, words: because.words };
  }
  const [ask] = findSignals({ subject, text }).asks;
  if (ask !== undefined) return { kind: 'asks', ask: ask.kind, words: ask.words };
  return { kind: isByHand ? 'noted' : 'uncertain' };
}
