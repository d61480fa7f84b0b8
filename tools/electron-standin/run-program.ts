// Runs one of the desktop's helper programs; a missing program is an answer, not a failure.
import { spawn } from 'node:child_process';

export type ProgramEnd =
  | { readonly kind: 'missing' }
  | { readonly kind: 'ended'; readonly code: number; readonly output: string };

export function runProgram(name: string, args: readonly string[]): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    // The app may quit while a bubble is still up.
    child.unref();
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', () => resolve({ kind: 'missing' }));
    child.on('close', (code) => resolve({ kind: 'ended', code: code ?? 1, output: output.trim() }));
  });
}
