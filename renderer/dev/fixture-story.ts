// A customer of years: two thousand messages, some of them HTML mails that grow once they stand. And the commands that read a
// conversation piece by piece, answered from whatever story is asked for.
import type { CommandArgs, CommandName, CommandValue } from '../../main/contract/commands.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { STORY_COMMANDS } from '../../main/contract/story.ts';
import type { MessageView, QueueItem } from '../../main/contract/views.ts';
import { countWords } from '../../main/domain/conversation/find-words.ts';
import { HOUR_MS, MINUTE_MS } from '../../main/domain/instant.ts';
import type { Story } from './fixture-stories.ts';

const PARTS = ['de kast', 'het raam', 'de trap', 'een deur', 'de vloer', 'het bureau', 'de dakkapel'] as const;
const part = (index: number): string => PARTS[index % PARTS.length] ?? '';

const layout = (index: number): string =>
  `<h2>Bestelling ${index}</h2><table>${`<tr><td>Plank</td><td>${index} mm</td></tr>`.repeat(3 + (index % 25))}</table><p>Over ${part(index)}.</p>`;

export const LONG_STORY: Story = {
  section: 'now',
  who: 'Vaste Klant',
  address: 'vast@voorbeeld.example',
  subject: 'Onze lange briefwisseling',
  text: 'Dit is het nieuwste bericht. Kan de trap deze week nog?',
  agoMs: 5 * MINUTE_MS,
  dueMs: 4 * HOUR_MS,
  isUnread: true,
  earlier: Array.from({ length: 1_999 }, (_, index) => ({
    isOurs: index % 3 === 1,
    text: `Bericht ${index + 1} gaat over ${part(index)}.\n\n${'Nog een regel, en nog een regel. '.repeat(1 + (index % 9))}`,
    agoMs: (2_000 - index) * 6 * HOUR_MS,
    ...(index % 12 === 5 ? { html: layout(index + 1) } : {}),
  })),
};

type Handlers = {
  readonly [Name in keyof typeof STORY_COMMANDS & CommandName]: (args: CommandArgs<Name>) => Result<CommandValue<Name>>;
};

export function createFixtureStory(
  messagesOf: (conversation: number) => readonly MessageView[] | null,
  items: () => readonly QueueItem[],
): Handlers {
  const within = <T>(id: number, read: (messages: readonly MessageView[]) => T): Result<T> => {
    const messages = messagesOf(id);
    return messages === null ? failed('not-found', 'never', `conversation ${id}`) : ok(read(messages));
  };
  return {
    'conversation.outline': ({ id }) =>
      within(id, (messages) =>
        messages.map(({ ownText, ...message }) => ({
          id: message.id,
          direction: message.direction,
          channel: message.channel,
          kind: message.kind,
          from: message.from,
          at: message.at,
          preview: ownText.replaceAll(/\s+/g, ' ').slice(0, 180),
          isUnread: message.isUnread,
          isPublic: false,
        })),
      ),
    'conversation.alsoOpen': ({ id }) => {
      const all = items();
      const address = all.find(({ conversation }) => conversation === id)?.address;
      const others = all.filter((item) => item.address === address && item.conversation !== id);
      return ok(others.filter(({ section }) => section !== 'done' && section !== 'fyi'));
    },
    'conversation.messages': ({ id, messages: wanted }) =>
      within(id, (messages) => messages.filter((message) => wanted.includes(message.id))),
    'conversation.find': ({ id, text }) =>
      within(id, (messages) =>
        messages
          .map((message) => ({ message: message.id, count: countWords(message.text, text) }))
          .filter(({ count }) => count > 0),
      ),
    'message.source': ({ id }) =>
      ok({
        conversation: Math.floor(id / 1_000),
        headers: [
          { name: 'message-id', value: `<${id}@fixture.invalid>` },
          { name: 'from', value: 'Marleen De Smet <marleen.desmet@voorbeeld.example>' },
          { name: 'x-mailer', value: 'Apple Mail (2.3826)' },
        ],
        text: 'Dag Tom,\n\nKan de kast ook in eik?\n\nMarleen',
        html: '<p>Dag Tom,</p><p>Kan de kast ook in <b>eik</b>?</p><script>alert(1)</script>',
        isByHand: false,
      }),
    'message.original': () => failed('offline', 'auto', 'fixture'),
  };
}
