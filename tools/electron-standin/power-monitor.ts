// powerMonitor: a sleep is guessed from a gap between ticks. Nothing else is known of the machine's power.
import { HostEmitter } from './host-emitter.ts';

const TICK_MS = 5_000;
/** A busy machine delays a tick by some seconds; a sleep by far more. */
const SLEPT_MS = 20_000;

class PowerMonitor extends HostEmitter {
  constructor() {
    super('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-ac', 'on-battery', 'shutdown']);
    let last = Date.now();
    const tick = (): void => {
      const now = Date.now();
      if (now - last > SLEPT_MS) {
        this.emit('suspend');
        this.emit('resume');
      }
      last = now;
    };
    setInterval(tick, TICK_MS).unref();
  }
  getSystemIdleTime(): number {
    return 0;
  }
  isOnBatteryPower(): boolean {
    return false;
  }
}

export const powerMonitor = new PowerMonitor();
