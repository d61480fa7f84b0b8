// The channel of what the owner writes down himself: nothing comes in and nothing leaves by it. Whatever is asked of it beside
// watching is asked by mistake, and answered as of an account that is not connected.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { Connector } from '../connector.ts';

const NOTHING_CAME = { added: 0, updated: 0, removed: 0, messages: 0, bytesIn: 0, ms: 0 } as const;
const refusal = failed('not-possible-now', 'never', 'what is written down by hand is connected to nothing');
const notConnected = async (): Promise<Result<never>> => refusal;

export const manualConnector: Connector = {
  test: notConnected,
  watch: () => ({
    syncNow: async () => ok(NOTHING_CAME),
    reconnect: () => {},
    state: () => ({ kind: 'paused' }),
    stop: async () => {},
  }),
  send: async () => ({ kind: 'refused', error: refusal.error, refused: [] }),
  findSent: async () => ok('nowhere'),
  fileSent: async () => ok({ kind: 'by-server' }),
  withdrawCopy: async () => ok('alone'),
  keepDraft: async () => ok(false),
  dropDrafts: async () => ok(false),
  fetchAttachments: notConnected,
  removeForGood: async () => ok(0),
  fetchAttachment: notConnected,
  fetchOriginal: notConnected,
  compare: async () => ok([]),
};
