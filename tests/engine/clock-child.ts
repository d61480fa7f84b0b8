// The engine on the data folder given, watching, until it is told to stop on stdin. Tells on stdout what it reminds of and what it
// sent: one line each.
import { openInProcess } from '../../main/engine/host/in-process.ts';

const [, , dataFolder = '', assetsFolder = ''] = process.argv;
const password = process.env['BALIE_PASSWORD'] ?? '';
const opened = await openInProcess({
  dataFolder,
  assetsFolder,
  version: '0.0.0',
  systemLanguage: 'nl-BE',
  isDemo: false,
  watch: true,
  keep: true,
  logName: 'clock',
  secrets: () => ({
    read: async () => ({ kind: 'found', secret: password }),
    keep: async () => 'session',
    forget: async () => {},
    status: async () => ({ where: 'session', trouble: null }),
  }),
});
if (!opened.ok) throw new Error(opened.error.detail);
const engine = opened.value;
engine.onEvent(({ event }) => {
  if (event.kind === 'reminders') for (const { threshold, subject } of event.reminders) say(`${threshold} ${subject}`);
  if (event.kind === 'message-stored') say(`stored ${event.messageId ?? ''}`);
  if (event.kind === 'account-state') say(event.state.kind);
});
await engine.call('settings.set', {
  notifications: { enabled: true, hideContent: false, outsideOfficeHours: true },
});
say('ready');
process.stdin.once('data', () => {
  void engine.stop().then(() => process.exit(0));
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
