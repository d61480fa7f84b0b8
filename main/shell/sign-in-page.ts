// Opens the page on which the owner signs in, in his own browser. The engine asks for it; here stands the gate: the sign-in page of a
// provider that is configured, and no other address, whatever the engine's thread says.
import { shell } from 'electron';
import { isSignInPage } from '../engine/accounts/sign-in/oauth-providers.ts';
import type { Logger, OAuthClients } from '../engine/ports/ports.ts';

export async function openSignInPage(
  url: string,
  oauthClients: () => Promise<OAuthClients>,
  log: Logger,
): Promise<void> {
  if (!isSignInPage(url, await oauthClients())) {
    log('error', 'not a sign-in page', { origin: URL.canParse(url) ? new URL(url).origin : 'none' });
    return;
  }
  try {
    await shell.openExternal(url);
  } catch {
    // The window shows the address too. What the system says about it holds that address, and with it the owner's own.
    log('info', 'no browser opened');
  }
}
