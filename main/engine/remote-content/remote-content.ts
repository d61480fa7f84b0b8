// The remote.* commands: pictures that lie elsewhere, fetched only for a mail that the owner has before him and asked to see whole,
// and the senders of whom he always wants to. What was fetched is kept in memory for a while: drawing a mail again asks nobody.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { MessageTrust, PictureAnswer } from '../../contract/remote-content.ts';
import type { MessageRowId } from '../../contract/views.ts';
import type { IsPublicMail } from '../accounts/public-mail.ts';
import type { Handlers } from '../host/engine.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import { fetchPicture } from './fetch-picture.ts';

export type RemoteContentDeps = {
  readonly store: Pick<Store, 'messages' | 'remoteSenders'>;
  readonly ports: Pick<Ports, 'clock' | 'outside'>;
  readonly emit: (event: EngineEvent) => void;
  readonly trustOf: (message: MessageRowId) => MessageTrust | null;
  readonly isPublicMail: IsPublicMail;
};

export type RemoteContent = {
  readonly handlers: Pick<
    Handlers,
    'message.trust' | 'remote.picture' | 'remote.allow' | 'remote.senders' | 'remote.forget'
  >;
};

/** A photograph for a screen is a tenth of it. */
export const MOST_PICTURE_BYTES = 5_000_000;
/** The heaviest newsletters seen have 6 MB of pictures. */
export const MOST_MESSAGE_BYTES = 20_000_000;
export const MOST_PICTURES = 100;
const AT_ONCE = 4;
const KEPT_BYTES = 40_000_000;
const KEPT_MESSAGES = 500;

type Spent = { readonly bytes: number; readonly pictures: number };

export function createRemoteContent({ store, ports, emit, trustOf, isPublicMail }: RemoteContentDeps): RemoteContent {
  const kept = new Map<string, PictureAnswer>();
  let keptBytes = 0;
  const underway = new Map<string, Promise<PictureAnswer>>();
  const spent = new Map<MessageRowId, Spent>();
  let running = 0;
  const waiting: (() => void)[] = [];

  const turn = async (): Promise<void> => {
    if (running < AT_ONCE) {
      running += 1;
      return;
    }
    await new Promise<void>((go) => void waiting.push(go));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  const charge = (message: MessageRowId, bytes: number, pictures: number): void => {
    const before = spent.get(message) ?? { bytes: 0, pictures: 0 };
    spent.delete(message);
    spent.set(message, { bytes: before.bytes + bytes, pictures: before.pictures + pictures });
    const [oldest] = spent.keys();
    if (spent.size > KEPT_MESSAGES && oldest !== undefined) spent.delete(oldest);
  };

  /** What is in flight counts as spent, so that four at once stay within the limit too. */
  const fetchFor = async (message: MessageRowId, url: string): Promise<PictureAnswer> => {
    await turn();
    try {
      const { bytes: used, pictures } = spent.get(message) ?? { bytes: 0, pictures: 0 };
      const most = Math.min(MOST_PICTURE_BYTES, MOST_MESSAGE_BYTES - used);
      if (most <= 0 || pictures >= MOST_PICTURES) return { kind: 'not', why: 'too-large' };
      charge(message, most, 1);
      const answer = await fetchPicture({ outside: ports.outside, clock: ports.clock }, url, most);
      const read = answer.kind === 'picture' ? answer.bytes.byteLength : answer.why === 'too-large' ? most : 0;
      charge(message, read - most, 0);
      return answer;
    } finally {
      leave();
    }
  };

  const keep = (url: string, answer: PictureAnswer): void => {
    if (answer.kind !== 'picture') return;
    kept.set(url, answer);
    keptBytes += answer.bytes.byteLength;
    for (const [oldest, one] of kept) {
      if (keptBytes <= KEPT_BYTES) return;
      kept.delete(oldest);
      if (one.kind === 'picture') keptBytes -= one.bytes.byteLength;
    }
  };

  const picture = async (message: MessageRowId, url: string): Promise<PictureAnswer> => {
    const here = kept.get(url);
    if (here !== undefined) return here;
    const running = underway.get(url);
    if (running !== undefined) return running;
    const fetching = fetchFor(message, url).finally(() => underway.delete(url));
    underway.set(url, fetching);
    const answer = await fetching;
    keep(url, answer);
    return answer;
  };

  const trust = async (message: MessageRowId): Promise<Result<MessageTrust>> => {
    const found = trustOf(message);
    if (found === null) return failed('not-found', 'never', `message ${message}`);
    const { domain } = found.pictures;
    if (domain === null || !(await isPublicMail(domain))) return ok(found);
    const { sender, alwaysOf } = found.pictures;
    return ok({
      ...found,
      pictures: { ...found.pictures, domain: null, alwaysOf: alwaysOf === sender ? sender : null },
    });
  };
  const forget = (sender: string): void => {
    store.remoteSenders.forget(sender.toLowerCase());
    emit({ kind: 'settings-changed' });
  };

  return {
    handlers: {
      'message.trust': ({ message }) => trust(message),
      'remote.picture': async ({ message, url }) =>
        store.messages.get(message) === null
          ? failed('not-found', 'never', `message ${message}`)
          : ok(await picture(message, url)),
      'remote.allow': async ({ message, whom }) => {
        const found = await trust(message);
        if (!found.ok) return found;
        const { sender, isKeepable, domain } = found.value.pictures;
        if (!isKeepable) {
          return failed('sender-not-proven', 'user', 'the own mail server does not vouch for the sender');
        }
        if (whom === 'domain' && domain === null) return failed('not-possible-now', 'never', 'anybody has that domain');
        const now = ports.clock.now();
        if (whom === 'sender') store.remoteSenders.allow(sender, now);
        else store.remoteSenders.allowDomain(`@${domain}`, now);
        emit({ kind: 'settings-changed' });
        return trust(message);
      },
      'remote.senders': () => ok(store.remoteSenders.all()),
      'remote.forget': ({ sender }) => {
        forget(sender);
        return ok(store.remoteSenders.all());
      },
    },
  };
}
