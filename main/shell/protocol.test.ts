import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileServer, isOwnRequest, POLICY } from './protocol.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-page-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'page', 'assets', 'app.js'), '1');
  writeFileSync(join(folder, 'secret.json'), '{}');
  symlinkSync(join(folder, 'secret.json'), join(folder, 'page', 'link.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string, method = 'GET') => createFileServer(join(folder, 'page'))({ url, method });

describe('the window’s files', () => {
  it('come with their type and a strict policy', async () => {
    const page = await get('app://balie/index.html');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe(POLICY);
    expect((await get('app://balie/assets/app.js')).status).toBe(200);
  });

  it.each([
    'app://balie/../secret.json',
    'app://balie/%2e%2e/secret.json',
    'app://balie/..%2fsecret.json',
    'app://balie/assets/..%2f..%2fsecret.json',
    'app://balie/link.json',
    'app://balie/%00/index.html',
    'app://balie/assets/%E0%A4%A.js',
    'app://balie/assets',
    'app://elders/index.html',
  ])('are all that is served: not %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it('are only read', async () => {
    expect((await get('app://balie/index.html', 'POST')).status).toBe(405);
  });
});

describe('requests of the window', () => {
  it.each(['app://balie/assets/app.js', 'data:image/png;base64,AA', 'blob:app://balie/1234', 'about:srcdoc'])(
    'may go to %s',
    (url) => expect(isOwnRequest(url)).toBe(true),
  );
  it.each([
    'https://voorbeeld.be/x.png',
    'http://127.0.0.1:80/',
    'app://balie.evil/',
    'app://elders/x',
    'file:///etc/passwd',
    'blob:https://voorbeeld.be/1',
    'ws://127.0.0.1/',
  ])('may not go to %s', (url) => expect(isOwnRequest(url)).toBe(false));
});
