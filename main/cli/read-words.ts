// Turns words of the command line into the engine's values. What cannot be understood is wrong use, said before anything is done.
import { SECURITIES, type ServerAddress } from '../contract/views.ts';
import { ok, type Result } from '../contract/errors.ts';
import type { Instant } from '../domain/instant.ts';
import type { Values } from './command.ts';
import type { Call } from './desk.ts';
import { WrongUse } from './outcome.ts';

export function rowId(word: string | undefined, what: string): number {
  if (word === undefined || !/^[1-9]\d{0,15}$/.test(word)) throw new WrongUse(`${what}: a number, not "${word ?? ''}"`);
  return Number(word);
}

export function textOf(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

export function needed(values: Values, name: string): string {
  const value = textOf(values, name);
  if (value === null || value === '') throw new WrongUse(`--${name} is missing`);
  return value;
}

export function countOf(values: Values, name: string, otherwise: number): number {
  const value = textOf(values, name);
  return value === null ? otherwise : rowId(value, `--${name}`);
}

/** "imap.example:993,tls"; the security may be left out for the usual ports. */
export function serverOf(words: string, option: string): ServerAddress {
  const match = /^(\[[0-9a-fA-F:.]+\]|[^\s:,]+):(\d{1,5})(?:,(\w+))?$/.exec(words);
  const [, host = '', port = '', given] = match ?? [];
  const usual = port === '993' || port === '465' ? 'tls' : 'starttls';
  const security = SECURITIES.find((one) => one === (given ?? usual));
  if (match === null || security === undefined || Number(port) < 1 || Number(port) > 65_535) {
    throw new WrongUse(`--${option}: HOST:PORT,tls|starttls|plain, not "${words}"`);
  }
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port), security };
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** With a zone, so that it means one instant. */
export function isoInstant(words: string, option: string): Instant {
  const at = ISO.test(words) ? Date.parse(words) : Number.NaN;
  if (Number.isNaN(at)) throw new WrongUse(`--${option}: an instant like 2026-05-26T09:00:00Z, not "${words}"`);
  return at;
}

/** An instant, or words such as "morgen 9u" that the desk reads in its own zone. */
export async function momentOf(call: Call, words: string): Promise<Result<Instant>> {
  if (ISO.test(words) && !Number.isNaN(Date.parse(words))) return ok(Date.parse(words));
  return call('when.parse', { text: words });
}
