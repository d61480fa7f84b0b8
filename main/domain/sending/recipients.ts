// Whom a letter reaches at once: a mailing list, or many who see one another's address.
import type { Address } from '../conversation/message.ts';

/** More than a household, a firm's few or a club's board; then one usually means a list, or blind copies. */
export const MANY_RECIPIENTS = 10;

/** Hosts and names that lists are known by (RFC 2142 keeps "-request" for them); an address alone cannot tell more. */
const LIST_HOST =
  /^(?:lists?|lijst(?:en)?|listserv|mailman|groups)\.|^(?:googlegroups\.com|groups\.io|freelists\.org|framalistes\.org)$/;
const LIST_NAME =
  /^(?:iedereen|allen|leden|members|everyone|all-?staff|tous|membres)$|(?:^|[-_.])(?:lijst|mailinglist|mailinglijst|discuss|announce)$|-(?:list|l|users|leden)$/;

export const listAddress = (recipients: readonly Address[]): string | null =>
  recipients.find(({ address }) => {
    const [name = '', host = ''] = address.toLowerCase().split('@');
    return LIST_HOST.test(host) || LIST_NAME.test(name);
  })?.address ?? null;
