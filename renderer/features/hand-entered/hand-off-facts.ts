// What is looked at in an answer before another program takes it over. Pure.
import type { ConversationView } from '../../../main/contract/views.ts';
import { guessLanguage } from '../../../main/domain/conversation/language-guess.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import type { SendingFacts } from '../../../main/domain/sending/sending-checks.ts';
import { channelOf, type Route } from './routes.ts';

type HandedOver = {
  readonly view: Pick<ConversationView, 'messages' | 'customer' | 'item'>;
  readonly route: Route;
  readonly text: string;
  readonly ownNames: readonly string[];
  readonly now: Instant;
  readonly zone: string;
};

export function handOffFacts({ view, route, text, ownNames, now, zone }: HandedOver): SendingFacts {
  const { messages, customer, item } = view;
  const last = messages.findLast(({ direction }) => direction === 'in');
  const languagesBefore = messages
    .filter((message) => message !== last)
    .map(({ ownText }) => guessLanguage(ownText))
    .filter((language) => language !== null);
  return {
    kind: 'answer',
    text,
    subject: item.subject,
    // Pictures are added in the other program.
    files: null,
    to: [{ name: customer.name, address: customer.address }],
    cc: [],
    bcc: [],
    wroteFrom: [],
    answers: {
      text: last?.ownText ?? '',
      saidBefore: messages.map((message) => message.text).join('\n'),
      languagesBefore,
    },
    channel: channelOf(route),
    isPublic: route.kind === 'page' && route.isPublic === true,
    ownNames,
    now,
    zone,
  };
}
