// From key press to painted, in the app on a desk of 50,000 messages: the next conversation, an opened one, the first results of a
// search, a letter typed in an answer; the last one also while an account of 10,000 messages comes in for the first time.
// `node bench/keys.ts [messages] [coming in]`, under xvfb-run or with a display; needs Dovecot. Runs on whatever host the machine
// has. A press counts from the browser's own stamp on it, so the driver is not in it; "painted" is the end of the first frame in
// which the change stands in the page. Prints one JSON value; compare only figures of one run.
import { _electron, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS } from '../main/domain/instant.ts';
import prepareHost from '../tests/e2e/prepare-host.ts';
import { startDovecot } from '../tests/helpers/dovecot.ts';
import { startSmtp } from '../tests/helpers/smtp.ts';
import { root } from '../tools/build/paths.mjs';
import { createBenchDesk, spread } from './bench-desk.ts';
import { connectAccount } from './connect-account.ts';
import { writeMailbox } from './mailbox.ts';
import { BENCH_NOW, wordOf } from './synthetic-mail.ts';

const count = Number(process.argv[2] ?? 50_000);
const comingIn = Number(process.argv[3] ?? 10_000);
const ROUNDS = 60;
/** Nobody sees of a letter whether it is for now in less. */
const GLANCE_MS = 150;
/** Neither in every letter nor in hardly any. */
const WORDS = [300, 340, 390, 450, 520, 600, 690, 790].map(wordOf);
const SENTENCE = 'Dank voor uw bericht, wij komen vrijdag om negen uur langs met de nieuwe maten. ';

type Spread = ReturnType<typeof spread>;

const folder = mkdtempSync(join(tmpdir(), 'balie-keys-'));
prepareHost();
const dovecot = await startDovecot();
const smtp = await startSmtp({ security: 'plain' });
try {
  const desk = createBenchDesk(join(folder, 'balie.db'), BENCH_NOW - 30 * DAY_MS);
  desk.bringIn({ count, answers: 0.3, days: 300, words: 60 });
  desk.store.close();
  writeMailbox(dovecot.mailFolder, comingIn, Date.now(), dovecot.owner);
  const app = await _electron.launch({ args: [root], cwd: root, env: { ...process.env, BALIE_DATA: folder } });
  try {
    const page = await app.firstWindow();
    await page.getByRole('option').first().click();
    await page.evaluate(readFileSync(join(import.meta.dirname, 'painted.js'), 'utf8'));
    const walk = await walkThroughList(page, GLANCE_MS);
    const inARow = await walkThroughList(page, 0);
    const open = await openFromAfar(page);
    const search = await searchFor(page);
    const quiet = await typeAnswer(page);
    // What follows runs while its first sync does.
    await connectAccount(page, { imap: dovecot.port, smtp: smtp.port });
    const busy = await typeAnswer(page);
    console.log(
      JSON.stringify({
        messages: count,
        nextConversation: walk,
        nextInARow: inARow,
        opened: open,
        search,
        typing: quiet,
        typingDuringSync: busy,
      }),
    );
  } finally {
    await app.evaluate(({ app: running }) => running.quit()).catch(() => null);
    await app.close();
  }
} finally {
  await smtp.stop();
  await dovecot.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function walkThroughList(page: Page, pauseMs: number): Promise<unknown> {
  const taken: (readonly number[])[] = [];
  await page.locator('#queue-list').focus();
  for (let round = 0; round < ROUNDS; round += 1) {
    taken.push(await press(page, 'j', ['row', 'story']));
    await page.waitForTimeout(pauseMs);
  }
  const part = (index: number): Spread => rounded(taken.map((both) => both[index] ?? 0));
  return { rowSelected: part(0), conversationShown: part(1) };
}

/** One that a search found: nothing of it is at hand. */
async function openFromAfar(page: Page): Promise<Spread> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.keyboard.press('/');
    await page.keyboard.type(WORDS[round % WORDS.length] ?? '');
    await page
      .locator('.hit')
      .nth(1 + Math.floor(round / WORDS.length))
      .waitFor();
    for (let step = 0; step < Math.floor(round / WORDS.length); step += 1) await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(150);
    taken.push(...(await press(page, 'ArrowDown', ['story'])));
    await page.keyboard.press('Escape');
    await page.locator('#queue-list').waitFor();
  }
  return rounded(taken);
}

/** Results for every letter of a word, from the second on. */
async function searchFor(page: Page): Promise<Spread> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS / 4; round += 1) {
    const word = WORDS[round % WORDS.length] ?? '';
    await page.keyboard.press('/');
    await page.locator('#search-field').fill(word.slice(0, 1));
    for (let at = 2; at <= word.length; at += 1) {
      taken.push(...(await press(page, word[at - 1] ?? '', ['found'], word.slice(0, at))));
    }
    await page.keyboard.press('Escape');
  }
  return rounded(taken);
}

async function typeAnswer(page: Page): Promise<unknown> {
  await page.locator('#queue-list').focus();
  await page.keyboard.press('r');
  await page.locator('#composer-text').focus();
  await page.evaluate('painted.countFrames()');
  const taken: number[] = [];
  for (const letter of SENTENCE) {
    taken.push(...(await press(page, letter === ' ' ? 'Space' : letter, ['letters'])));
  }
  const gaps: number[] = await page.evaluate('painted.frames()');
  await page.keyboard.press('Escape');
  // At 60 a second one that comes a whole frame late means one dropped.
  const dropped = gaps.filter((gap) => gap > 34).length;
  return { ...rounded(taken), frames: gaps.length, dropped, worstFrame: Math.round(Math.max(...gaps)) };
}

/** Once the page says that it watches; answers the milliseconds until each of these was painted anew. */
async function press(page: Page, key: string, what: readonly string[], word?: string): Promise<readonly number[]> {
  await page.evaluate('painted.isWatching = false');
  const painted: Promise<readonly number[]> = page.evaluate(
    `painted.after(${JSON.stringify(what)}, ${JSON.stringify(word ?? null)})`,
  );
  await page.waitForFunction('painted.isWatching', null, { polling: 5 });
  await page.keyboard.press(key);
  return painted;
}

function rounded(taken: readonly number[]): Spread {
  const { p50, p95, max } = spread(taken);
  return { p50: Math.round(p50), p95: Math.round(p95), max: Math.round(max) };
}
