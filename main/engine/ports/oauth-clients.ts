// The client ids for sign-in by browser: from `sign-in.json` in the data folder, or from the environment, which wins. The program comes
// with none: Google and Microsoft give them to whoever publishes a program, and ours is not registered there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { OAUTH_PROVIDERS } from '../../contract/views.ts';
import type { OAuthClient, OAuthClients } from './ports.ts';
import { isSafeOrigin } from './safe-origin.ts';

export const SIGN_IN_FILE = 'sign-in.json';
/** A file that is larger is not ours. */
const MAX_CHARS = 20_000;

const word = z.string().trim().min(1).max(500);
const client = z.object({
  clientId: word,
  clientSecret: word.optional(),
  tenant: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional(),
  issuer: word.refine(isSafeOrigin, 'must be https, or http on 127.0.0.1').optional(),
});
const file = z.object({ google: client.optional(), microsoft: client.optional() });
type Configured = z.infer<typeof file>;

export const NO_OAUTH_CLIENTS: OAuthClients = { clients: { google: null, microsoft: null }, trouble: null };

/** Never rejects: a file that cannot be read is told as trouble, and what the environment says still counts. */
export async function readOAuthClients(
  dataFolder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<OAuthClients> {
  const { configured, trouble } = await readFileIn(dataFolder);
  const clients = Object.fromEntries(
    OAUTH_PROVIDERS.map((provider) => {
      const name = `BALIE_${provider.toUpperCase()}`;
      const inFile = configured[provider];
      const clientId = env[`${name}_CLIENT_ID`] || inFile?.clientId;
      if (clientId === undefined) return [provider, null];
      const chosen: OAuthClient = {
        clientId,
        clientSecret: env[`${name}_CLIENT_SECRET`] || (inFile?.clientSecret ?? null),
        tenant: env[`${name}_TENANT`] || (inFile?.tenant ?? 'common'),
        issuer: inFile?.issuer ?? null,
      };
      return [provider, chosen];
    }),
  ) as OAuthClients['clients'];
  return { clients, trouble };
}

async function readFileIn(
  dataFolder: string,
): Promise<{ readonly configured: Configured; readonly trouble: string | null }> {
  let text: string;
  try {
    text = await readFile(join(dataFolder, SIGN_IN_FILE), 'utf8');
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { configured: {}, trouble: isAbsent ? null : `${SIGN_IN_FILE} cannot be read` };
  }
  try {
    const parsed = file.safeParse(JSON.parse(text.slice(0, MAX_CHARS)));
    if (parsed.success) return { configured: parsed.data, trouble: null };
    return { configured: {}, trouble: `${SIGN_IN_FILE}: ${z.prettifyError(parsed.error)}` };
  } catch {
    return { configured: {}, trouble: `${SIGN_IN_FILE} is not JSON` };
  }
}
