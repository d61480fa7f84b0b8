// What the owner of the invented desk writes down while the page is open: it stands in the list, and can be mended and taken back.
import type { CommandArgs, CommandName, CommandValue } from '../../main/contract/commands.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { CustomerReach, KnownPerson, TakenNote } from '../../main/contract/hand-entered.ts';
import type { MessageView } from '../../main/contract/views.ts';
import { phoneNumber } from '../../main/domain/contact/phone-number.ts';
import { isMailAddress, shownAddress, wayTo } from '../../main/domain/contact/way.ts';
import { NO_DECISIONS } from '../../main/domain/queue/decisions.ts';
import { HOUR_MS } from '../../main/domain/instant.ts';
import type { Section } from '../../main/domain/queue/sections.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';
import type { Story } from './fixture-stories.ts';

type NoteCommand = Extract<CommandName, `note.${string}`>;
type NoteHandlers = {
  readonly [Name in NoteCommand]: (args: CommandArgs<Name>) => Result<CommandValue<Name>>;
};

export type FixtureNotesDeps = {
  readonly stories: readonly Story[];
  /** Answers the conversation it became. */
  readonly addStory: (story: Story) => number;
  readonly setGone: (conversation: number, isGone: boolean) => void;
  readonly said: (conversation: number) => readonly MessageView[];
  readonly say: (conversation: number, messages: readonly MessageView[]) => void;
  readonly move: (conversation: number, section: Section) => void;
  /** Its draft is none any more. */
  readonly answered: (conversation: number) => void;
  readonly begin: () => void;
};

export function createFixtureNotes(deps: FixtureNotesDeps): NoteHandlers {
  let last = 9_000_000;
  const noteOf = (id: number): { readonly conversation: number; readonly note: MessageView } | null => {
    for (const [index] of deps.stories.entries()) {
      const note = deps.said(index + 1).find((message) => message.id === id);
      if (note !== undefined) return { conversation: index + 1, note };
    }
    return null;
  };
  return {
    'note.begin': () => {
      deps.begin();
      return ok(null);
    },
    'note.add': ({ who, phone = '', email = '', handle = '', channel, text, customer = null, answered = null }) => {
      const number = phoneNumber(phone, 'BE');
      if (phone !== '' && number === null) return failed('contact-not-understood', 'user', phone, { what: phone });
      const conversation = deps.addStory({
        section: answered === null ? 'now' : 'waiting',
        who: who || phone,
        address:
          customer ??
          (number === null ? email || (handle === '' ? 'noted:fixture' : `${channel}:${handle}`) : `tel:${number}`),
        subject: text.slice(0, 60),
        text,
        agoMs: 0,
        dueMs: HOUR_MS,
        channel,
        isByHand: true,
      });
      return ok({ conversation, messages: [conversation * 1_000 + 900], before: null });
    },
    'note.append': ({ conversation, kind, channel, text }) => {
      last += 1;
      deps.say(conversation, [...deps.said(conversation), noteView(last, kind, channel, text || '…')]);
      if (kind === 'answer') deps.answered(conversation);
      if (kind !== 'remark') deps.move(conversation, kind === 'answer' ? 'waiting' : 'now');
      return ok({ conversation, messages: [last], before: NO_DECISIONS });
    },
    'note.change': (changes) => {
      const found = noteOf(changes.message);
      if (found === null) return failed('not-found', 'user', 'fixture');
      const { conversation, note } = found;
      const text = changes.text ?? note.text;
      const changed = { ...note, text, ownText: text, channel: changes.channel ?? note.channel };
      deps.say(
        conversation,
        deps.said(conversation).map((message) => (message.id === note.id ? changed : message)),
      );
      return ok({ message: note.id, text: note.text });
    },
    'note.remove': ({ messages }) => {
      const found = noteOf(messages[0] ?? 0);
      const conversation = found?.conversation ?? Math.floor((messages[0] ?? 0) / 1_000);
      if (found === null) deps.setGone(conversation, true);
      else
        deps.say(
          conversation,
          deps.said(conversation).filter(({ id }) => id !== found.note.id),
        );
      deps.move(conversation, 'now');
      const note: TakenNote = {
        kind: 'incoming',
        channel: 'phone',
        from: { name: '', address: '' },
        reach: [],
        text: '',
        at: 0,
      };
      return ok({ conversation, decisions: NO_DECISIONS, notes: [note] });
    },
    'note.putBack': ({ conversation }) => {
      deps.setGone(conversation ?? 0, false);
      return ok({ conversation: conversation ?? 0, messages: [], before: null });
    },
    'note.people': ({ text }) => ok(peopleIn(deps.stories, text)),
  };
}

const noteView = (
  id: number,
  kind: 'incoming' | 'answer' | 'remark',
  channel: MessageView['channel'],
  text: string,
): MessageView => ({
  id,
  messageId: null,
  direction: kind === 'incoming' ? 'in' : 'out',
  channel,
  kind: kind === 'remark' ? 'remark' : 'human',
  from: { name: '', address: '' },
  replyTo: [],
  to: [],
  cc: [],
  bcc: [],
  at: FIXTURE_NOW,
  headerDate: null,
  subject: '',
  text,
  ownText: text,
  html: null,
  note: null,
  source: null,
  isByHand: true,
  isUnread: false,
  isGoneOnServer: false,
  attachments: [],
  delivery: null,
});

function peopleIn(stories: readonly Story[], text: string): readonly KnownPerson[] {
  const wanted = text.toLowerCase();
  return stories
    .flatMap(({ who, address, subject, agoMs, section }, index) =>
      section === 'fyi' || !`${who} ${address}`.toLowerCase().includes(wanted)
        ? []
        : [
            {
              name: who,
              address,
              shown: shownAddress(address),
              lastAt: FIXTURE_NOW - agoMs,
              conversations: 1,
              open: section === 'done' ? null : { conversation: index + 1, subject },
            },
          ],
    )
    .slice(0, 6);
}

/** Of a customer by his address alone. */
export function reachOf(address: string): CustomerReach {
  const way = wayTo(address);
  return {
    phone: way?.kind === 'phone' ? way.number : null,
    email: isMailAddress(address) ? address : null,
    handles: way?.kind === 'handle' ? [{ channel: way.channel, handle: way.handle }] : [],
    links: [],
  };
}
