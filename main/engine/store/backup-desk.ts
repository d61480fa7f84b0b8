// A copy of the desk that can be opened on its own: taken while others write, in one read transaction, and checked before it counts.
import BetterSqlite3 from 'better-sqlite3';
import { chmodSync, renameSync, rmSync, statSync } from 'node:fs';
import { failed, ok, type Result } from '../../contract/errors.ts';

/** `target` must not exist. Half a copy never bears its name: it is written beside it and renamed when it proved sound. */
export function backupDesk(
  source: string,
  target: string,
): Result<{ readonly bytes: number; readonly messages: number }> {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const from = new BetterSqlite3(source, { readonly: true, timeout: 5_000 });
  try {
    // VACUUM INTO reads one snapshot and leaves no free pages, so nothing that was erased goes along.
    from.prepare('VACUUM INTO ?').run(partial);
    chmodSync(partial, 0o600);
    const copy = new BetterSqlite3(partial, { readonly: true });
    try {
      const integrity = String(copy.pragma('integrity_check(1)', { simple: true }));
      if (integrity !== 'ok') return failed('store-damaged', 'user', integrity);
      const messages = copy.prepare<[], number>('SELECT COUNT(*) FROM message').pluck().get() ?? 0;
      renameSync(partial, target);
      return ok({ bytes: statSync(target).size, messages });
    } finally {
      copy.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const isFull = code === 'SQLITE_FULL' || code === 'ENOSPC';
    return failed(isFull ? 'disk-full' : 'not-possible-now', 'user', code);
  } finally {
    from.close();
    rmSync(partial, { force: true });
  }
}
