// The channel of the demo desk: it reaches nobody. What is sent from it counts as sent and stays here; nothing ever comes in.
import { failed, ok } from '../../../contract/errors.ts';
import type { AccountState } from '../../../contract/views.ts';
import type { Clock } from '../../ports/ports.ts';
import type { Connector } from '../connector.ts';

const NOTHING_CAME = { added: 0, updated: 0, removed: 0, messages: 0, bytesIn: 0, ms: 0 } as const;

export function createDemoConnector(clock: Clock): Connector {
  return {
    test: async () => failed('demo-only', 'never', 'the demo desk reaches no server'),
    watch: () => {
      const since = clock.now();
      let state: AccountState = { kind: 'live', since };
      return {
        syncNow: async () => ok(NOTHING_CAME),
        reconnect: () => {},
        state: () => state,
        stop: async () => {
          state = { kind: 'paused' };
        },
      };
    },
    send: async (_account, _password, mail, onBodyStart) => {
      onBodyStart();
      return { kind: 'sent', accepted: mail.recipients, refused: [], serverReply: 'demo' };
    },
    findSent: async () => ok('filed'),
    fileSent: async () => ok({ kind: 'by-server' }),
    withdrawCopy: async () => ok('alone'),
    keepDraft: async () => ok(false),
    dropDrafts: async () => ok(false),
    fetchAttachment: async () => failed('demo-only', 'never', 'the demo desk reaches no server'),
    fetchOriginal: async () => failed('demo-only', 'never', 'the demo desk reaches no server'),
    fetchAttachments: async () => failed('demo-only', 'never', 'the demo desk reaches no server'),
    removeForGood: async () => failed('demo-only', 'never', 'the demo desk reaches no server'),
    compare: async () => ok([]),
  };
}
