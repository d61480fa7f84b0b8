/// <reference types="vite/client" />
import type { BalieBridge } from '../main/contract/bridge.ts';

declare global {
  interface Window {
    readonly balie: BalieBridge;
  }
}
