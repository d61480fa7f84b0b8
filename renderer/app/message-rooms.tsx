// Hands the rooms of files and invitations to every message that is shown, wherever its story stands.
import type { ReactNode } from 'react';
import { AttachmentList } from '../features/attachments/attachment-list.tsx';
import { MessagePartsContext, type MessageParts } from '../features/conversation/message-parts.ts';
import { InvitationCard } from '../features/invitation/invitation-card.tsx';

const PARTS: MessageParts = { Files: AttachmentList, Invitation: InvitationCard };

export const MessageRooms = ({ children }: { readonly children: ReactNode }) => (
  <MessagePartsContext value={PARTS}>{children}</MessagePartsContext>
);
