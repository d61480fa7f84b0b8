import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserPage } from './browser-page.ts';
import { openLoopbackDoor, type LoopbackDoor } from './loopback-door.ts';

const STATE = '7e57-57a7e';

describe('the door for the browser', () => {
  let door: LoopbackDoor;
  beforeEach(async () => {
    door = await openLoopbackDoor(STATE, (kind) => browserPage('nl', kind));
  });
  afterEach(() => door.close());

  const knock = (path: string, options: { method?: string; host?: string } = {}) =>
    new Promise<{ status: number; html: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: door.port,
          path,
          method: options.method ?? 'GET',
          headers: { host: options.host ?? `127.0.0.1:${door.port}` },
        },
        (answer) => {
          let html = '';
          answer.on('data', (piece: Buffer) => (html += piece.toString('utf8')));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, html, headers: answer.headers }));
        },
      );
      asked.on('error', reject);
      asked.end();
    });

  it('takes the code that comes with our state, and says so in the owner’s language', async () => {
    const shown = await knock(`/?code=4%2Fabc&state=${STATE}`);
    expect(await door.arrived).toEqual({ kind: 'code', code: '4/abc' });
    expect(shown.html).toContain('Je bent aangemeld');
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect(shown.headers['referrer-policy']).toBe('no-referrer');
    expect(shown.html).not.toContain('4/abc');
  });

  it('takes a refusal too', async () => {
    const shown = await knock(`/?error=access_denied&state=${STATE}`);
    expect(await door.arrived).toEqual({ kind: 'refused', error: 'access_denied' });
    expect(shown.html).toContain('Niet aangemeld');
  });

  it('a stranger’s knock is turned away, and the owner still gets in after it', async () => {
    const strangers = [
      knock('/?code=evil&state=guessed'),
      knock('/?code=evil'),
      knock(`/?code=evil&state=${STATE}x`),
      knock(`/?code=evil&code=more&state=${STATE}`),
      knock(`/?state=${STATE}`),
      knock(`/callback?code=evil&state=${STATE}`),
      knock(`/?code=evil&state=${STATE}`, { method: 'POST' }),
      knock(`/?code=evil&state=${STATE}`, { host: 'rebound.example' }),
      knock(`/?code=${'e'.repeat(5_000)}&state=${STATE}`),
      knock('/favicon.ico'),
    ];
    expect((await Promise.all(strangers)).map(({ status }) => status)).toEqual(strangers.map(() => 404));
    await knock(`/?code=ours&state=${STATE}`);
    expect(await door.arrived).toEqual({ kind: 'code', code: 'ours' });
  });
});
