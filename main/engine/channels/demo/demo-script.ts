// Reads assets/demo/desk.txt: the week that the demo desk shows. The form of the file is told in its own first lines.
// Turning it into mail is demo-mail.ts; putting it in the store is host/fill-demo.ts.
import { NOTED_CHANNELS, type HandChannel } from '../../../domain/conversation/hand-channels.ts';
import type { Address } from '../../../domain/conversation/message.ts';

export type DemoKind = 'mail' | 'note' | 'webform' | 'newsletter' | 'notification' | 'bounce' | 'auto-reply' | 'invite';

export type DemoMessage = {
  /** Days from the Tuesday on which the desk opens; negative before it. */
  readonly day: number;
  /** "HH:MM" in the desk's zone. */
  readonly time: string;
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly attachments: readonly string[];
};

/** What the owner had decided already, in the words of the script: "snooze 2 09:00", "reply-by 1 16:00", "done", "phoned", "vip". */
export type DemoDecision =
  | { readonly kind: 'done' | 'phoned' | 'vip' }
  | { readonly kind: 'snooze' | 'reply-by'; readonly day: number; readonly time: string };

export type DemoConversation = {
  readonly person: Address;
  readonly subject: string;
  readonly kind: DemoKind;
  /** The visitor behind a web form. */
  readonly visitor: Address | null;
  /** What the owner wrote down herself: by which route it came, and the addresses at which the customer can be reached. */
  readonly note: { readonly channel: HandChannel; readonly reach: readonly string[] } | null;
  readonly messages: readonly DemoMessage[];
  readonly decisions: readonly DemoDecision[];
};

/** Throws on a line it does not know: the script is ours, so a mistake in it is our bug. */
export function readDemoScript(script: string): readonly DemoConversation[] {
  return script
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...rest] = block.split('\n');
      const [who = '', subject = '', kindAndVisitor = 'mail'] = head.split(' :: ');
      const [kind = 'mail', ...more] = kindAndVisitor.trim().split(' ');
      const lines = rest.join('\n');
      return {
        person: addressOf(who),
        subject: subject.trim(),
        kind: kind as DemoKind,
        visitor: kind === 'note' || more.length === 0 ? null : addressOf(more.join(' ')),
        note: kind === 'note' ? noteOf(more) : null,
        messages: lines
          .split(/^@ /m)
          .slice(1)
          .map((part) => messageOf(part)),
        decisions: [...lines.matchAll(/^! (.+)$/gm)].map(([, words = '']) => decisionOf(words.trim())),
      };
    });
}

function noteOf([route, ...reach]: readonly string[]): DemoConversation['note'] {
  const channel = NOTED_CHANNELS.find((one) => one === route);
  if (channel === undefined) throw new Error(`demo script: no way in "${route}"`);
  return { channel, reach };
}

function addressOf(words: string): Address {
  const match = /^(.*?)\s*<([^>]+)>$/.exec(words.trim());
  if (match?.[1] === undefined || match[2] === undefined) throw new Error(`demo script: no address in "${words}"`);
  return { name: match[1], address: match[2] };
}

function messageOf(part: string): DemoMessage {
  const [head = '', ...body] = part.split('\n');
  const match = /^([+-]?\d+) (\d\d:\d\d) (in|out)((?: attach \S+)*)$/.exec(head.trim());
  if (match === null) throw new Error(`demo script: no message in "${head}"`);
  return {
    day: Number(match[1]),
    time: match[2] ?? '',
    direction: match[3] === 'in' ? 'in' : 'out',
    attachments: [...(match[4] ?? '').matchAll(/attach (\S+)/g)].map(([, name = '']) => name),
    text: body
      .filter((line) => !line.startsWith('! '))
      .join('\n')
      .trim(),
  };
}

function decisionOf(words: string): DemoDecision {
  if (words === 'done' || words === 'phoned' || words === 'vip') return { kind: words };
  const match = /^(snooze|reply-by) (\d+) (\d\d:\d\d)$/.exec(words);
  if (match === null) throw new Error(`demo script: unknown decision "${words}"`);
  return { kind: match[1] === 'snooze' ? 'snooze' : 'reply-by', day: Number(match[2]), time: match[3] ?? '' };
}
