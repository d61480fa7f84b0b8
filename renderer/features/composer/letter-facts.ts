// What a letter is as it stands: from which address, to whom, and what is looked at before it leaves. Pure.
import type { Recipients } from '../../../main/contract/drafts.ts';
import type { AccountView, ConversationView } from '../../../main/contract/views.ts';
import { guessLanguage } from '../../../main/domain/conversation/language-guess.ts';
import type { Address, Language } from '../../../main/domain/conversation/message.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { isSameAddress } from '../../../main/domain/letter/read-recipients.ts';
import type { SendingFacts } from '../../../main/domain/sending/sending-checks.ts';
import type { Written } from '../../state/writing.ts';

const NOBODY: Recipients = { to: [], cc: [], bcc: [] };

/** As chosen; else as an answer is addressed by itself. */
export const recipientsOf = (written: Written, view: ConversationView | null): Recipients =>
  written.recipients ?? (view === null ? NOBODY : { to: view.replyTo, cc: view.replyCc, bcc: [] });

/** The first it goes to, where that is not who is answered. */
export function somebodyElse({ to: [first] }: Recipients, view: ConversationView | null): Address | null {
  if (first === undefined) return null;
  return view?.replyTo.some(({ address }) => isSameAddress(address, first.address)) === true ? null : first;
}

export const isToAnybody = ({ to, cc, bcc }: Recipients): boolean => to.length + cc.length + bcc.length > 0;

/** Who would have an answer to everyone, and not this one. */
export function leftOut({ to, cc, bcc }: Recipients, view: ConversationView | null): readonly Address[] {
  const having = [...to, ...cc, ...bcc];
  return [...(view?.replyTo ?? []), ...(view?.replyCc ?? [])].filter(
    ({ address }) => !having.some((one) => isSameAddress(one.address, address)),
  );
}

export const senderOf = (written: Written, view: ConversationView | null, accounts: readonly AccountView[]): string =>
  written.sender ??
  view?.replyFrom.address ??
  (accounts.find(({ id }) => id === written.account) ?? accounts[0])?.email ??
  '';

type Looked = {
  readonly written: Written;
  /** Files that are still on their way into it. */
  readonly comingFiles: number;
  readonly view: ConversationView | null;
  readonly ownNames: readonly string[];
  readonly now: Instant;
  readonly zone: string;
};

export function sendingFacts({ written, comingFiles, view, ownNames, now, zone }: Looked): SendingFacts {
  const last = view?.messages.findLast(({ direction }) => direction === 'in') ?? null;
  return {
    kind: written.kind,
    text: written.text,
    subject: written.subject ?? view?.item.subject ?? '',
    files: written.files.filter(({ contentId }) => contentId === null).length + comingFiles,
    ...recipientsOf(written, view),
    // What somebody filled in on a form may be a slip of his.
    wroteFrom: view === null || view.item.channel !== 'email' ? [] : [...view.replyTo, ...view.replyCc],
    answers:
      written.kind !== 'answer' || last === null
        ? null
        : {
            text: last.ownText,
            saidBefore: view?.messages.map((message) => `${message.subject}\n${message.text}`).join('\n') ?? '',
            languagesBefore: languagesOf(view?.messages.filter((message) => message !== last) ?? []),
          },
    // A letter that a network passes on is read there.
    channel: view?.answer.mode === 'relay-mail' ? view.answer.channel : 'email',
    isPublic: false,
    ownNames,
    now,
    zone,
  };
}

const languagesOf = (messages: ConversationView['messages']): readonly Language[] => [
  ...new Set(messages.map(({ ownText }) => guessLanguage(ownText)).filter((language) => language !== null)),
];
