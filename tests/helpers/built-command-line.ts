// Before all tests against real servers: the command line is bundled, once for all files.
import { rmSync } from 'node:fs';
import { bundleCommandLine } from './command-line.ts';

// As a global setup has it.
// oxlint-disable-next-line import/no-default-export
export default async function setUp(): Promise<() => void> {
  const program = await bundleCommandLine();
  process.env['BALIE_BUILT_COMMAND_LINE'] = program;
  return () => rmSync(program, { recursive: true, force: true });
}
