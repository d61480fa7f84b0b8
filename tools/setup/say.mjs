// What the set-up says. Always on stderr: stdout belongs to the command that is being set up for.

/** @param {string} line */
export const say = (line) => process.stderr.write(`[balie] ${line}\n`);

/** A step that failed: which one, and what the owner of the machine can do. */
export class StepFailed extends Error {
  /** @param {string} step @param {string} remedy */
  constructor(step, remedy) {
    super(`${step} failed. ${remedy}`);
  }
}

/**
 * Runs a command's main; a failed step is a plain line, anything else a bug with its trace.
 * @param {() => Promise<number>} main answers the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(error instanceof StepFailed ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
