// Reads words about a moment into its parts; French only where the text is known to be French. Every word must be understood,
// else the whole is not: half a moment read as a whole one would be a wrong reply-by. The rules stand in the order in which they
// are tried; the first that fits is taken.
import type { Language } from '../conversation/message.ts';
import { CLOCK_RULES } from './read-when-clock.ts';
import { DAY_RULES } from './read-when-days.ts';
import { DURATION_RULES } from './read-when-durations.ts';
import { FRENCH_FILLERS, FRENCH_RULES } from './read-when-french.ts';
import { NO_PARTS, type WhenParts } from './when-parts.ts';
import type { WhenRule } from './when-rule.ts';
import { plainWords } from './when-words.ts';

/** Longer than any moment that someone types. */
const LONGEST = 200;

const FILLERS =
  /^(?:in de loop van|in the course of|ten laatste|uiterlijk|ongeveer|omstreeks|klokslag|vanaf|tegen|rond|voor|tot|van|nog|om|op|in|na|de|het|dag|first thing|at|by|on|before|after|around|about|from|until|till|the|of|to|@|,)(?![a-z0-9])|^[@,;.]/;

export function readWhen(text: string, language: Language | null): WhenParts | null {
  if (text.length > LONGEST) return null;
  let rest = plainWords(text).replace(/[.!?]+$/, '');
  let parts = NO_PARTS;
  while (rest !== '') {
    const step = nextStep(rest, parts, language);
    if (step === null) return null;
    parts = step.parts;
    rest = step.rest.trimStart();
  }
  return parts === NO_PARTS ? null : parts;
}

const RULES: readonly WhenRule[] = [...DURATION_RULES, ...DAY_RULES, ...CLOCK_RULES];
const RULES_OF_FRENCH: readonly WhenRule[] = [...FRENCH_RULES, ...RULES];

function nextStep(
  rest: string,
  parts: WhenParts,
  language: Language | null,
): { readonly parts: WhenParts; readonly rest: string } | null {
  const isFrench = language === 'fr';
  for (const { pattern, read } of isFrench ? RULES_OF_FRENCH : RULES) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    const taken = read(
      found.map((word: string | undefined) => word ?? ''),
      parts,
      language,
    );
    if (taken !== null) return { parts: taken, rest: rest.slice(found[0].length) };
  }
  const filler = (isFrench ? FRENCH_FILLERS : FILLERS).exec(rest);
  return filler === null ? null : { parts, rest: rest.slice(filler[0].length) };
}
