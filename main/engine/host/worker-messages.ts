// What crosses between the shell and the engine's thread. Both ends are ours, so the types are enough here; what comes from the
// window was checked before it got this far (shell/ipc.ts).
import type { CommandName } from '../../contract/commands.ts';
import type { Failure, Result } from '../../contract/errors.ts';
import type { NumberedEvent } from '../../contract/events.ts';
import type { SecretAnswerMessage, SecretQuestion } from '../ports/secrets-over-port.ts';

export type WorkerDesk = {
  readonly dataFolder: string;
  readonly assetsFolder: string;
  readonly version: string;
  readonly isDemo: boolean;
  readonly systemLanguage: string;
  /** Before it is opened, the copy of that name takes the desk's place. */
  readonly restoreFrom?: string;
};

export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly name: CommandName; readonly args: unknown }
  | { readonly kind: 'secret-answer'; readonly id: number; readonly message: SecretAnswerMessage }
  | { readonly kind: 'secret-failed'; readonly id: number; readonly why: string }
  | { readonly kind: 'stop' };

export type FromEngine =
  /** `notRestored`: why the copy that was asked for did not take the desk's place. */
  | { readonly kind: 'opened'; readonly notRestored: Failure | null }
  | { readonly kind: 'not-opened'; readonly error: Failure }
  | { readonly kind: 'result'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly numbered: NumberedEvent }
  | { readonly kind: 'secret-question'; readonly id: number; readonly question: SecretQuestion }
  | { readonly kind: 'stopped' };

/** Byte arrays in an answer are handed over instead of copied; only whole buffers, never a view into a shared pool. */
export function transferable(result: Result<unknown>): ArrayBuffer[] {
  if (!result.ok || typeof result.value !== 'object' || result.value === null) return [];
  return Object.values(result.value).flatMap((value: unknown) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  );
}
