// A password from the environment, for a run on a machine without a keychain: BALIE_PASSWORD_<ACCOUNT ID>, else BALIE_PASSWORD.
// It is used and never stored. Where neither is set, the keychain is asked.
import type { Secrets } from '../engine/ports/ports.ts';

export function withEnvironment(secrets: Secrets, env: NodeJS.ProcessEnv, learn: (secret: string) => void): Secrets {
  return {
    ...secrets,
    read: async (account) => {
      const given = environmentPassword(env, account);
      if (given === null) return secrets.read(account);
      learn(given);
      return { kind: 'found', secret: given };
    },
  };
}

/** Shells take no "-" in a name, so the id is also looked for in capitals with "_". */
export function environmentPassword(env: NodeJS.ProcessEnv, account: string): string | null {
  const names = [
    `BALIE_PASSWORD_${account}`,
    `BALIE_PASSWORD_${account.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`,
    'BALIE_PASSWORD',
  ];
  for (const name of names) {
    const value = env[name];
    if (value !== undefined && value !== '') return value;
  }
  return null;
}
