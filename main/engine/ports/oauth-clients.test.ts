import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOAuthClients, SIGN_IN_FILE } from './oauth-clients.ts';

describe('the client ids for sign-in by browser', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'balie-clients-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (text: string): void => writeFileSync(join(folder, SIGN_IN_FILE), text);

  it('are none unless somebody configured them', async () => {
    expect(await readOAuthClients(folder, {})).toEqual({ clients: { google: null, microsoft: null }, trouble: null });
  });

  it('come from the file in the data folder', async () => {
    write('{"microsoft": {"clientId": "4f1c", "tenant": "dewinkel.example"}}');
    const { clients } = await readOAuthClients(folder, {});
    expect(clients.google).toBeNull();
    expect(clients.microsoft).toEqual({
      clientId: '4f1c',
      clientSecret: null,
      tenant: 'dewinkel.example',
      issuer: null,
    });
  });

  it('the environment wins', async () => {
    write('{"google": {"clientId": "file", "clientSecret": "s"}}');
    const { clients } = await readOAuthClients(folder, {
      BALIE_GOOGLE_CLIENT_ID: 'env',
      BALIE_MICROSOFT_CLIENT_ID: 'm',
    });
    expect(clients.google).toMatchObject({ clientId: 'env', clientSecret: 's' });
    expect(clients.microsoft).toMatchObject({ clientId: 'm', tenant: 'common' });
  });

  it('a file that makes no sense is told, and stops nothing else', async () => {
    write('{"google": ');
    const read = await readOAuthClients(folder, { BALIE_MICROSOFT_CLIENT_ID: 'm' });
    expect(read.trouble).toContain(SIGN_IN_FILE);
    expect(read.clients.google).toBeNull();
    expect(read.clients.microsoft?.clientId).toBe('m');
  });

  it.each(['http://aanmelden.example', 'file:///etc/passwd', 'http://127.0.0.1.example', 'ftp://127.0.0.1'])(
    'an authorisation server at %s is not taken',
    async (issuer) => {
      write(JSON.stringify({ google: { clientId: 'g', issuer } }));
      const read = await readOAuthClients(folder, {});
      expect(read.clients.google).toBeNull();
      expect(read.trouble).toContain('https');
    },
  );
});
