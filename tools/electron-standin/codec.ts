// Structured clone as text: what Electron's IPC can carry, carried over a string. One self-contained function, because the
// page gets it by its source text; nothing outside of it may be named inside.

export type Codec = {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
};

export function makeCodec(): Codec {
  // A value is itself when JSON has it (string, boolean, finite number, null), else a tagged object. Objects carry a number
  // so that a second meeting, or a cycle, becomes a reference.
  type Tagged =
    | { readonly $: 'undefined' }
    | { readonly $: 'number' | 'bigint'; readonly text: string }
    | { readonly $: 'seen'; readonly id: number }
    | {
        readonly $: 'array';
        readonly id: number;
        readonly length: number;
        readonly entries: readonly [number, Coded][];
      }
    | { readonly $: 'object'; readonly id: number; readonly entries: readonly [string, Coded][] }
    | { readonly $: 'date'; readonly id: number; readonly ms: number | null }
    | { readonly $: 'regexp'; readonly id: number; readonly source: string; readonly flags: string }
    | { readonly $: 'map'; readonly id: number; readonly entries: readonly [Coded, Coded][] }
    | { readonly $: 'set'; readonly id: number; readonly items: readonly Coded[] }
    | {
        readonly $: 'error';
        readonly id: number;
        readonly name: string;
        readonly message: string;
        readonly stack: string;
        readonly cause?: Coded;
      }
    | { readonly $: 'bytes'; readonly id: number; readonly of: string; readonly base64: string };
  type Coded = string | number | boolean | null | Tagged;

  const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const VIEWS: Readonly<Record<string, (buffer: ArrayBuffer) => ArrayBufferView>> = {
    Int8Array: (buffer) => new Int8Array(buffer),
    Uint8ClampedArray: (buffer) => new Uint8ClampedArray(buffer),
    Int16Array: (buffer) => new Int16Array(buffer),
    Uint16Array: (buffer) => new Uint16Array(buffer),
    Int32Array: (buffer) => new Int32Array(buffer),
    Uint32Array: (buffer) => new Uint32Array(buffer),
    Float32Array: (buffer) => new Float32Array(buffer),
    Float64Array: (buffer) => new Float64Array(buffer),
    BigInt64Array: (buffer) => new BigInt64Array(buffer),
    BigUint64Array: (buffer) => new BigUint64Array(buffer),
    DataView: (buffer) => new DataView(buffer),
  };
  const isOneOf = <Table extends object>(table: Table, name: string): name is Extract<keyof Table, string> =>
    Object.hasOwn(table, name);

  const toBase64 = (bytes: Uint8Array): string => {
    // Node's Buffer is many times faster; a page has none.
    if (typeof Buffer === 'function')
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
    let binary = '';
    for (let from = 0; from < bytes.length; from += 0x8000)
      binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
    return btoa(binary);
  };
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

  const encode = (root: unknown): string => {
    const seen = new Map<object, number>();
    const refuse = (): never => {
      throw new Error('An object could not be cloned.');
    };
    const object = (value: object): Tagged => {
      const known = seen.get(value);
      if (known !== undefined) return { $: 'seen', id: known };
      const id = seen.size;
      seen.set(value, id);
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      if (Array.isArray(value)) {
        // By entries: a hole stays a hole, as in a structured clone.
        const entries = Object.keys(value)
          .filter((key) => String(Number(key)) === key)
          .map((key): [number, Coded] => [Number(key), toCoded(value[Number(key)])]);
        return { $: 'array', id, length: value.length, entries };
      }
      if (value instanceof Date) return { $: 'date', id, ms: Number.isNaN(value.getTime()) ? null : value.getTime() };
      if (value instanceof RegExp) return { $: 'regexp', id, source: value.source, flags: value.flags };
      if (value instanceof Map)
        return {
          $: 'map',
          id,
          entries: [...value].map(([key, held]): [Coded, Coded] => [toCoded(key), toCoded(held)]),
        };
      if (value instanceof Set) return { $: 'set', id, items: [...value].map(toCoded) };
      if (value instanceof Error) {
        const { name, message, stack } = value;
        const cause = 'cause' in value ? { cause: toCoded(value.cause) } : {};
        return {
          $: 'error',
          id,
          name: isOneOf(ERRORS, name) ? name : 'Error',
          message: message,
          stack: stack ?? '',
          ...cause,
        };
      }
      if (value instanceof ArrayBuffer)
        return { $: 'bytes', id, of: 'ArrayBuffer', base64: toBase64(new Uint8Array(value)) };
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        return { $: 'bytes', id, of: tag, base64: toBase64(bytes) };
      }
      if (['Promise', 'WeakMap', 'WeakSet', 'WeakRef'].includes(tag)) return refuse();
      return {
        $: 'object',
        id,
        entries: Object.entries(value).map(([key, held]): [string, Coded] => [key, toCoded(held)]),
      };
    };
    const toCoded = (value: unknown): Coded => {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value;
        case 'number':
          return Number.isFinite(value) && !Object.is(value, -0)
            ? value
            : { $: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
        case 'undefined':
          return { $: 'undefined' };
        case 'bigint':
          return { $: 'bigint', text: String(value) };
        case 'function':
        case 'symbol':
          return refuse();
        case 'object':
          return value === null ? null : object(value);
      }
    };
    return JSON.stringify(toCoded(root));
  };

  const decode = (text: string): unknown => {
    const made: unknown[] = [];
    const keep = <Value>(id: number, value: Value): Value => {
      made[id] = value;
      return value;
    };
    const fromCoded = (coded: Coded): unknown => {
      if (coded === null || typeof coded !== 'object') return coded;
      switch (coded.$) {
        case 'undefined':
          return undefined;
        case 'number':
          return Number(coded.text);
        case 'bigint':
          return BigInt(coded.text);
        case 'seen':
          return made[coded.id];
        case 'array': {
          const list: unknown[] = keep(coded.id, Array.from({ length: 0 }));
          list.length = coded.length;
          for (const [index, item] of coded.entries) list[index] = fromCoded(item);
          return list;
        }
        case 'object': {
          const object = keep(coded.id, {});
          // Defined, not assigned: a key named __proto__ stays a key.
          for (const [key, item] of coded.entries) {
            Object.defineProperty(object, key, {
              value: fromCoded(item),
              enumerable: true,
              writable: true,
              configurable: true,
            });
          }
          return object;
        }
        case 'date':
          return keep(coded.id, new Date(coded.ms ?? Number.NaN));
        case 'regexp':
          return keep(coded.id, new RegExp(coded.source, coded.flags));
        case 'map': {
          const map = keep(coded.id, new Map<unknown, unknown>());
          for (const [key, item] of coded.entries) map.set(fromCoded(key), fromCoded(item));
          return map;
        }
        case 'set': {
          const set = keep(coded.id, new Set<unknown>());
          for (const item of coded.items) set.add(fromCoded(item));
          return set;
        }
        case 'error': {
          const error = keep(coded.id, new (isOneOf(ERRORS, coded.name) ? ERRORS[coded.name] : Error)(coded.message));
          error.stack = coded.stack;
          if (coded.cause !== undefined) error.cause = fromCoded(coded.cause);
          return error;
        }
        case 'bytes': {
          const { buffer } = fromBase64(coded.base64);
          if (coded.of === 'ArrayBuffer') return keep(coded.id, buffer);
          return keep(coded.id, VIEWS[coded.of]?.(buffer) ?? new Uint8Array(buffer));
        }
      }
    };
    return fromCoded(JSON.parse(text) as Coded);
  };

  return { encode, decode };
}
