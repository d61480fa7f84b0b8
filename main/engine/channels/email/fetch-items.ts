// What a FETCH asks for and what comes of it, in our words. Read by name, never by position or order: servers differ in both.
import type { FetchMessageObject, FetchQueryObject } from 'imapflow';
import type { Instant } from '../../../domain/instant.ts';

export type BodyStructure = NonNullable<FetchMessageObject['bodyStructure']>;

export type FetchItems = {
  /** Flags, size and the moment of arrival. */
  readonly overview?: boolean;
  readonly flags?: boolean;
  /** The whole message, up to so many bytes. */
  readonly sourceBytes?: number;
  readonly header?: boolean;
  readonly messageIdHeader?: boolean;
  readonly structure?: boolean;
  readonly parts?: readonly { readonly part: string; readonly maxBytes?: number }[];
};

export type FetchedMail = {
  readonly uid: number;
  readonly flags: readonly string[] | null;
  readonly size: number | null;
  readonly at: Instant | null;
  readonly modseq: bigint | null;
  /** EMAILID (RFC 8474) or X-GM-MSGID: one message has one, in whatever mailboxes it lies. */
  readonly emailId: string | null;
  readonly source: Uint8Array | null;
  readonly header: Uint8Array | null;
  /** null also where the server's description could not be read. */
  readonly structure: BodyStructure | null;
  readonly parts: ReadonlyMap<string, Uint8Array>;
};

export function queryFor(items: FetchItems): FetchQueryObject {
  return {
    uid: true,
    ...(items.flags === true ? { flags: true } : {}),
    ...(items.overview === true ? { flags: true, size: true, internalDate: true } : {}),
    ...(items.sourceBytes === undefined ? {} : { source: { start: 0, maxLength: items.sourceBytes } }),
    ...(items.header === true ? { headers: true } : {}),
    ...(items.messageIdHeader === true ? { headers: ['Message-ID'] } : {}),
    ...(items.structure === true ? { bodyStructure: true } : {}),
    ...(items.parts === undefined
      ? {}
      : {
          bodyParts: items.parts.map(({ part, maxBytes }) =>
            maxBytes === undefined ? part : { key: part, start: 0, maxLength: maxBytes },
          ),
        }),
  };
}

export function toFetched(message: FetchMessageObject, items: FetchItems): FetchedMail {
  const date = message.internalDate instanceof Date ? message.internalDate.getTime() : Number.NaN;
  const hasBody = message.source !== undefined && (message.source.byteLength > 0 || message.size === 0);
  return {
    uid: message.uid,
    flags: message.flags === undefined ? null : [...message.flags],
    size: message.size ?? null,
    at: Number.isFinite(date) ? date : null,
    modseq: message.modseq ?? null,
    emailId: message.emailId ?? null,
    // An empty body is how some servers say that they could not read it (iCloud, Outlook.com), unless they count no byte either.
    source: items.sourceBytes !== undefined && hasBody ? (message.source ?? null) : null,
    header: message.headers !== undefined && message.headers.byteLength > 0 ? message.headers : null,
    structure: message.bodyStructure ?? null,
    parts: new Map([...(message.bodyParts ?? [])].filter(([, bytes]) => bytes instanceof Uint8Array)),
  };
}

/** Two answers for one UID (a body, then new flags) are one message. */
export function mergeFetched(first: FetchedMail | undefined, second: FetchedMail): FetchedMail {
  if (first === undefined) return second;
  return {
    uid: first.uid,
    flags: second.flags ?? first.flags,
    size: second.size ?? first.size,
    at: second.at ?? first.at,
    modseq: second.modseq ?? first.modseq,
    emailId: second.emailId ?? first.emailId,
    source: second.source ?? first.source,
    header: second.header ?? first.header,
    structure: second.structure ?? first.structure,
    parts: new Map([...first.parts, ...second.parts]),
  };
}
