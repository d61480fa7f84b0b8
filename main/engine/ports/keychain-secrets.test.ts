import { describe, expect, it } from 'vitest';
import { createFakePorts } from './fake-ports.ts';
import { createKeychainSecrets, type Keychain } from './keychain-secrets.ts';

function keychainOf(change: Partial<Keychain> = {}) {
  const kept = new Map<string, string>();
  const keychain: Keychain = {
    getPassword: async (_service, account) => kept.get(account) ?? null,
    setPassword: async (_service, account, secret) => void kept.set(account, secret),
    deletePassword: async (_service, account) => kept.delete(account),
    ...change,
  };
  return { keychain, kept };
}

function secretsWith(keychain: Keychain | Error) {
  const ports = createFakePorts(0);
  const learned: string[] = [];
  const load = async (): Promise<Keychain> => {
    if (keychain instanceof Error) throw keychain;
    return keychain;
  };
  return {
    ports,
    learned,
    secrets: createKeychainSecrets({ load, timers: ports.timers, learn: (secret) => learned.push(secret) }),
  };
}

const never = (): Promise<never> => new Promise(() => {});

describe('passwords in the keychain', () => {
  it('are kept there, and found again by a later session', async () => {
    const { keychain, kept } = keychainOf();
    const first = secretsWith(keychain);
    expect(await first.secrets.keep('a1', 'geheim', 'keychain')).toBe('keychain');
    expect(kept.get('a1')).toBe('geheim');
    const later = secretsWith(keychain);
    expect(await later.secrets.read('a1')).toEqual({ kind: 'found', secret: 'geheim' });
    expect(later.learned).toContain('geheim');
    expect(await later.secrets.status()).toEqual({ where: 'keychain', trouble: null });
  });

  it('kept for the session only never reach it, and take an older copy away', async () => {
    const { keychain, kept } = keychainOf();
    const { secrets } = secretsWith(keychain);
    await secrets.keep('a1', 'oud', 'keychain');
    expect(await secrets.keep('a1', 'nieuw', 'session')).toBe('session');
    expect(kept.size).toBe(0);
    expect(await secrets.read('a1')).toEqual({ kind: 'found', secret: 'nieuw' });
  });

  it('are forgotten in both places', async () => {
    const { keychain, kept } = keychainOf();
    const { secrets } = secretsWith(keychain);
    await secrets.keep('a1', 'geheim', 'keychain');
    await secrets.forget('a1');
    expect(kept.size).toBe(0);
    expect(await secrets.read('a1')).toEqual({ kind: 'unknown' });
  });
});

describe('a keychain that fails', () => {
  it('by answering nothing means "unknown", not "there is none"', async () => {
    const { secrets } = secretsWith(keychainOf().keychain);
    expect(await secrets.read('a1')).toEqual({ kind: 'unknown' });
  });

  it('by throwing leaves the password in memory, and says why', async () => {
    const { secrets } = secretsWith(keychainOf({ getPassword: () => Promise.reject(new Error('no bus')) }).keychain);
    expect(await secrets.keep('a1', 'geheim', 'keychain')).toBe('session');
    expect(await secrets.read('a1')).toEqual({ kind: 'found', secret: 'geheim' });
    expect(await secrets.read('a2')).toEqual({ kind: 'unavailable', why: 'no bus' });
    expect(await secrets.status()).toEqual({ where: 'session', trouble: 'no bus' });
  });

  it('by not loading at all does the same', async () => {
    const { secrets } = secretsWith(new Error('libsecret is missing'));
    expect(await secrets.keep('a1', 'geheim', 'keychain')).toBe('session');
    expect(await secrets.status()).toEqual({ where: 'session', trouble: 'libsecret is missing' });
  });

  it('by being locked (it takes, and gives nothing back) is seen when keeping', async () => {
    const { secrets } = secretsWith(keychainOf({ setPassword: async () => {} }).keychain);
    expect(await secrets.keep('a1', 'geheim', 'keychain')).toBe('session');
    expect((await secrets.status()).trouble).toBe('the keychain is locked');
  });

  it('by never answering holds nobody up for more than 5 seconds, and is not asked again meanwhile', async () => {
    let asked = 0;
    const { secrets, ports } = secretsWith(
      keychainOf({
        getPassword: () => {
          asked += 1;
          return never();
        },
      }).keychain,
    );
    const read = secrets.read('a1');
    await ports.pass(5_000);
    expect(await read).toEqual({ kind: 'unavailable', why: 'the keychain does not answer' });
    const askedOnce = asked;
    expect((await secrets.read('a2')).kind).toBe('unavailable');
    expect(await secrets.keep('a2', 'geheim', 'keychain')).toBe('session');
    expect(asked).toBe(askedOnce);
  });

  it('by never answering does not hold up the window’s first question', async () => {
    const { secrets, ports } = secretsWith(keychainOf({ getPassword: never }).keychain);
    const status = secrets.status();
    await ports.pass(400);
    expect(await status).toEqual({ where: 'session', trouble: 'the keychain has not answered yet' });
  });
});
