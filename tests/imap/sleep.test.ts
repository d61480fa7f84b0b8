// Promise P8: what broke while the machine slept is built anew at once, and the first new mail is there within half a minute.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startScriptedImap, type ScriptedImap } from '../helpers/scripted-imap.ts';
import { customerMail } from '../helpers/sync-desk.ts';
import { layWire, type Wire } from '../helpers/wire.ts';

let server: ScriptedImap;
let wire: Wire;
let sleeper: ReturnType<typeof spawn>;
let last = '';
beforeEach(async () => {
  last = '';
  server = await startScriptedImap({ mails: [{ uid: 1, raw: customerMail('Voor de slaap') }] });
  wire = await layWire({ port: server.port });
  const program = fileURLToPath(new URL('sleeper-child.ts', import.meta.url));
  sleeper = spawn(process.execPath, [program, String(wire.port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (sleeper.stdout !== null) createInterface({ input: sleeper.stdout }).on('line', (line) => (last = line));
  await vi.waitFor(() => assert(last.includes('"live"'), 'never live'), { timeout: 15_000 });
});
afterEach(async () => {
  sleeper.kill('SIGKILL');
  await wire.stop();
  await server.stop();
});
const sleepFor = async (ms: number): Promise<void> => {
  sleeper.kill('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, ms));
  sleeper.kill('SIGCONT');
};

it('a machine that slept while its line went dead has the new mail soon after waking', async () => {
  wire.goDead();
  server.mails.push({ uid: 2, raw: customerMail('Onder de slaap') });
  await sleepFor(6_000);
  wire.comeBack();
  await expect.poll(() => last, { timeout: 30_000 }).toContain('Onder de slaap');
  expect(wire.connections()).toBe(2);
});

it('a blink changes nothing', async () => {
  await sleepFor(500);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(wire.connections()).toBe(1);
});
