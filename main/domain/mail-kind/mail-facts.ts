// What is known of a mail when its kind is decided: classify.ts.
import type { Address } from '../conversation/message.ts';

export type MailFacts = {
  /** Lower-case names to decoded values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly from: readonly Address[];
  readonly subject: string;
  /** Every content type in the mail, multiparts included, lower case. */
  readonly contentTypes: readonly string[];
  /** METHOD of its calendar part in capitals, '' where that names none, null where there is no such part. */
  readonly calendarMethod: string | null;
  readonly text: string;
};
