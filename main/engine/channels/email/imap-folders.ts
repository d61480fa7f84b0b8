// What a session can do with mailboxes as wholes, and with a message's place in them: list them with their figures, create one,
// move between them, count what is recent.
import { ok, type Result } from '../../../contract/errors.ts';
import type { Instant } from '../../../domain/instant.ts';
import { MAX_UIDS } from './imap-limits.ts';
import type { ImapLine } from './imap-line.ts';
import { assignRoles, type MailboxInfo } from './mailbox-roles.ts';
import { unpackUids } from './uid-set.ts';

export type MailboxStatus = {
  readonly messages: number | null;
  readonly uidNext: number | null;
  readonly uidValidity: string | null;
  readonly highestModseq: bigint | null;
};

export type FolderCommands = {
  /** All mailboxes that can be opened, with what STATUS says of each: one round trip with LIST-STATUS (RFC 5819). */
  readonly standing: () => Promise<Result<readonly (MailboxInfo & { readonly status: MailboxStatus | null })[]>>;
  /** Answers its path, with the server's own prefix and delimiter; null when the server would not. */
  readonly createMailbox: (name: string) => Promise<Result<string | null>>;
  /**
   * To another mailbox, by MOVE (RFC 6851) or by COPY and UID EXPUNGE. Answers where it is now if the server tells (UIDPLUS).
   * 'unable': the server has neither, and deleting could take messages of others along. 'refused': it said no.
   */
  readonly move: (uid: number, target: string) => Promise<Result<Moved>>;
  readonly removeFlag: (uid: number, flag: string) => Promise<Result<boolean>>;
  /** Those that arrived on that day or later (RFC 3501, 6.4.4: SINCE knows no hours and no zone), ascending. */
  readonly uidsSince: (since: Instant) => Promise<Result<readonly number[]>>;
};
export type Moved =
  | { readonly kind: 'moved'; readonly to: { readonly uidValidity: string; readonly uid: number } | null }
  | { readonly kind: 'refused' | 'unable' };

export function folderCommands({ client, ask, refused, nonsense }: ImapLine): FolderCommands {
  return {
    standing: () =>
      ask('small', 'LIST', async () => {
        const listed = await client.list({
          statusQuery: { messages: true, uidNext: true, uidValidity: true, highestModseq: true },
        });
        if (client.isClosed) return refused('LIST');
        const statuses = new Map(listed.map(({ path, status }) => [path, status]));
        const roles = assignRoles(
          listed.map(({ path, name, parentPath, flags, specialUse, specialUseSource }) => ({
            path,
            name,
            parentPath,
            flags,
            // The library guesses by name as well; our own list knows what Dutch hosts write.
            specialUse: specialUseSource === 'extension' ? (specialUse ?? null) : null,
          })),
        );
        return ok(
          roles.map(({ path, role, isVirtual }) => ({ path, role, isVirtual, status: statusFrom(statuses.get(path)) })),
        );
      }),
    createMailbox: (name) =>
      ask('small', 'CREATE', async () => {
        try {
          return ok((await client.mailboxCreate(name)).path);
        } catch (error) {
          if (client.isClosed) throw error;
          return ok(null);
        }
      }),
    move: (uid, target) =>
      ask('small', 'MOVE', async (): Promise<Result<Moved>> => {
        if (!client.capabilities.has('MOVE') && !client.capabilities.has('UIDPLUS')) return ok({ kind: 'unable' });
        const moved = await client.messageMove(String(uid), target, { uid: true });
        if (client.isClosed) return refused('MOVE');
        if (moved === false || moved === undefined) return ok({ kind: 'refused' });
        const newUid = moved.uidMap?.get(uid);
        const isTold = newUid !== undefined && moved.uidValidity !== undefined;
        return ok({ kind: 'moved', to: isTold ? { uidValidity: String(moved.uidValidity), uid: newUid } : null });
      }),
    removeFlag: (uid, flag) =>
      ask('small', 'STORE', async () => ok(await client.messageFlagsRemove(String(uid), [flag], { uid: true }))),
    uidsSince: (since) =>
      ask('large', 'SEARCH', async () => {
        const answer = await client.search({ since: new Date(since) }, { uid: true, returnOptions: ['COUNT', 'ALL'] });
        if (answer === false || answer === undefined) return refused('SEARCH');
        if (Array.isArray(answer)) return ok(answer);
        const uids = unpackUids(answer.all ?? '', MAX_UIDS);
        return uids === null || uids.length !== answer.count ? nonsense('ESEARCH does not add up') : ok(uids);
      }),
  };
}

type ListedStatus = {
  readonly messages?: number | undefined;
  readonly uidNext?: number | undefined;
  readonly uidValidity?: bigint | undefined;
  readonly highestModseq?: bigint | undefined;
};

/** Of a mailbox whose STATUS was refused nothing is known; it is opened to see. */
const statusFrom = (status: ListedStatus | undefined): MailboxStatus | null =>
  status?.messages === undefined
    ? null
    : {
        messages: status.messages,
        uidNext: status.uidNext ?? null,
        uidValidity: status.uidValidity === undefined ? null : String(status.uidValidity),
        highestModseq: realModseq(status.highestModseq),
      };

/** A server that says 0 keeps none. */
export const realModseq = (modseq: bigint | undefined): bigint | null =>
  modseq === undefined || modseq === 0n ? null : modseq;
