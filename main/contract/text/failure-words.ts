// The shape of a failure's words: one sentence and one thing to do, for every code.
import type { ErrorCode } from '../errors.ts';

/** `{what/email|Dit}` takes the failure's value of the first of these names, or the words after the bar where it has none. */
export type FailureWords = { readonly sentence: string; readonly action: string };
export type ErrorTexts = { readonly [code in ErrorCode]: FailureWords };
