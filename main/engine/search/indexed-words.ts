// What of a message goes into the full-text index, the same at its arrival and when a damaged index is filled again: everything
// one may look for, spelled as search-letters.ts does, numbers also in their closed form, and marks for facts that never change.
import type { Address, Channel } from '../../domain/conversation/message.ts';
import type { Words } from '../store/full-text-table.ts';
import { ALL, channelMark, WITH_ATTACHMENT } from './marks.ts';
import { numberForms } from './number-forms.ts';
import { searchLetters } from './search-letters.ts';

export type Searchable = {
  readonly channel: Channel;
  readonly subject: string;
  readonly senders: readonly Address[];
  readonly recipients: readonly Address[];
  readonly text: string;
  readonly attachments: readonly { readonly fileName: string; readonly isInline: boolean }[];
};

/** Words beyond this are a log file or a mailing list's digest; the index would grow by more than the letters of a year. */
const MOST_INDEXED_CHARS = 200_000;

export function indexedWords(message: Searchable): Words {
  const { text, attachments } = message;
  const marks = [ALL, channelMark(message.channel)];
  if (attachments.some(({ isInline }) => !isInline)) marks.push(WITH_ATTACHMENT);
  return {
    subject: words(message.subject),
    sender: words(namesOf(message.senders)),
    recipients: words(namesOf(message.recipients)),
    body: words(text.length > MOST_INDEXED_CHARS ? text.slice(0, MOST_INDEXED_CHARS) : text),
    attachments: `${words(attachments.map(({ fileName }) => fileName).join(' '))} ${marks.join(' ')}`,
  };
}

const namesOf = (people: readonly Address[]): string =>
  people.map(({ name, address }) => `${name} ${address}`).join(' ');

function words(text: string): string {
  const spelled = searchLetters(text);
  const numbers = numberForms(spelled);
  return numbers === '' ? spelled : `${spelled}\n${numbers}`;
}
