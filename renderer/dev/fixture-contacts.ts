// Whom the fixture desk knows: the people of its stories, and what is said of them until the page is left.
import type { CommandArgs } from '../../main/contract/commands.ts';
import type {
  CardImport,
  Completion,
  ContactCard,
  ContactDuplicates,
  ContactPage,
  ContactRow,
  ContactsBefore,
  ContactSuggestion,
} from '../../main/contract/contacts.ts';
import type { EngineEvent } from '../../main/contract/events.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { CommitmentView } from '../../main/contract/commitments.ts';
import type { QueueItem } from '../../main/contract/views.ts';
import { emptyCard, joined, type Card } from '../../main/domain/contact/card.ts';
import { companyGuess } from '../../main/domain/contact/company-guess.ts';
import { handleMeant } from '../../main/domain/contact/handle-meant.ts';
import { begins, findableWords, typedWords } from '../../main/domain/contact/name-words.ts';
import { sortName } from '../../main/domain/contact/sort-name.ts';
import { isMailAddress, shownAddress, wayTo } from '../../main/domain/contact/way.ts';
import { DAY_MS } from '../../main/domain/instant.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

export type FixtureContactsDeps = {
  readonly items: () => readonly QueueItem[];
  readonly commitments: (conversation: number) => readonly CommitmentView[];
  readonly tell: (event: EngineEvent) => void;
};

export const FIXTURE_CARDS: CardImport = {
  cards: 212,
  added: 187,
  completed: 14,
  known: 9,
  skipped: 2,
  examples: ['Els de Vries', 'Bakkerij Peeters', 'Mohamed El Amrani'],
};

/** Of the fixture's people one is known well. */
const KNOWN_WELL: Omit<Card, 'handles'> = {
  name: '',
  company: 'Vermeulen Interieur',
  language: null,
  note: 'Werkt met ons sinds de keuken van de Lindelaan.\nBelt liever na 18 u.',
  tags: ['aannemer', 'vaste klant'],
  fields: [{ name: 'Klantnummer', value: '2024-118' }],
};

