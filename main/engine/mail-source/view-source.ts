// What a stored message stands for, as it is shown and answered. Read from its body again each time: nothing of what it says is
// kept twice, so that whoever is erased is gone from here too.
import type { AnswerRoute, SourceView } from '../../contract/mail-source.ts';
import { formWords, readForm } from '../../domain/mail-source/form-fields.ts';
import { findClaim } from '../../domain/mail-source/find-claim.ts';
import { isBelieved, isOfKnownSender } from '../../domain/mail-source/judge-claim.ts';
import { isPublicChannel } from '../../domain/mail-source/source.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import { storedMail } from './take-as.ts';

type Rooms = Pick<Store, 'sources' | 'messages' | 'bodies' | 'attachments'>;

/** null: it is what it is. */
export function viewSource(store: Rooms, row: MessageRow): SourceView | null {
  const known = store.sources.get(row.id);
  if (known === null) return null;
  const mail = storedMail(store, row);
  const claim = findClaim(mail);
  const { source, standing } = known;
  const read = claim?.source === source ? claim : null;
  const named = isBelieved(standing) ? mail.replyTo[0] : undefined;
  const form = read === null ? readForm(mail.text) : null;
  return {
    source,
    standing,
    channel: isBelieved(standing) ? row.channel : (read?.channel ?? 'email'),
    shape: read?.shape ?? 'message',
    // A network's relay address is for answering, and changes; the person keeps his handle.
    person: (isOfKnownSender(source) ? undefined : named) ?? read?.person ?? named ?? row.from,
    text: read?.text ?? (form === null ? '' : formWords(form)),
    mode: read?.mode ?? 'mail-to-sender',
    link: read?.link ?? null,
  };
}

const BY_MAIL: AnswerRoute = { mode: 'mail-to-sender', channel: 'email', link: null, isPublic: false };

/** How the newest question is answered. */
export function viewAnswer(source: SourceView | null): AnswerRoute {
  if (source === null || !isBelieved(source.standing) || source.shape !== 'message') return BY_MAIL;
  const { mode, channel, link } = source;
  return { mode, channel, link, isPublic: isPublicChannel(channel) };
}
