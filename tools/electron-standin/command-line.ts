// app.commandLine: a note pad. Of what is on it, the browser gets only what is harmless and means the same there.

const PASSED_ON = new Set([
  'remote-debugging-port',
  'lang',
  'force-device-scale-factor',
  'log-net-log',
  'ozone-platform',
]);

export class CommandLine {
  readonly #switches = new Map<string, string>();
  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name, value);
  }
  appendArgument(_value: string): void {
    // The browser gets no arguments from the app.
  }
  hasSwitch(name: string): boolean {
    return this.#switches.has(name);
  }
  getSwitchValue(name: string): string {
    return this.#switches.get(name) ?? '';
  }
  removeSwitch(name: string): void {
    this.#switches.delete(name);
  }
  $forChromium(): readonly string[] {
    return [...this.#switches]
      .filter(([name]) => PASSED_ON.has(name))
      .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  }
}
