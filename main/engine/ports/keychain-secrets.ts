// Passwords in the operating system's keychain, with this session's memory behind it. Which library reaches the keychain is
// the host's business (shell/, cli/): this file knows only its three verbs and the ways in which they fail.
//
// Seen on Linux: no bus throws at once; a locked keyring answers null, like "there is none"; a locked one with a display and
// nobody answering never returns; an absent login collection throws. So null means "unknown", every question has a limit, and
// what was to be kept is read back before we believe it.
import type { Secrets, Timers } from './ports.ts';

export type Keychain = {
  readonly getPassword: (service: string, account: string) => Promise<string | null>;
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>;
  readonly deletePassword: (service: string, account: string) => Promise<boolean>;
};

export type KeychainSecretsDeps = {
  /** Loaded on first use: where libsecret is missing, loading itself fails. */
  readonly load: () => Promise<Keychain>;
  readonly timers: Timers;
  /** Told every secret that passes, so that the log can keep it out. */
  readonly learn: (secret: string) => void;
  /** A question hangs. Its thread also holds up the end of the process, which waits for all threads: leave by force. */
  readonly onHang?: () => void;
};

const SERVICE = 'Balie';
// An unlocked keyring answers in 27 to 105 ms; an owner who types a password in the system's own window needs longer, but the
// desk may not wait for him (start within 5 s with any keyring fault).
const LIMIT_MS = 5_000;
// The window asks for the status at its start; it gets "not yet" rather than a wait.
const STATUS_LIMIT_MS = 400;
const PROBE = 'keychain-probe';

type Asked<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'no-answer'; readonly why: string };

export function createKeychainSecrets({ load, timers, learn, onHang }: KeychainSecretsDeps): Secrets {
  const session = new Map<string, string>();
  let trouble: string | null = null;
  let loading: Promise<Keychain> | null = null;
  // A question that hangs holds a thread of the pool for ever; asking again would take the next one, until none is left for
  // file access either. So while one hangs, no other is asked.
  let hanging = false;

  const ask = async <T>(question: (keychain: Keychain) => Promise<T>): Promise<Asked<T>> => {
    if (hanging) return { kind: 'no-answer', why: 'the keychain does not answer' };
    loading ??= load();
    const asked = loading.then(question).then(
      (value): Asked<T> => ({ kind: 'answer', value }),
      (error: unknown): Asked<T> => ({
        kind: 'no-answer',
        why: error instanceof Error ? error.message : String(error),
      }),
    );
    const answer = await within(timers, LIMIT_MS, asked);
    if (answer === 'too-late') {
      hanging = true;
      onHang?.();
      void asked.then(() => (hanging = false));
      trouble = 'the keychain does not answer';
      return { kind: 'no-answer', why: trouble };
    }
    if (answer.kind === 'no-answer') trouble = answer.why;
    return answer;
  };

  const probe = ask((keychain) => keychain.getPassword(SERVICE, PROBE));

  return {
    read: async (account) => {
      const known = session.get(account);
      if (known !== undefined) return { kind: 'found', secret: known };
      const asked = await ask((keychain) => keychain.getPassword(SERVICE, account));
      if (asked.kind === 'no-answer') return { kind: 'unavailable', why: asked.why };
      if (asked.value === null) return { kind: 'unknown' };
      trouble = null;
      learn(asked.value);
      return { kind: 'found', secret: asked.value };
    },
    keep: async (account, secret, where) => {
      learn(secret);
      session.set(account, secret);
      if (where === 'session') {
        // An older copy must not come back after the restart that the owner wants it to be forgotten by.
        await ask((keychain) => keychain.deletePassword(SERVICE, account));
        return 'session';
      }
      const asked = await ask(async (keychain) => {
        await keychain.setPassword(SERVICE, account, secret);
        return keychain.getPassword(SERVICE, account);
      });
      if (asked.kind === 'no-answer') return 'session';
      if (asked.value !== secret) {
        trouble = 'the keychain is locked';
        return 'session';
      }
      trouble = null;
      return 'keychain';
    },
    forget: async (account) => {
      session.delete(account);
      await ask((keychain) => keychain.deletePassword(SERVICE, account));
    },
    status: async () => {
      const probed = await within(timers, STATUS_LIMIT_MS, probe);
      if (probed === 'too-late') return { where: 'session', trouble: trouble ?? 'the keychain has not answered yet' };
      return { where: trouble === null ? 'keychain' : 'session', trouble };
    },
  };
}

/** The promise's own answer, or 'too-late'. The promise may not reject. */
function within<T>(timers: Timers, limitMs: number, asked: Promise<T>): Promise<T | 'too-late'> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(limitMs, () => resolve('too-late'));
    asked.then((value) => {
      cancel();
      resolve(value);
    }, reject);
  });
}
