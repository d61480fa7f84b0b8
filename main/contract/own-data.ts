// What the owner does with his data as such: take mail in from files, take everything or one person's mail along, erase a person.
export type PassedOverView = {
  readonly why: 'empty' | 'no-mail' | 'too-large' | 'deleted' | 'unreadable';
  readonly count: number;
  /** Some of the files or folders it happened in. */
  readonly examples: readonly string[];
};

export type ImportReport = {
  readonly added: number;
  /** Were here already. */
  readonly known: number;
  readonly skipped: number;
  readonly passedOver: readonly PassedOverView[];
  /** The owner stopped it; running it again goes on. */
  readonly isStopped: boolean;
  readonly ms: number;
};

export type ExportReport = {
  readonly folder: string;
  readonly messages: number;
  readonly conversations: number;
  readonly attachments: number;
  /** Not on this machine, and not to be had from the server now. */
  readonly missingAttachments: number;
  readonly bytes: number;
  readonly isStopped: boolean;
  readonly ms: number;
};

/** What an erasure would do, told before it is asked for. */
export type ErasureOutlook = {
  readonly address: string;
  /** All of his that the owner knows, that one first. */
  readonly addresses: readonly string[];
  readonly names: readonly string[];
  readonly conversations: number;
  /** Mails from or to this person alone: they go. */
  readonly messages: number;
  /** Mails of others that name this person: they stay, without the name, the address and what they quote. */
  readonly others: number;
  readonly oldestAt: number | null;
  readonly newestAt: number | null;
  /** Of the mails that go, so many lie on a mail server still. */
  readonly onServer: number;
};

export type ErasureReport = Pick<ErasureOutlook, 'conversations' | 'messages' | 'others'> & {
  /** So many of the erased mails still lie on the mail server; they are not fetched again. */
  readonly leftOnServer: number;
  readonly removedFromServer: number;
  /** Copies of the desk that held the person and are gone; where there were any, a new one stands in their place. */
  readonly backupsRemoved: readonly string[];
  /** Files in the data folder in which the address can still be read: should be none. */
  readonly leftIn: readonly string[];
  readonly ms: number;
};
