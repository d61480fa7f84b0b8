// How well a sender who pretends to be another is seen: precision and recall over mails labelled for it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MailKind } from '../../main/domain/conversation/message.ts';
import { DAY_MS } from '../../main/domain/instant.ts';
import type { SenderProof } from '../../main/domain/mail-source/sender-proof.ts';
import { changedAccount } from '../../main/domain/sender-trust/changed-account.ts';
import { createAcquaintances } from '../../main/domain/sender-trust/acquaintances.ts';
import { senderDoubts } from '../../main/domain/sender-trust/sender-doubts.ts';
import { scoreOf, type Score } from '../helpers/shared-data.ts';

const MAILS = join(import.meta.dirname, '..', 'data', 'senders');
const linesOf = (file: string): readonly string[] =>
  readFileSync(join(MAILS, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const person = (written: string) => {
  const [, name = '', address = written] = /^(.*?) ?<(.*)>$/.exec(written) ?? [];
  return { name, address };
};
const NOW = Date.parse('2026-05-12T08:00:00Z');
const OWNER = { addresses: new Set(['tom@schrijnwerkerijclaes.be']), names: ['Tom Claes'] };

export type SenderScore = Score & { readonly precision: number; readonly recall: number };

export function scoreSenders(part: 'build' | 'held' | 'hard'): SenderScore {
  const known = createAcquaintances(linesOf('known.txt').map(person));
  const cases = linesOf(`${part}.txt`).map((line) => {
    const [label, from = '', replyTo = '-', proof, kind, subject = '', text = '', earlier = ''] = line.split(' | ');
    const isPassing = label === '+';
    const doubts = senderDoubts(
      {
        from: person(from),
        replyTo: replyTo === '-' ? [] : [person(replyTo)],
        kind: kind as MailKind,
        subject,
        text,
        proof: proof as SenderProof,
        results: null,
        isPassedOn: false,
        changed: changedAccount({
          kind: kind as MailKind,
          text: `${subject}\n${text}`,
          at: NOW,
          earlier: earlier
            .split(' ')
            .filter((account) => account !== '')
            .map((account, nth) => ({ account, at: NOW - (nth + 1) * 60 * DAY_MS })),
          own: () => new Set(),
        }),
      },
      known,
      OWNER,
    );
    return { id: `${from}: ${subject}`, isPassing, isDoubted: doubts.length > 0 };
  });
  const doubted = cases.filter(({ isDoubted }) => isDoubted);
  const right = doubted.filter(({ isPassing }) => isPassing).length;
  const precision = right / doubted.length;
  const recall = right / cases.filter(({ isPassing }) => isPassing).length;
  const score = scoreOf(
    `senders-${part}`,
    cases,
    ({ isPassing, isDoubted }) => (isPassing === isDoubted ? [] : [isPassing ? 'missed' : 'made up']),
    `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  return { ...score, precision, recall };
}
