// Before all tests against real servers: the command line and the engine's thread are bundled, once for all files.
import { rmSync } from 'node:fs';
import { bundleCommandLine } from './command-line.ts';
import { bundleThreads } from './engine-thread.ts';

// As a global setup has it.
// oxlint-disable-next-line import/no-default-export
export default async function setUp(): Promise<() => void> {
  const program = await bundleCommandLine();
  await bundleThreads(program);
  process.env['BALIE_BUILT_COMMAND_LINE'] = program;
  return () => rmSync(program, { recursive: true, force: true });
}
