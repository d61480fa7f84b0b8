// Invitations in mails that are wholly on this computer, read once: for what else is known of an event nobody asks the server.
import type { MessageRowId } from '../../contract/views.ts';
import type { ZoneName } from '../../domain/instant.ts';
import type { Invitation } from '../../domain/invitation/invitation.ts';
import type { Store } from '../store/store.ts';
import { calendarIn, calendarText } from './note-invitation.ts';
import { readInvitation } from './read-invitation.ts';

/** null: none, or its bytes are still on the server. */
export type ReadHere = (message: MessageRowId) => Invitation | null;

/** More than are ever asked about one card. */
const MOST_KEPT = 400;

export function createReadHere(store: Pick<Store, 'attachments'>, zone: () => ZoneName): ReadHere {
  const read = new Map<string, Invitation | null>();
  return (message) => {
    const file = calendarIn(store.attachments.ofMessage(message));
    if (file === null) return null;
    const key = `${file.id} ${zone()}`;
    const known = read.get(key);
    if (known !== undefined) return known;
    const bytes = store.attachments.content(file.id);
    if (bytes === null) return null;
    const invitation = readInvitation(calendarText(bytes), zone());
    const [oldest] = read.keys();
    if (read.size >= MOST_KEPT && oldest !== undefined) read.delete(oldest);
    read.set(key, invitation);
    return invitation;
  };
}