export function createFixtureContacts({ items, commitments, tell }: FixtureContactsDeps) {
  const cards = new Map<string, Card>();
  const merges: {
    readonly id: number;
    readonly names: readonly [string, string];
    readonly handles: readonly string[];
  }[] = [];
  const refused = new Set<string>();
  const people = (): readonly { readonly who: string; readonly address: string }[] => [
    ...new Map(items().map(({ who, address }) => [address, { who, address }])).values(),
  ];
  const cardOf = (address: string): Card => {
    const there = [...cards.values()].find(({ handles }) => handles.includes(address));
    const isKnownWell = people().find(({ who }) => who === 'Sofie Vermeulen')?.address === address;
    return there ?? (isKnownWell ? { ...KNOWN_WELL, handles: [address, 'tel:+32471223344'] } : emptyCard(address));
  };
  const before = (): ContactsBefore => {
    const was = new Map(cards);
    const merged = [...merges];
    undo = () => {
      cards.clear();
      for (const [address, card] of was) cards.set(address, card);
      merges.splice(0, merges.length, ...merged);
    };
    return { addresses: [], contacts: [], vips: [], merges: [] };
  };
  let undo = (): void => {};
  const changed = <T>(value: T): Result<T> => {
    tell({ kind: 'contacts-changed' });
    return ok(value);
  };
  const put = (card: Card): void => {
    for (const address of card.handles) cards.delete(address);
    cards.set(card.handles[0] ?? '', card);
  };
  const rows = (): readonly ContactRow[] => {
    const seen = new Set<string>();
    const all = [
      ...people(),
      ...[...cards.values()].map(({ name, handles: [address = ''] }) => ({ who: name, address })),
    ];
    return all
      .flatMap(({ who, address }): ContactRow[] => {
        const card = cardOf(address);
        if (card.handles.some((handle) => seen.has(handle))) return [];
        for (const handle of card.handles) seen.add(handle);
        const own = items().filter((item) => card.handles.includes(item.address));
        return [
          {
            address,
            name: card.name || who,
            company: card.company || (companyGuess(address) ?? ''),
            tags: card.tags,
            isVip: false,
            handles: card.handles,
            conversations: own.length,
            lastAt: own[0]?.lastAt ?? null,
          },
        ];
      })
      .toSorted((a, b) => (sortName(a.name, 'BE') < sortName(b.name, 'BE') ? -1 : 1));
  };
  return {
    'contact.complete': ({ text, limit }: CommandArgs<'contact.complete'>): Result<readonly Completion[]> =>
      ok(
        people()
          .filter(({ who, address }) => isMailAddress(address) && begins(findableWords(who, address), typedWords(text)))
          .map(({ who, address }) => ({ name: who, address, isKnownPerson: true, isVip: false }))
          .slice(0, limit),
      ),
    'contact.card': ({ address }: CommandArgs<'contact.card'>): Result<ContactCard> => {
      const { handles, ...card } = cardOf(address);
      const own = items().filter((item) => handles.includes(item.address));
      const merge = merges.find((one) => one.handles.includes(address));
      return ok({
        ...card,
        address,
        id: 1,
        letters: { name: own[0]?.who ?? '', company: companyGuess(address) ?? '', language: own[0]?.language ?? null },
        isVip: false,
        handles: handles.flatMap((one) => {
          const way = wayTo(one);
          if (way === null) return [];
          const channel = way.kind === 'handle' ? way.channel : null;
          return [{ address: one, shown: shownAddress(one), kind: way.kind, channel, isKept: true }];
        }),
        history: own.map(({ conversation, subject, channel, section, lastAt }) => ({
          conversation,
          subject,
          channel,
          section,
          lastAt,
        })),
        conversations: own.length + 3,
        firstSeenAt: FIXTURE_NOW - 400 * DAY_MS,
        waits: { minutes: 135, answers: 6, theirMinutes: 960, theirAnswers: 4 },
        commitments: own.flatMap(({ conversation }) => commitments(conversation)),
        merges: merge === undefined ? [] : [{ id: merge.id, at: FIXTURE_NOW - DAY_MS, names: merge.names }],
      });
    },
    'contact.suggestions': ({ address }: CommandArgs<'contact.suggestions'>): Result<readonly ContactSuggestion[]> => {
      const person = people().find((one) => one.address === address);
      const other = person?.who === 'Sofie Vermeulen' ? 'sofie@vermeulen-interieur.be' : null;
      if (other === null || refused.has(other) || cardOf(address).handles.includes(other)) return ok([]);
      return ok([{ address: other, shown: other, name: 'Sofie Vermeulen', reason: 'same-number' }]);
    },
    'contact.duplicates': (): Result<ContactDuplicates> => {
      const sofie = people().find(({ who }) => who === 'Sofie Vermeulen');
      const other = 'sofie@vermeulen-interieur.be';
      const isOpen = sofie !== undefined && !refused.has(other) && !cardOf(sofie.address).handles.includes(other);
      const pairs: ContactDuplicates['pairs'] = isOpen
        ? [
            {
              one: { address: sofie.address, shown: shownAddress(sofie.address), name: sofie.who },
              other: { address: other, shown: other, name: 'Sofie Vermeulen' },
              reason: 'same-name-and-firm',
            },
          ]
        : [];
      return ok({ pairs, total: pairs.length });
    },
    'contact.tags': (): Result<readonly string[]> =>
      ok(
        [
          ...new Set([...KNOWN_WELL.tags, 'leverancier', ...[...cards.values()].flatMap(({ tags }) => tags)]),
        ].toSorted(),
      ),
    'contact.tagFirst': (): Result<null> => changed(null),
    'contact.list': ({ text, tag, offset, limit }: CommandArgs<'contact.list'>): Result<ContactPage> => {
      const found = rows().filter(
        (row) =>
          begins(findableWords(`${row.name} ${row.company}`, row.address), typedWords(text)) &&
          (tag === '' || row.tags.includes(tag)),
      );
      return ok({ rows: found.slice(offset, offset + limit), total: found.length });
    },
    'contact.change': ({ address, changes }: CommandArgs<'contact.change'>): Result<ContactsBefore> => {
      const was = before();
      const handles = changes.handles?.map((one) => handleMeant(one, 'BE')) ?? cardOf(address).handles;
      const [bad] = changes.handles?.filter((_, index) => handles[index] === null) ?? [];
      if (bad !== undefined) return failed('contact-not-understood', 'user', bad, { what: bad });
      const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      put({ ...cardOf(address), ...said, handles: handles.filter((one) => one !== null) });
      return changed(was);
    },
    'contact.add': ({ name, company, handles }: CommandArgs<'contact.add'>) => {
      const was = before();
      const address = handleMeant(handles[0] ?? '', 'BE');
      if (address === null)
        return failed('contact-not-understood', 'user', handles[0] ?? '', { what: handles[0] ?? '' });
      put({ ...emptyCard(address), name, company });
      return changed({ address, before: was });
    },
    'contact.remove': ({ address }: CommandArgs<'contact.remove'>): Result<ContactsBefore> => {
      const was = before();
      cards.delete(cardOf(address).handles[0] ?? '');
      return changed(was);
    },
    'contact.merge': ({ address, other }: CommandArgs<'contact.merge'>): Result<ContactsBefore> => {
      const was = before();
      const both = joined(cardOf(address), cardOf(other));
      merges.unshift({ id: merges.length + 1, names: ['Sofie Vermeulen', shownAddress(other)], handles: both.handles });
      put(both);
      return changed(was);
    },
    'contact.split': ({ merge }: CommandArgs<'contact.split'>): Result<ContactsBefore> => {
      const was = before();
      const at = merges.findIndex(({ id }) => id === merge);
      for (const address of merges[at]?.handles ?? []) cards.delete(address);
      merges.splice(at, 1);
      return changed(was);
    },
    'contact.refuse': ({ other }: CommandArgs<'contact.refuse'>): Result<ContactsBefore> => {
      const was = before();
      const back = undo;
      undo = () => {
        back();
        refused.delete(other);
      };
      refused.add(other);
      return changed(was);
    },
    'contact.restore': (): Result<null> => {
      undo();
      return changed(null);
    },
    'contact.import': (): Result<CardImport> => ok(FIXTURE_CARDS),
    'contact.vcards': (): Result<string> => ok('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Sofie\r\nEND:VCARD\r\n'),
  };
}
