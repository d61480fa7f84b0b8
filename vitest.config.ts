import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Unit tests sit beside the source; what needs real servers is under tests/ and runs as its own project.
    projects: [
      {
        test: {
          name: 'unit',
          // No module keeps state (a rule that lint holds), so files may share one world: half the time goes into loading it.
          isolate: false,
          // Left to itself it leaves one processor of two alone.
          maxWorkers: 2,
          // Property tests that invent hundreds of desks, on a machine that does other things as well.
          testTimeout: 60_000,
          include: ['main/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'preload/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'dist/**'],
        },
      },
      {
        test: {
          // The window alone, on invented data, in the Chromium of this machine.
          name: 'window',
          include: ['tests/window/**/*.test.ts'],
          globalSetup: ['tests/window/built-fixture.ts'],
          // A page drawn on a busy machine takes longer than the second that is usual.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'real',
          include: ['tests/engine/**/*.test.ts', 'tests/imap/**/*.test.ts', 'tests/cli/**/*.test.ts'],
          globalSetup: ['tests/helpers/built-command-line.ts'],
          // What a server does is waited for as long as a busy machine takes over it.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They wait for servers more than they work: two cores are hardly kept busy by four at a time.
          maxWorkers: 4,
        },
      },
    ],
  },
});
