// Leaves with an exit code although a thread hangs. Node waits for every thread of its pool before a process may end, and a
// question to a keychain that does not answer holds one for as long as D-Bus lets it (25 s a question).
import process from 'node:process';

export function leaveByForce(code: number): void {
  // Becoming a program that ends at once keeps the exit code; being killed would not. Linux and macOS only, and nowhere else does a
  // keychain hang.
  if (process.platform !== 'win32' && typeof process.execve === 'function') {
    process.removeAllListeners('warning');
    process.execve('/bin/sh', ['sh', '-c', `exit ${code}`], {});
  }
  process.exit(code);
}
