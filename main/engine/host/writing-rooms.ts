// Puts together what the owner writes in and what leaves: outbox, drafts here and on the server, answers to invitations. What he
// answers is learned from as it leaves, and unlearned when he takes it back.
import type { EngineEvent } from '../../contract/events.ts';
import { createDrafts, type Drafts } from '../drafts/drafts.ts';
import { createServerDrafts, type ServerDraftsDeps } from '../drafts/server-drafts.ts';
import { createInvitations, type InvitationDeps, type Invitations } from '../invitation/invitations.ts';
import type { Learning } from '../learning/learning.ts';
import { createOutbox, type Outbox, type OutboxDeps } from '../outbox/outbox.ts';

type WritingRoomsDeps = OutboxDeps &
  Pick<ServerDraftsDeps, 'settings' | 'stateOf' | 'connectorFor'> &
  Pick<InvitationDeps, 'content'> & { readonly learning: Pick<Learning, 'answering' | 'answerTakenBack'> };

export type WritingRooms = {
  readonly outbox: Outbox;
  readonly handlers: Outbox['handlers'] & Drafts['handlers'] & Invitations['handlers'];
  readonly hear: (event: EngineEvent) => void;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

export function createWritingRooms(deps: WritingRoomsDeps): WritingRooms {
  const { store, ports, emit, learning, content } = deps;
  const outbox = createOutbox(deps);
  const serverDrafts = createServerDrafts(deps);
  const drafts = createDrafts({ store, clock: ports.clock, emit, attachmentContent: async (id) => content({ id }) });
  const invitations = createInvitations({ ...deps, onQueued: outbox.look });
  return {
    outbox,
    handlers: {
      ...invitations.handlers,
      ...outbox.handlers,
      ...drafts.handlers,
      'draft.send': async (args) => {
        const draft = store.drafts.get(args.id);
        const isAnswer = draft?.kind === 'answer' && draft.conversation !== null;
        const learn = isAnswer ? learning.answering(draft.conversation) : () => {};
        const sent = await outbox.handlers['draft.send'](args);
        if (sent.ok) learn();
        return sent;
      },
      'reply.send': async (args) => {
        const learn = learning.answering(args.conversation);
        const sent = await outbox.handlers['reply.send'](args);
        if (sent.ok) learn();
        return sent;
      },
      'outbox.undo': async (args) => {
        const back = await outbox.handlers['outbox.undo'](args);
        if (back.ok) learning.answerTakenBack(back.value.conversation);
        return back;
      },
    },
    hear: (event) => {
      if (event.kind === 'drafts-changed' || event.kind === 'account-state') serverDrafts.look();
    },
    start: () => {
      drafts.start();
      serverDrafts.start();
      outbox.start();
    },
    stop: async () => {
      await serverDrafts.stop();
      await outbox.stop();
    },
  };
}
