// The command line's way to the operating system's keychain. Loaded on first use: where libsecret is missing the loading itself fails,
// and reading the desk must work all the same (engine/ports/keychain-secrets.ts knows what to do then).
import type { Keychain } from '../engine/ports/keychain-secrets.ts';

export async function loadKeychain(): Promise<Keychain> {
  // CommonJS: only the default export holds all of it, whatever its types say.
  const { default: keytar } = await import('keytar');
  return keytar;
}
