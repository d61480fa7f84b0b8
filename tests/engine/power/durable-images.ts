// From a recording to what a disk may hold when the power goes. What was synced is there; of what was written since, the disk may
// have kept nothing, all, or any part, in any order, with a page cut at a sector. Names (create, rename, remove) count as kept in
// order, as journaling file systems do.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

type Operation =
  | { readonly kind: 'create' | 'sync' | 'unlink'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'said'; readonly line: string };

type Change = Extract<Operation, { kind: 'write' | 'truncate' }>;
type DiskFile = { durable: Buffer; pending: Change[] };

export type Image = {
  readonly files: ReadonlyMap<string, Buffer>;
  /** What had been said by then. */
  readonly said: readonly string[];
  readonly cut: number;
};

const SECTOR = 512;
const STDOUT = 0xffffffff;

export function readRecording(log: string): readonly Operation[] {
  const bytes = readFileSync(log);
  const paths = new Map<number, string>();
  const operations: Operation[] = [];
  let line = '';
  for (let at = 0; at + 17 <= bytes.length;) {
    const what = String.fromCharCode(bytes[at] ?? 0);
    const number = bytes.readUInt32LE(at + 1);
    const offset = Number(bytes.readBigUInt64LE(at + 5));
    const length = bytes.readUInt32LE(at + 13);
    const body = bytes.subarray(at + 17, at + 17 + length);
    at += 17 + length;
    const path = paths.get(number) ?? '';
    if (what === 'P') paths.set(number, basename(body.toString('utf8')));
    else if (number === STDOUT) {
      const lines = `${line}${body.toString('utf8')}`.split('\n');
      line = lines.pop() ?? '';
      for (const said of lines) operations.push({ kind: 'said', line: said });
    } else if (what === 'W') operations.push({ kind: 'write', path, at: offset, bytes: body });
    else if (what === 'T') operations.push({ kind: 'truncate', path, length: offset });
    else if (what === 'R') operations.push({ kind: 'rename', path, to: paths.get(offset) ?? '' });
    else if (what === 'S') operations.push({ kind: 'sync', path });
    else if (what === 'C') operations.push({ kind: 'create', path });
    else if (what === 'U') operations.push({ kind: 'unlink', path });
  }
  return operations;
}

/** One image for each cut, in order. `draw` decides what of the unsynced writes is there. */
export function* imagesAt(
  operations: readonly Operation[],
  cuts: readonly number[],
  draw: () => number,
): Generator<Image> {
  const disk = new Map<string, DiskFile>();
  const said: string[] = [];
  let next = 0;
  for (const [index, operation] of operations.entries()) {
    while (cuts[next] === index) {
      yield { files: whatIsThere(disk, draw), said: [...said], cut: index };
      next += 1;
    }
    carryOut(disk, operation, said);
  }
}

function carryOut(disk: Map<string, DiskFile>, operation: Operation, said: string[]): void {
  switch (operation.kind) {
    case 'said':
      said.push(operation.line);
      return;
    case 'create':
      disk.set(operation.path, { durable: Buffer.alloc(0), pending: [] });
      return;
    case 'unlink':
      disk.delete(operation.path);
      return;
    case 'rename': {
      const file = disk.get(operation.path);
      disk.delete(operation.path);
      if (file !== undefined) disk.set(operation.to, file);
      return;
    }
    case 'sync': {
      const file = disk.get(operation.path);
      if (file === undefined) return;
      file.durable = file.pending.reduce(applied, file.durable);
      file.pending = [];
      return;
    }
    case 'write':
    case 'truncate':
      disk.get(operation.path)?.pending.push(operation);
  }
}

function whatIsThere(disk: ReadonlyMap<string, DiskFile>, draw: () => number): ReadonlyMap<string, Buffer> {
  const manner = draw();
  return new Map(
    Array.from(disk, ([path, file]) => {
      if (manner < 0.2) return [path, Buffer.from(file.durable)];
      if (manner < 0.4) return [path, file.pending.reduce(applied, Buffer.from(file.durable))];
      const kept = file.pending.filter(() => draw() < 0.5).map((change) => torn(change, draw));
      return [path, kept.reduce(applied, Buffer.from(file.durable))];
    }),
  );
}

function torn(change: Change, draw: () => number): Change {
  if (change.kind === 'truncate' || change.bytes.length <= SECTOR || draw() < 0.7) return change;
  const sectors = 1 + Math.floor(draw() * (change.bytes.length / SECTOR - 1));
  return { ...change, bytes: change.bytes.subarray(0, sectors * SECTOR) };
}

function applied(file: Buffer, change: Change): Buffer {
  const length = change.kind === 'truncate' ? change.length : Math.max(file.length, change.at + change.bytes.length);
  const grown = length === file.length ? file : Buffer.concat([file.subarray(0, length)], length);
  if (change.kind === 'write') change.bytes.copy(grown, change.at);
  return grown;
}
