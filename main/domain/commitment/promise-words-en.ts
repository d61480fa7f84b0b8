// What makes an English sentence a promise of the writer's. Written as plainWords leaves them: lower case.
import { oneOf } from '../phrases.ts';

const WILL = oneOf`
  i'll|we'll|i will|we will|i shall|we shall
  i'm going to|i am going to|we're going to|we are going to
`;
/** "I'm sending it tomorrow" promises; "I am waiting for your reply" does not. */
const STATE = oneOf`waiting|looking|hoping|thinking|trying|working|having|writing|wondering|asking|travelling|closing|opening|going|staying`;

/** After "I'll" almost anything is promised; these tell of a state, or say goodbye. */
const NO_DEED = oneOf`
  be (?!with you|at your|there|back|in touch|on site|round|over|(?!(?:${STATE}) )\w+ing )
  wait|hear|love|enjoy|stop by
  see you (?!.* (?:for the|at your) )
  need|want|have to|miss|remember|know|understand|assume|expect
`;
const DONE = oneOf`
  ready|sent|shipped|posted|delivered|done|finished|repaired|fixed|installed|completed
  arranged|sorted|settled|resolved|refunded|replaced|corrected|processed
  with you|in your inbox|in your account|on its way|waiting for you|there
  at your
`;
const COLLEAGUE = oneOf`
  colleague|fitter|technician|engineer|driver|plumber|electrician|painter|installer|team|partner|husband|wife|assistant|courier
  locksmith|gardener|plasterer|roofer|tiler|carpenter|joiner|mechanic|cleaner
`;
/** Looked for in plain words with a blank at either end; see plainWords. */
export const ENGLISH: readonly RegExp[] = [
  new RegExp(` (?:${WILL}) (?!(?:${NO_DEED}) ?)\\w+`),
  new RegExp(` (?:i'm|i am|we're|we are) (?!(?:${STATE}) )\\w+ing (?:you|it|the|your|them|this|him|her|a|an) `),
  / (?:you'll|you will|you shall) (?:\w+ )?(?:have|get|receive|hear|know|be hearing) /,
  / (?:you can|you may) expect | expect (?:the|your|our|it|to hear) /,
  / let me .*(?:back to you|let you know) /,
  / i can promise (?:you )?/,
  new RegExp(` (?:our|my|the) (?:\\w+ )?(?:${COLLEAGUE}) will `),
  // "Jan will call you on Friday": somebody by his name.
  /^ [a-z]+ will (?:call|ring|phone|email|text|contact|visit|get back to|come back to) (?:you|by|round) /,
  / and (?:will|shall) (?:let you|get back|come back|report back|be in touch|call|ring|text|email|send|confirm|update) /,
  new RegExp(` (?:will be|'ll be) (?!happy|glad|able)(?:(?!to )\\S+ ){0,6}?(?:${DONE})[ ,.!]`),
  / will (?:go out|leave|arrive|follow|reach you|come to you) /,
];

const NOT = oneOf`
  # no
  not|won't|can't|cannot|don't|doesn't|wouldn't|never|unable
  # if and when
  if|unless|once|when|whenever|provided|providing|assuming|subject to|as long as
  (?:after|on|upon) (?:your|receipt of) (?:\S+ )?(?:payment|approval|confirmation|signature|order|deposit)
  discount|\d+ ?% off
  # wishes
  (?:great|good|nice|lovely|wonderful|safe) (?:time|day|weekend|trip|holiday|evening)
  # perhaps
  maybe|perhaps|possibly|probably|hope|hopefully|try|trying|doubt|usually|normally
  might|could|would|should
  # what stands below every letter: "we will reply within 24 hours"
  we(?:'ll| will)? (?:aim|reply|respond|answer)(?! (?:you|to you) ).* within
  # past
  was|were|yesterday|had
  # away
  closed|away|on leave|on holiday|out of office
  # the reader should do it
  could you|can you|please
`;
export const ENGLISH_NOT = new RegExp(` (?:${NOT})[ ,.!]`);
/** "I'll let you know on Friday if it is possible": asked, not made a condition. */
export const ENGLISH_WHETHER = / (?:let you know|tell you|confirm|check|see|find out)(?: \S+){0,4} (?:if|when) /;
