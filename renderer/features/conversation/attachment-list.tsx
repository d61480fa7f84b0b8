// Where a message shows what came with it: files below its words, an invitation above them. What they look like is the rooms' that
// app/ hands in.
import type { AttachmentView } from '../../../main/contract/attachments.ts';
import type { MessageView } from '../../../main/contract/views.ts';
import { useMessageParts } from './message-parts.ts';

export function AttachmentList({ attachments }: { readonly attachments: readonly AttachmentView[] }) {
  const parts = useMessageParts();
  return parts === null || attachments.length === 0 ? null : <parts.Files attachments={attachments} />;
}

export function InvitationSlot({ message }: { readonly message: MessageView }) {
  const parts = useMessageParts();
  return parts === null || !mayHoldInvitation(message) ? null : <parts.Invitation message={message} />;
}

const mayHoldInvitation = ({ attachments }: MessageView): boolean =>
  attachments.some(
    ({ contentType, fileName }) =>
      /^(?:text\/calendar|application\/ics)$/i.test(contentType) || /\.ics$/i.test(fileName),
  );
