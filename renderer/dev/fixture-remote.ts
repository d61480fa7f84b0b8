// Pictures from elsewhere and who a mail is really from, on the invented desk: each picture is drawn here, and nobody is asked.
import type { CommandArgs, CommandValue } from '../../main/contract/commands.ts';
import { ok, type Result } from '../../main/contract/errors.ts';
import type { MessageTrust, PictureAnswer, RemoteSender } from '../../main/contract/remote-content.ts';
import type { SenderDoubt } from '../../main/domain/sender-trust/sender-doubts.ts';
import { wholeDomainOf } from '../../main/domain/sender-trust/whole-domain.ts';
import { conversationView, queueItem } from './fixture-desk.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';
import type { Story } from './fixture-stories.ts';

type Names = 'message.trust' | 'remote.picture' | 'remote.allow' | 'remote.senders' | 'remote.forget';
type FixtureRemote = {
  readonly [Name in Names]: (
    args: CommandArgs<Name>,
  ) => Result<CommandValue<Name>> | Promise<Result<CommandValue<Name>>>;
};

const DOUBTS: Readonly<Record<string, readonly SenderDoubt[]>> = {
  'm.desmet.1978@freemail.example': [
    { kind: 'known-name', name: 'Marleen De Smet', known: ['marleen.desmet@telenet.be'] },
    { kind: 'answers-elsewhere', address: 'betalingen@snelgeld.example', domain: 'freemail.example' },
    { kind: 'other-account', account: 'BE71 0961 2345 6769', known: 'BE68 5390 0754 7034' },
  ],
};

export function createFixtureRemote(stories: readonly Story[], tell: () => void): FixtureRemote {
  const allowed = new Set<string>();
  const domainOf = (sender: string): string => sender.slice(sender.lastIndexOf('@'));
  const senderOf = (message: number): string => {
    const views = stories.flatMap((story, index) => conversationView(story, queueItem(story, index), []).messages);
    return views.find(({ id }) => id === message)?.from.address.toLowerCase() ?? '';
  };
  const senders = (): readonly RemoteSender[] => [...allowed].map((sender) => ({ sender, allowedAt: FIXTURE_NOW }));
  const trust = (message: number): Result<MessageTrust> => {
    const sender = senderOf(message);
    const doubts = DOUBTS[sender] ?? [];
    const isKeepable = doubts.length === 0;
    const domain = isKeepable ? wholeDomainOf(sender) : null;
    const alwaysOf = [domainOf(sender), sender].find((one) => allowed.has(one)) ?? null;
    return ok({ doubts, pictures: { sender, isKeepable, domain, alwaysOf } });
  };
  return {
    'message.trust': ({ message }) => trust(message),
    'remote.picture': async ({ url }) => ok(await drawn(url)),
    'remote.allow': ({ message, whom }) => {
      const sender = senderOf(message);
      allowed.add(whom === 'domain' ? domainOf(sender) : sender);
      tell();
      return trust(message);
    },
    'remote.senders': () => ok(senders()),
    'remote.forget': ({ sender }) => {
      allowed.delete(sender);
      tell();
      return ok(senders());
    },
  };
}

/** A flat colour by the picture's name; "kapot" is one that cannot be had. */
async function drawn(url: string): Promise<PictureAnswer> {
  if (url.includes('kapot')) return { kind: 'not', why: 'no-answer' };
  const size = /(\d+)x(\d+)/.exec(url);
  const canvas = new OffscreenCanvas(Number(size?.[1] ?? 240), Number(size?.[2] ?? 120));
  const context = canvas.getContext('2d');
  if (context !== null) {
    const ground = context.createLinearGradient(0, 0, canvas.width, canvas.height);
    ground.addColorStop(0, '#b98a54');
    ground.addColorStop(1, '#6f4a26');
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { kind: 'picture', contentType: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()) };
}
