// The end-to-end tests drive the built app through Playwright's own Electron launcher, under whichever host this machine has.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  // One desk at a time: each test starts an app with a browser, and two would only disturb each other's clock.
  workers: 1,
  // A test that fails now and then is a fault, here or in the app; trying again would hide which.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  outputDir: '../../test-results',
  globalSetup: './prepare-host.ts',
  use: { screenshot: 'only-on-failure' },
});
