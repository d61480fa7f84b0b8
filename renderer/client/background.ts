// For work that nobody waits for. World failures are values and are handled where they arise; what arrives here is our bug.
export function background(task: Promise<unknown>): void {
  task.catch((bug: unknown) => reportError(bug));
}
