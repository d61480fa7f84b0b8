// What a command comes to, and how it is said: one JSON value on stdout for programs, words for people; failures with a code
// and one thing to do. Exit codes: 0 done, 1 the world said no, 2 wrong use.
import type { Failure, Result } from '../contract/errors.ts';
import { failureWords } from '../contract/text/errors.ts';
import type { UiLanguage } from '../domain/conversation/message.ts';

/** `json` for programs, `text` for people; undefined and '': everything was said already. */
export type Said = { readonly json: unknown; readonly text: string };
export type Outcome = Result<Said>;

/** Thrown where the words on the command line make no sense; never for anything the world did. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

export const said = (json: unknown, text: string): Outcome => ({ ok: true, value: { json, text } });

export type Speaker = {
  readonly outcome: (outcome: Outcome, language: UiLanguage) => number;
  readonly wrongUse: (message: string) => number;
  /** One more line of a command that stays. */
  readonly line: (said: Said) => void;
  /** Progress: for the eyes only. */
  readonly progress: (text: string) => void;
};

export function createSpeaker(isJson: boolean, out: (text: string) => void, err: (text: string) => void): Speaker {
  const line = ({ json, text }: Said): void => {
    if (isJson) out(json === undefined ? '' : `${JSON.stringify(json)}\n`);
    else if (text !== '') out(`${text}\n`);
  };
  return {
    line,
    progress: (text) => err(`${text}\n`),
    outcome: (outcome, language) => {
      if (outcome.ok) {
        line(outcome.value);
        return 0;
      }
      const words = failureWords(language, outcome.error);
      if (isJson) out(`${JSON.stringify({ error: errorJson(outcome.error, words.sentence) })}\n`);
      err(
        `${words.sentence} ${words.action}\n${outcome.error.detail === '' ? '' : `(${outcome.error.code}: ${outcome.error.detail})\n`}`,
      );
      return 1;
    },
    wrongUse: (message) => {
      if (isJson) out(`${JSON.stringify({ error: { code: 'invalid-argument', message, retry: 'never' } })}\n`);
      err(`${message}\n`);
      return 2;
    },
  };
}

const errorJson = (error: Failure, message: string) => ({
  code: error.code,
  message,
  retry: error.retry,
  detail: error.detail,
});
