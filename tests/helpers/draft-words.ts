// The words of an answer as the composer saves them first: plain, addressed and called by itself.
import type { CommandArgs } from '../../main/contract/commands.ts';
import { plainWords } from '../../main/engine/outbox/queue-letter.ts';

export const answerToSave = (conversation: number, text: string): CommandArgs<'draft.save'> => ({
  ...plainWords(conversation, text),
  id: null,
  recipients: null,
  canned: [],
});
