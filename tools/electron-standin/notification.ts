// Notification: the desktop's own bubble by notify-send, with a click coming back as an action.
import { app } from './app.ts';
import { isDesktopOff, note } from './aside.ts';
import { HostEmitter, HostEvent } from './host-emitter.ts';
import { runProgram } from './run-program.ts';

const CLICKED = 'open';

/** Servers that know markup would read a `<` of a subject as a tag. */
const withoutMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export class Notification extends HostEmitter {
  title: string;
  body: string;
  silent: boolean;
  urgency: Electron.Notification['urgency'];
  /** Kept, not shown: on Linux Electron shows none either. */
  actions: Electron.NotificationAction[];
  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'failed', 'action', 'reply']);
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'low';
    this.actions = options.actions ?? [];
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    if (!isDesktopOff()) void this.#showBubble();
    setImmediate(() => this.emit('show', new HostEvent()));
  }
  close(): void {
    this.emit('close', new HostEvent());
  }
  async #showBubble(): Promise<void> {
    const look = ['--app-name', app.name, `--urgency=${this.urgency}`, `--action=${CLICKED}=Open`];
    const args = [...look, '--', this.title, withoutMarkup(this.body)];
    const end = await runProgram('notify-send', args);
    if (end.kind === 'missing' || end.code !== 0) note(`notification: ${this.title} | ${this.body}`);
    else if (end.output === CLICKED) this.emit('click', new HostEvent());
  }
}
