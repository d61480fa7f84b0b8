// A note of the owner's as a page of plain text: it never was a mail, and is not made to look like one.
import { shownAddress } from '../../domain/contact/way.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { channelName } from '../../contract/text/queue-words.ts';
import { noteKindOf } from '../hand-entered/note-message.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';

const WORDS = {
  nl: {
    when: 'Wanneer',
    channel: 'Kanaal',
    reach: 'Bereikbaar',
    incoming: 'Van',
    answer: 'Antwoord aan',
    remark: 'Opmerking voor mezelf',
  },
  en: {
    when: 'When',
    channel: 'Channel',
    reach: 'Reached at',
    incoming: 'From',
    answer: 'Answer to',
    remark: 'Remark for myself',
  },
} as const satisfies { readonly [language in UiLanguage]: unknown };

export function noteText(store: Pick<Store, 'messages' | 'bodies'>, message: MessageRow, language: UiLanguage): string {
  const words = WORDS[language];
  const kind = noteKindOf(message);
  const people = store.messages.people(message.id);
  const other = kind === 'incoming' ? message.from : (people.to[0] ?? { name: '', address: '' });
  const own = shownAddress(other.address);
  const reach = [...new Set([own, ...people['reply-to'].map(({ address }) => shownAddress(address))])];
  const lines = [
    `${words[kind]}: ${other.name}`.replace(/: $/, ''),
    ...(reach.join('') === '' ? [] : [`${words.reach}: ${reach.filter((one) => one !== '').join(', ')}`]),
    `${words.channel}: ${channelName(language, message.channel)}`,
    `${words.when}: ${new Date(message.at).toISOString()}`,
    '',
    store.bodies.text(message.id),
  ];
  return `${lines.join('\r\n')}\r\n`;
}
