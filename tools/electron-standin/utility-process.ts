// utilityProcess: a Node child with a parentPort. Ports cannot be transferred.
import { fork as forkChild } from 'node:child_process';
import { HostEmitter } from './host-emitter.ts';

const PARENT_PORT = new URL('./utility-parent-port.ts', import.meta.url).href;

class UtilityProcess extends HostEmitter {
  readonly #child: ReturnType<typeof forkChild>;
  constructor(modulePath: string, args: readonly string[], options: Electron.ForkOptions) {
    super('utilityProcess', ['spawn', 'message', 'exit', 'error']);
    this.#child = forkChild(modulePath, args, {
      serialization: 'advanced',
      execArgv: [...(options.execArgv ?? []), '--import', PARENT_PORT],
      ...(options.env === undefined ? {} : { env: options.env as NodeJS.ProcessEnv }),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
  }
  get pid(): number | undefined {
    return this.#child.pid;
  }
  postMessage(message: unknown): void {
    this.#child.send(message as object);
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: readonly string[] = [], options: Electron.ForkOptions = {}): UtilityProcess =>
    new UtilityProcess(modulePath, args, options),
};
