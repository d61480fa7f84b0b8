// The way between the page's own JavaScript and the preload's isolated world, as contextBridge has it: values are copied and
// frozen, functions and promises are called across. Both worlds hold one detached DOM node; dispatchEvent is synchronous, and
// Blink structured-clones CustomEvent.detail between worlds. A function inside `detail` would silently turn all of it into
// null, so every value is tagged first. Self-contained: it reaches the page by its source text.

export type Bridge = { readonly expose: (key: string, value: unknown) => void };

export function makeBridge(port: EventTarget, here: string, there: string): Bridge {
  type Wire =
    | { readonly is: 'value'; readonly value: unknown }
    | { readonly is: 'error'; readonly message: string }
    | { readonly is: 'list'; readonly items: readonly Wire[] }
    | { readonly is: 'object'; readonly entries: readonly [string, Wire][] }
    | { readonly is: 'function' | 'promise'; readonly id: number };
  type Packet =
    | { readonly does: 'expose'; readonly key: string; readonly value: Wire }
    | { readonly does: 'call'; readonly id: number; readonly args: readonly Wire[] }
    | { readonly does: 'return' | 'throw'; readonly value: Wire }
    | { readonly does: 'resolve' | 'reject'; readonly id: number; readonly value: Wire };
  type Fn = (...args: unknown[]) => unknown;

  // Taken before any script of the page runs, so that the page cannot put its own in their place.
  const { apply, getOwnPropertyDescriptor, defineProperty } = Reflect;
  // Called by Reflect.apply only, with the port as `this`.
  // oxlint-disable-next-line typescript/unbound-method
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const Carrier = CustomEvent;
  const readDetail = getOwnPropertyDescriptor(Carrier.prototype, 'detail')?.get as () => Packet | null;

  const functions = new Map<number, Fn>();
  const numbers = new WeakMap<Fn, number>();
  const settlers = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (reason: unknown) => void }
  >();
  let lastId = 0;
  let answer: Extract<Packet, { does: 'return' | 'throw' }> | null = null;

  const post = (packet: Packet): void => {
    apply(dispatchEvent, port, [new Carrier(there, { detail: packet })]);
  };
  const takeAnswer = (): typeof answer => {
    const taken = answer;
    answer = null;
    return taken;
  };
  const nextId = (): number => (lastId += 1);

  const wrap = (value: unknown, depth = 0): Wire => {
    // Electron's own limit and words.
    if (depth > 1000)
      throw new Error(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      );
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value === 'function') {
      const known = numbers.get(value as Fn) ?? nextId();
      numbers.set(value as Fn, known);
      functions.set(known, value as Fn);
      return { is: 'function', id: known };
    }
    if (value === null || typeof value !== 'object') return { is: 'value', value };
    if (value instanceof Promise) {
      const id = nextId();
      const settle = (does: 'resolve' | 'reject') => (outcome: unknown) => post({ does, id, value: wrap(outcome) });
      value.then(settle('resolve'), settle('reject')).catch(settle('reject'));
      return { is: 'promise', id };
    }
    if (value instanceof Error) return { is: 'error', message: value.message };
    if (Array.isArray(value)) return { is: 'list', items: value.map((item) => wrap(item, depth + 1)) };
    if (Object.prototype.toString.call(value) !== '[object Object]') return { is: 'value', value };
    return {
      is: 'object',
      entries: Object.entries(value).map(([key, held]): [string, Wire] => [key, wrap(held, depth + 1)]),
    };
  };

  const caller =
    (id: number) =>
    (...args: unknown[]): unknown => {
      post({ does: 'call', id, args: args.map((arg) => wrap(arg)) });
      // The other side answered during dispatchEvent.
      const got = takeAnswer();
      if (got === null) throw new Error('the other world does not answer');
      if (got.does === 'throw') throw unwrap(got.value, false);
      return unwrap(got.value, false);
    };

  const unwrap = (wire: Wire, isFrozen: boolean): unknown => {
    switch (wire.is) {
      case 'value':
        return wire.value;
      case 'error':
        return new Error(wire.message);
      case 'list': {
        const list = wire.items.map((item) => unwrap(item, isFrozen));
        return isFrozen ? Object.freeze(list) : list;
      }
      case 'object': {
        const object = {};
        for (const [key, held] of wire.entries) {
          defineProperty(object, key, {
            value: unwrap(held, isFrozen),
            enumerable: true,
            configurable: true,
            writable: true,
          });
        }
        return isFrozen ? Object.freeze(object) : object;
      }
      case 'promise':
        return new Promise((resolve, reject) => settlers.set(wire.id, { resolve, reject }));
      case 'function':
        return caller(wire.id);
    }
  };

  const carryOut = (id: number, args: readonly Wire[]): Packet => {
    try {
      const result = functions.get(id)?.(...args.map((arg) => unwrap(arg, false)));
      return { does: 'return', value: wrap(result) };
    } catch (error) {
      return { does: 'throw', value: wrap(error instanceof Error ? error : new Error(String(error))) };
    }
  };

  const receive = (event: Event): void => {
    const packet = apply<Event, [], Packet | null>(readDetail, event, []);
    if (packet === null) throw new Error('An object could not be cloned.');
    switch (packet.does) {
      case 'return':
      case 'throw':
        answer = packet;
        return;
      case 'call':
        post(carryOut(packet.id, packet.args));
        return;
      case 'resolve':
      case 'reject': {
        const settler = settlers.get(packet.id);
        settlers.delete(packet.id);
        settler?.[packet.does](unwrap(packet.value, false));
        return;
      }
      case 'expose':
        defineProperty(globalThis, packet.key, {
          value: unwrap(packet.value, true),
          enumerable: true,
          configurable: false,
          writable: false,
        });
    }
  };
  apply(addEventListener, port, [here, receive]);

  return { expose: (key, value) => post({ does: 'expose', key, value: wrap(value) }) };
}
