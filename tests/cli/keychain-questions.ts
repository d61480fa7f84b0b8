// Run in a process of its own, in whatever session the test made: asks the real keychain through the app's own adapter, and prints
// what came of it with the time it took.
import { performance } from 'node:perf_hooks';
import { createKeychainSecrets } from '../../main/engine/ports/keychain-secrets.ts';
import { createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import { leaveByForce } from '../../main/cli/leave.ts';
import { loadKeychain } from '../../main/shell/secrets-keychain.ts';

const [deed = 'status'] = process.argv.slice(2);
let hangs = false;
const alive = setInterval(() => {}, 1_000);
const secrets = createKeychainSecrets({
  load: loadKeychain,
  timers: createSystemTimers(),
  learn: () => {},
  onHang: () => (hangs = true),
});
const startedAt = performance.now();
const answer = await ask();
const status = await secrets.status();
process.stdout.write(JSON.stringify({ answer, status, ms: Math.round(performance.now() - startedAt) }));
clearInterval(alive);
if (hangs) leaveByForce(0);

function ask(): Promise<unknown> {
  switch (deed) {
    case 'keep':
      return secrets.keep('a1', 'geheim-Wachtw00rd!', 'keychain');
    case 'read':
      return secrets.read('a1');
    case 'forget':
      return secrets.forget('a1');
    default:
      return secrets.status();
  }
}
