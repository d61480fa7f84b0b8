import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingOptionalEntries, platformIn } from './optional-entries.mjs';

const lockOf = (folder: string) =>
  JSON.parse(readFileSync(new URL(`../../${folder}package-lock.json`, import.meta.url), 'utf8')) as {
    readonly packages: Parameters<typeof missingOptionalEntries>[0];
  };

describe('the lock file', () => {
  it.each(['', 'tools/node24/'])('knows every optional package, or npm ci would refuse it (%s)', (folder) => {
    expect(missingOptionalEntries(lockOf(folder).packages)).toEqual({});
  });
  it('names no place to download from', () => {
    expect(Object.values(lockOf('').packages).filter((entry) => 'resolved' in entry)).toEqual([]);
  });
});

describe('an optional package that the lock does not know', () => {
  const parent = { version: '2.0.0', dev: true, optionalDependencies: { '@tool/binding-linux-arm64-musl': '2.0.0' } };
  it('gets an entry with its version and the platform that its name tells', () => {
    expect(missingOptionalEntries({ 'node_modules/tool': parent })).toEqual({
      'node_modules/@tool/binding-linux-arm64-musl': {
        version: '2.0.0',
        cpu: ['arm64'],
        libc: ['musl'],
        os: ['linux'],
        dev: true,
        optional: true,
      },
    });
  });
  it('gets it below its parent when another version has the common place', () => {
    const other = { 'node_modules/tool': parent, 'node_modules/@tool/binding-linux-arm64-musl': { version: '1.0.0' } };
    expect(Object.keys(missingOptionalEntries(other))).toEqual([
      'node_modules/tool/node_modules/@tool/binding-linux-arm64-musl',
    ]);
  });
  it('is refused when its name does not tell for which platform it is', () => {
    const unclear = { 'node_modules/tool': { optionalDependencies: { extras: '1.0.0' } } };
    expect(() => missingOptionalEntries(unclear)).toThrow('its name does not tell its platform');
  });
  it('may be for WebAssembly, which is no operating system', () => {
    expect(platformIn('@tool/binding-wasm32-wasi')).toEqual({ cpu: ['wasm32'] });
  });
});
