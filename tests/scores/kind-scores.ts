// How well persons and machines are told apart. Two figures matter: machines among the persons are noise, and a person among the
// machines is a customer lost.
import type { MailKind } from '../../main/domain/conversation/message.ts';
import { parseMail } from '../../main/engine/channels/email/parse/parse-mail.ts';
import { rawOf, scoreOf, sharedCases, type RawCase, type Score } from '../helpers/shared-data.ts';

const kindOf = (one: RawCase): MailKind => parseMail(rawOf(one)).kind;

export function scoreAutomation(): Score {
  return scoreOf('automation', sharedCases<RawCase & { readonly class: MailKind }>('automation'), (one) => {
    const kind = kindOf(one);
    return kind === one.class ? [] : [`${one.class} read as ${kind}`];
  });
}

export function scoreBounces(): Score {
  return scoreOf('bounces', sharedCases<RawCase & { readonly class: MailKind | 'not-bounce' }>('bounces'), (one) => {
    const kind = kindOf(one);
    const isRight = one.class === 'not-bounce' ? kind !== 'bounce' : kind === one.class;
    return isRight ? [] : [`${one.class} read as ${kind}`];
  });
}

type HamSpam = RawCase & { readonly label: 'ham' | 'newsletter' | 'spam'; readonly bulkHeader: boolean };

/** Spam counts for neither side: it comes from "persons" by design. */
export function scoreHamSpamKinds(): Score {
  const cases = sharedCases<HamSpam>('ham-spam').filter(({ label, bulkHeader }) => label !== 'spam' || bulkHeader);
  const persons = cases.filter(({ label, bulkHeader }) => label === 'ham' && !bulkHeader);
  const hidden = persons.filter((one) => kindOf(one) !== 'human').length;
  const score = scoreOf('ham-spam (kinds)', cases, (one) => {
    const kind = kindOf(one);
    const isPerson = one.label === 'ham' && !one.bulkHeader;
    return isPerson === (kind === 'human')
      ? []
      : [`${one.label}${one.bulkHeader ? ' with bulk header' : ''} read as ${kind}`];
  });
  return { ...score, more: `persons hidden ${hidden} of ${persons.length}` };
}
