// Following a link of a letter: what would deceive is shown first, a mail address is written to here, and the rest opens in the
// owner's own program.
import type { i18n } from 'i18next';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '../../main/contract/errors.ts';
import { lookAtLink, type LinkFacts, type LinkLook } from '../../main/domain/link/look-at-link.ts';
import { readMailto } from '../../main/domain/link/mailto.ts';
import { background } from '../client/background.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { machineNow } from '../client/machine-clock.ts';
import { NOTICE_MS, type Notices } from './notices.ts';
import { goToDraft, type PlaceStore } from './place.ts';
import { keyOf, type Writing } from './writing.ts';

/** A link that waits for the owner's yes. */
export type DoubtfulLink = { readonly href: string; readonly look: LinkLook };

export type Links = {
  readonly store: StoreApi<{ readonly asking: DoubtfulLink | null }>;
  readonly follow: (link: LinkFacts) => void;
  /** The owner has seen where it leads. */
  readonly answer: (isWanted: boolean) => void;
};

type LinksDeps = {
  readonly client: DeskClient;
  readonly texts: i18n;
  readonly notices: Notices;
  readonly place: PlaceStore;
  readonly writing: Pick<Writing, 'begin' | 'choose' | 'write'>;
  readonly tellFailure: (error: Failure) => void;
};

export function createLinks({ client, texts, notices, place, writing, tellFailure }: LinksDeps): Links {
  const store = createStore<{ readonly asking: DoubtfulLink | null }>(() => ({ asking: null }));
  const refuse = (): void => {
    const until = machineNow() + NOTICE_MS;
    notices.add({ text: texts.t('link.dead'), failure: null, undo: null, until, leaving: null });
  };
  const writeTo = async (href: string): Promise<void> => {
    const letter = readMailto(href);
    if (letter === null) {
      refuse();
      return;
    }
    const begun = await writing.begin({ kind: 'new', account: null, to: [...letter.to] });
    if (!begun.ok) {
      tellFailure(begun.error);
      return;
    }
    const key = keyOf(begun.value);
    if (letter.cc.length > 0) writing.choose(key, { recipients: { to: letter.to, cc: letter.cc, bcc: [] } });
    if (letter.subject !== '') writing.choose(key, { subject: letter.subject });
    if (letter.text !== '') writing.write(key, { text: letter.text, html: null });
    goToDraft(place, begun.value);
  };
  const openOutside = async (href: string): Promise<void> => {
    const opened = await client.shell('shell.openLink', { url: href });
    if (!opened.ok) tellFailure(opened.error);
    else if (!opened.value) refuse();
  };
  const go = ({ href, look }: DoubtfulLink): void => {
    if (look.kind === 'dead') refuse();
    else background(look.kind === 'mail' ? writeTo(href) : openOutside(href));
  };
  return {
    store,
    follow: (link) => {
      const look = lookAtLink(link);
      if (look.concerns.length > 0) store.setState({ asking: { href: link.href, look } });
      else go({ href: link.href, look });
    },
    answer: (isWanted) => {
      const { asking } = store.getState();
      store.setState({ asking: null });
      if (isWanted && asking !== null) go(asking);
    },
  };
}
