// Electron's objects are event emitters whose event names no type here can check. An emitter knows the names it can emit;
// a listener for any other gets a note instead of silence, for it would wait for ever.
import { EventEmitter } from 'node:events';
import { note } from './aside.ts';

export class HostEmitter extends EventEmitter {
  constructor(what: string, emits: readonly string[]) {
    super();
    const known = new Set([...emits, 'newListener', 'removeListener']);
    super.on('newListener', (name: string | symbol) => {
      if (typeof name === 'string' && !known.has(name)) note(`${what} never emits '${name}' here`);
    });
  }
}

/** What listeners get as first argument. */
export class HostEvent {
  #isPrevented = false;
  constructor(details: object = {}) {
    Object.assign(this, details);
  }
  preventDefault(): void {
    this.#isPrevented = true;
  }
  get defaultPrevented(): boolean {
    return this.#isPrevented;
  }
}
