// What other rooms add to a message: its files, and the invitation it carries. app/ says who; without a word of it a message has
// neither, as in a room that only quotes.
import { createContext, useContext, type ComponentType } from 'react';
import type { AttachmentView } from '../../../main/contract/attachments.ts';
import type { MessageView } from '../../../main/contract/views.ts';

export type MessageParts = {
  readonly Files: ComponentType<{ readonly attachments: readonly AttachmentView[] }>;
  readonly Invitation: ComponentType<{ readonly message: MessageView }>;
};

export const MessagePartsContext = createContext<MessageParts | null>(null);

export const useMessageParts = (): MessageParts | null => useContext(MessagePartsContext);
