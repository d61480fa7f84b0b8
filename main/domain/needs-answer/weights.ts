// What each sign weighs when it is judged whether somebody waits for an answer, in log-odds: +0.7 doubles the odds. Written by
// bench/fit-needs-answer.ts from tests/data/needs-reply; in brackets how many messages there show the sign. Not edited by hand.
import type { FeatureName } from './features.ts';

/** For a message that shows no sign at all. */
export const SOMEBODY_WROTE = -0.24;

export const FITTED_WEIGHTS: { readonly [name in FeatureName]: number } = {
  // a sentence that ends in a question mark and is no courtesy (65)
  'asks a question': 3.1,
  // a sentence in the form of a question, without its mark (45)
  'begins like a question': 1.62,
  // a few words of which only the middle was typed: "nog vrij vrijdag", "prijs" (30)
  'asks in half a sentence': 1.73,
  // requests in so many words, and not as a mailing asks everybody: "kunt u", "let me know" (103)
  'asks for something': 2.3,
  // an order in the form of a sentence: "stuur nog even", "please deliver" (31)
  'tells us to do something': 1.14,
  // says what he wants, seeks or would rather have (48)
  'wants something': 1.12,
  // asks what it costs (18)
  'asks for a quote': 0.57,
  // asks for a moment (7)
  'asks for an appointment': 0.34,
  // asks whether it is there, or somebody is (6)
  'asks whether something is available': 0.17,
  // is not served as agreed (9)
  'has a complaint': 0.36,
  // changes an order or sends goods back (2)
  'wants an order changed': 0.51,
  // so many of something, or a table or room for so many (16)
  'orders or reserves': 1.25,
  // cannot come, cancels, moves, ends (20)
  'changes what was agreed': 1.3,
  // something is broken, blocked, lost or hurts (58)
  'has trouble': 2.25,
  // not what was ordered, agreed or billed (25)
  'got the wrong thing': 1.57,
  // seeks work, a place, support from this owner (8)
  'applies to us': 0.25,
  // says that it is urgent (6)
  'is in a hurry': 0.26,
  // offers a moment, or speaks of meeting and names one (21)
  'proposes a moment to meet': 1.03,
  // speaks of himself and what is his (115)
  'tells his own story': -0.14,
  // not, unfortunately, a problem (36)
  'mentions that something is amiss': 0.67,
  // came by a form or voicemail: whoever does that waits (20)
  'filled in a form or left word': 1.16,
  // the subject of a new mail names a question, a quote, a complaint (34)
  'has an asking subject': 0.75,
  // its subject begins with Re: (102)
  'answers a mail of ours': -0.47,
  // agrees or thanks, with a hook in it (8)
  'says yes, but': 0.3,
  // made of words of thanks and agreement alone, or of hearts and thumbs (41)
  'is nothing but a closer': -1.42,
  // thanks for what was (48)
  thanks: -1.38,
  // is pleased, finds it beautiful (13)
  praises: -1.2,
  // till then, have a nice day (14)
  'takes leave': -1.08,
  // yes to what we said (35)
  agrees: -1.44,
  // no longer needed, works again (11)
  'says that it is solved': -1.28,
  // paid, transferred (4)
  'says that he paid': -0.56,
  // sends something along (11)
  encloses: -1.3,
  // comes, stands outside, is a little later (14)
  'is under way': -1.13,
  // the next move is his (3)
  'will let us know': -0.35,
  // holidays, congratulations (8)
  'sends good wishes': -1.06,
  // says itself that nothing is wanted (7)
  'only informs': -1.45,
  // wants to sell the owner something (6)
  'sells something': -1.43,
  // closed, moved, a bill stands ready (29)
  'tells news of a firm': -2.37,
  // the phrases of shops, newsletters, absence notes (21)
  'talks like a machine': -1.72,
  // at most four words (110)
  'is a few words': -0.71,
};
