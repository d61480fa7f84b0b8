// The card of a customer: what the owner said of him, what his letters say, and what there was between them.
import type { ContactCard, HandleView } from '../../contract/contacts.ts';
import { companyGuess } from '../../domain/contact/company-guess.ts';
import { emptyCard } from '../../domain/contact/card.ts';
import { waitsBetween } from '../../domain/contact/waits-between.ts';
import { shownAddress, wayTo } from '../../domain/contact/way.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OpenTime } from '../../domain/office-hours/open-time.ts';
import { BY_HAND } from '../channels/manual/manual-account.ts';
import { commitmentView } from '../commitments/commitment-view.ts';
import type { Clock } from '../ports/ports.ts';
import { countingMessages } from '../queue/counting-messages.ts';
import type { Queue } from '../queue/queue.ts';
import type { ContactMerge } from '../store/contact-merge-table.ts';
import type { Store } from '../store/store.ts';

export type ViewCardDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly queue: Pick<Queue, 'item'>;
  readonly settings: { readonly officeHours: (now: Instant) => OpenTime };
};

/** So many conversations are listed, and reckoned with: some 10 ms of reading. */
const MOST_HISTORY = 30;

export function viewCard({ store, clock, queue, settings }: ViewCardDeps, asked: string): ContactCard {
  const address = asked.toLowerCase();
  const contact = store.contacts.of(address);
  const { name, company, language, note, tags, fields, handles } = contact ?? emptyCard(address);
  const letters = store.customers.byHisLetters(handles);
  const ids = store.customers.conversationsWith(handles, MOST_HISTORY);
  const items = ids.flatMap((id) => queue.item(id) ?? []);
  const { conversations, firstAt } = store.customers.figuresOf(handles);
  const stories = ids.flatMap((id) => {
    const conversation = store.conversations.get(id);
    if (conversation === null) return [];
    const messages = countingMessages(store, id, store.messages.ofConversation(id));
    return [{ messages, decisions: conversation.decisions }];
  });
  return {
    address,
    id: contact?.id ?? null,
    name,
    company,
    language,
    note,
    tags,
    fields,
    letters: {
      name: letters?.name ?? '',
      company: handles.map(companyGuess).find((guess) => guess !== null) ?? '',
      language: letters?.language ?? null,
    },
    isVip: handles.some(store.contacts.isVip),
    handles: handleViews(store, handles),
    history: items.map((item) => ({
      conversation: item.conversation,
      subject: item.subject,
      channel: item.channel,
      section: item.section,
      lastAt: item.lastAt,
    })),
    conversations,
    firstSeenAt: firstAt,
    waits: waitsBetween(stories, settings.officeHours(clock.now()).minutesBetween),
    commitments: ids
      .flatMap((id) => store.commitments.ofConversation(id))
      .filter(({ state }) => state === 'open' || state === 'proposed')
      .toSorted((a, b) => a.dueAt - b.dueAt)
      .map(commitmentView),
    merges: store.contactMerges.naming(handles).flatMap(mergeView),
  };
}

function handleViews({ customers }: Pick<Store, 'customers'>, handles: readonly string[]): readonly HandleView[] {
  const noted = handles.flatMap((address) => customers.written(address, BY_HAND));
  return [...new Set([...handles, ...noted])].flatMap((address): HandleView[] => {
    const way = wayTo(address);
    if (way === null) return [];
    const channel = way.kind === 'handle' ? way.channel : null;
    return [{ address, shown: shownAddress(address), kind: way.kind, channel, isKept: handles.includes(address) }];
  });
}

function mergeView({ id, at, one, other, before }: ContactMerge): ContactCard['merges'] {
  if (before === null) return [];
  const names = [before.one.name || shownAddress(one), before.other.name || shownAddress(other)] as const;
  return [{ id, at, names }];
}
