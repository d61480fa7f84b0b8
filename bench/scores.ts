// How well mail is read, set by set, against the test data beside the project: node bench/scores.ts [--faults]
import { LANGUAGES } from '../main/domain/conversation/message.ts';
import { hasSharedData, type Score } from '../tests/helpers/shared-data.ts';
import { scoreCommitments } from '../tests/scores/commitment-scores.ts';
import { scoreFollowUp } from '../tests/scores/follow-up-scores.ts';
import { scoreAutomation, scoreBounces, scoreHamSpamKinds } from '../tests/scores/kind-scores.ts';
import {
  scoreHamSpamReading,
  scoreMimeExpect,
  scoreMimeHeaders,
  scoreMimeOwn,
  scoreMimeWild,
  scoreTnef,
} from '../tests/scores/mail-scores.ts';
import { scoreMoments } from '../tests/scores/moment-scores.ts';
import {
  scoreNeedsReplyEn,
  scoreNeedsReplyNl,
  scoreNeedsReplyOwn,
  scoreQuoteNl,
  scoreReplyQuote,
  scoreReplyQuoteHtml,
  scoreSetApart,
  scoreSubjects,
} from '../tests/scores/word-scores.ts';

const SETS: readonly (() => Score)[] = [
  scoreMimeExpect,
  scoreMimeHeaders,
  scoreMimeWild,
  scoreMimeOwn,
  scoreHamSpamReading,
  scoreTnef,
  scoreAutomation,
  scoreBounces,
  scoreHamSpamKinds,
  scoreReplyQuote,
  scoreQuoteNl,
  scoreReplyQuoteHtml,
  scoreSubjects,
  scoreNeedsReplyNl,
  scoreNeedsReplyEn,
  ...LANGUAGES.map((language) => () => scoreNeedsReplyOwn(language, 'held')),
  () => scoreSetApart('build'),
  () => scoreSetApart('held'),
  () => scoreCommitments('nl', 'held'),
  () => scoreCommitments('en', 'held'),
  () => scoreCommitments('fr', 'held'),
  ...(['nl', 'en', 'fr'] as const).flatMap((language) => [
    () => scoreFollowUp(language, 'held'),
    () => scoreMoments(language, 'held'),
  ]),
];

if (hasSharedData) {
  console.log(`${'set'.padEnd(20)}${'good'.padStart(6)}${'of'.padStart(6)}${'share'.padStart(9)}`);
  for (const score of SETS) {
    const { set, good, total, faults, more } = score();
    const share = `${((100 * good) / total).toFixed(1)} %`;
    console.log(
      `${set.padEnd(20)}${String(good).padStart(6)}${String(total).padStart(6)}${share.padStart(9)}  ${more}`,
    );
    if (process.argv.includes('--faults')) for (const { id, why } of faults) console.log(`    ${id}: ${why}`);
  }
}
