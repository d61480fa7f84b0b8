// What the owner says of people. Each word is carried out by the engine and can be taken back with one key.
import type { i18n } from 'i18next';
import type { CommandArgs } from '../../main/contract/commands.ts';
import type { ContactsBefore } from '../../main/contract/contacts.ts';
import type { Failure, Result } from '../../main/contract/errors.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { machineNow } from '../client/machine-clock.ts';
import { NOTICE_MS, type Notices } from './notices.ts';

/** Whom it is about, and how he is called. */
export type Whom = { readonly address: string; readonly who: string };

export type PeopleHand = {
  /** false: it could not be done, and the owner was told. */
  readonly change: (whom: Whom, changes: CommandArgs<'contact.change'>['changes']) => Promise<boolean>;
  /** As it is typed, many times over, without a word each time. Answers how it was. */
  readonly keepNote: (whom: Whom, note: string) => Promise<ContactsBefore | null>;
  /** He stopped typing: now it is told, and can be taken back as a whole. */
  readonly tellNote: (whom: Whom, before: ContactsBefore) => void;
  /** Answers the address he is known by. */
  readonly add: (card: CommandArgs<'contact.add'>) => Promise<Result<string>>;
  readonly remove: (whom: Whom) => Promise<boolean>;
  readonly merge: (whom: Whom, other: Whom) => Promise<boolean>;
  readonly split: (whom: Whom, merge: number) => Promise<boolean>;
  readonly refuse: (whom: Whom, other: Whom) => Promise<boolean>;
  readonly setVip: (whom: Whom, isVip: boolean) => Promise<void>;
  /** Whoever bears the label goes first in the queue. */
  readonly setTagFirst: (tag: string, isFirst: boolean) => Promise<void>;
  /** Where the owner says, as a vCard; null: everybody who has a card. */
  readonly saveCards: (address: string | null) => Promise<void>;
  readonly tellImported: (figures: string) => void;
};

export type PeopleHandDeps = {
  readonly client: DeskClient;
  readonly texts: i18n;
  readonly notices: Notices;
  readonly tellFailure: (error: Failure) => void;
};

export function createPeopleHand({ client, texts, notices, tellFailure }: PeopleHandDeps): PeopleHand {
  const { t } = texts;
  const tell = (text: string, before: ContactsBefore): void => {
    notices.add({
      text,
      failure: null,
      until: machineNow() + NOTICE_MS,
      leaving: null,
      undo: async () => {
        const back = await client.call('contact.restore', { before });
        if (!back.ok) tellFailure(back.error);
      },
    });
  };
  const say = (text: string): void => {
    notices.add({ text, failure: null, until: machineNow() + NOTICE_MS, leaving: null, undo: null });
  };
  const setVip = async ({ address, who }: Whom, isVip: boolean): Promise<void> => {
    const set = await client.call('contact.setVip', { address, isVip });
    if (!set.ok) {
      tellFailure(set.error);
      return;
    }
    notices.add({
      text: t(isVip ? 'notice.vip' : 'notice.noVip', { who }),
      failure: null,
      until: machineNow() + NOTICE_MS,
      leaving: null,
      undo: async () => {
        const back = await client.call('contact.setVip', { address, isVip: !isVip });
        if (!back.ok) tellFailure(back.error);
      },
    });
  };
  const did = async (answer: Promise<Result<ContactsBefore>>, text: string): Promise<boolean> => {
    const before = await answer;
    if (before.ok) tell(text, before.value);
    else tellFailure(before.error);
    return before.ok;
  };
  return {
    change: ({ address, who }, changes) =>
      did(client.call('contact.change', { address, changes }), t('contactNotice.changed', { who })),
    keepNote: async ({ address }, note) => {
      const before = await client.call('contact.change', { address, changes: { note } });
      if (before.ok) return before.value;
      tellFailure(before.error);
      return null;
    },
    tellNote: ({ who }, before) => tell(t('contactNotice.note', { who }), before),
    add: async (card) => {
      const added = await client.call('contact.add', card);
      if (!added.ok) return added;
      tell(t('contactNotice.added', { who: card.name || (card.handles[0] ?? '') }), added.value.before);
      return { ok: true, value: added.value.address };
    },
    remove: ({ address, who }) => did(client.call('contact.remove', { address }), t('contactNotice.removed', { who })),
    merge: ({ address, who }, other) =>
      did(
        client.call('contact.merge', { address, other: other.address }),
        t('contactNotice.merged', { who, other: other.who }),
      ),
    split: ({ who }, merge) => did(client.call('contact.split', { merge }), t('contactNotice.split', { who })),
    refuse: ({ address, who }, other) =>
      did(
        client.call('contact.refuse', { address, other: other.address }),
        t('contactNotice.refused', { who, other: other.who }),
      ),
    setVip,
    setTagFirst: async (tag, isFirst) => {
      const set = await client.call('contact.tagFirst', { tag, isFirst });
      if (!set.ok) {
        tellFailure(set.error);
        return;
      }
      notices.add({
        text: t(isFirst ? 'contactNotice.tagFirst' : 'contactNotice.tagNoLonger', { tag }),
        failure: null,
        until: machineNow() + NOTICE_MS,
        leaving: null,
        undo: async () => {
          const back = await client.call('contact.tagFirst', { tag, isFirst: !isFirst });
          if (!back.ok) tellFailure(back.error);
        },
      });
    },
    saveCards: async (address) => {
      const saved = await client.shell('shell.saveCards', { address });
      if (!saved.ok) tellFailure(saved.error);
      else if (saved.value !== null) say(t('contactNotice.saved', { path: saved.value }));
    },
    tellImported: (figures) => say(t('contactNotice.imported', { figures })),
  };
}
