// How the browser is started: no first-run pages, no throttling in the background, and no network whatever.

/** The page has no network of its own: all it shows comes from protocol.handle. Seen with a net log: no look-up, no connection. */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // These two would only be refused by the rule above; a dead loopback port stops the attempt itself.
  '--gaia-url=http://127.0.0.1:9',
  '--component-updater=url-source=http://127.0.0.1:9/',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pings',
];

const NO_BROWSER = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--metrics-recording-only',
  '--disable-search-engine-choice-screen',
  '--hide-crash-restore-bubble',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=OptimizationHints,NetworkTimeServiceQuerying,MediaRouter,Translate,PreconnectToSearch,AimEnabled,HttpsUpgrades,DestroyProfileOnBrowserClose',
];

const NO_THROTTLING = [
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/** Stays alive without a window, as the app does in the tray. */
const STAY = ['--keep-alive-for-test'];

export type ChromiumSetting = {
  readonly profile: string;
  readonly appName: string;
  readonly isHeadless: boolean;
  /** Switches of the app that a browser may have too. */
  readonly switches: readonly string[];
};

export function chromiumFlags({ profile, appName, isHeadless, switches }: ChromiumSetting): readonly string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    ...NO_NETWORK,
    ...NO_BROWSER,
    ...NO_THROTTLING,
    ...STAY,
    // Chromium refuses to sandbox as root. Never otherwise; --test-type keeps it from warning in every window.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
    ...(isHeadless ? ['--headless=new'] : []),
    ...switches,
    `--class=${appName}`,
    `--user-data-dir=${profile}`,
  ];
}

/** Written into a new profile before its first start: a flag alone did not keep the Translate bubble away. */
export const FIRST_PREFERENCES = {
  translate: { enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  signin: { allowed: false, allowed_on_next_startup: false },
  search: { suggest_enabled: false },
  alternate_error_pages: { enabled: false },
  spellcheck: { use_spelling_service: false },
};
