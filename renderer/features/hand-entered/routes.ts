// By which ways a customer can be answered, and the link that each opens in the owner's own program. Pure.
import type { ConversationView } from '../../../main/contract/views.ts';
import { shownPhone } from '../../../main/domain/contact/phone-number.ts';
import { isHandChannel, type HandChannel } from '../../../main/domain/conversation/hand-channels.ts';
import type { Channel } from '../../../main/domain/conversation/message.ts';

export type Route =
  /** The composer sends it. */
  | { readonly kind: 'email' }
  | { readonly kind: 'whatsapp' | 'sms' | 'phone'; readonly number: string }
  /** A page that takes no text along: it is copied. */
  | { readonly kind: 'page'; readonly channel: Channel; readonly url: string; readonly isPublic?: boolean }
  /** Answered where Balie is not: it is only written down. */
  | { readonly kind: 'note'; readonly channel: HandChannel };

type Reached = Pick<ConversationView, 'reach' | 'replyTo' | 'messages' | 'isAnsweredByHand' | 'answer'>;

/** The first is the way the customer came himself. */
export function routesOf(view: Reached): readonly Route[] {
  const { phone, handles, links } = view.reach;
  const asked = view.messages.findLast(({ direction }) => direction === 'in')?.channel ?? 'email';
  const byPhone: readonly Route[] =
    phone === null ? [] : (['whatsapp', 'phone', 'sms'] as const).map((kind) => ({ kind, number: phone }));
  const network = networkOf(view.answer);
  const pages: readonly Route[] = [
    ...network,
    ...links.map((url): Route => ({ kind: 'page', channel: channelOfPage(url) ?? asked, url })),
    ...handles.flatMap(({ channel, handle }): Route[] => {
      const url = pageOf(channel, handle);
      return url === null || links.length > 0 || network.length > 0 ? [] : [{ kind: 'page', channel, url }];
    }),
  ];
  const mail: readonly Route[] = view.replyTo.length > 0 ? [{ kind: 'email' }] : [];
  const note: Route = { kind: 'note', channel: isHandChannel(asked) ? asked : 'counter' };
  const all = [...byPhone, ...pages, ...mail, ...(network.length > 0 ? [] : [note])];
  // A network that takes no mail has its own page for this very thread; who left a voicemail is called.
  const elsewhere =
    view.answer.mode === 'open-link' ? (network[0] ?? all.find(({ kind }) => kind === 'phone')) : undefined;
  const byHand = view.isAnsweredByHand ? all.find((route) => channelOf(route) === asked) : mail[0];
  const first = view.isAnsweredByHand ? byHand : (elsewhere ?? byHand);
  return first === undefined ? all : [first, ...all.filter((route) => route !== first)];
}

const networkOf = ({ mode, link, channel, isPublic }: ConversationView['answer']): readonly Route[] =>
  mode === 'open-link' && link?.startsWith('https://') === true
    ? [{ kind: 'page', channel, url: link, ...(isPublic ? { isPublic } : {}) }]
    : [];

/** By mail alone there is nothing to choose. */
export const hasChoice = (view: Reached): boolean =>
  view.isAnsweredByHand || routesOf(view).some(({ kind }) => kind !== 'email' && kind !== 'note');

/** The channel on which the answer counts. */
export function channelOf(route: Route): Channel {
  switch (route.kind) {
    case 'email':
    case 'whatsapp':
    case 'sms':
    case 'phone':
      return route.kind;
    case 'page':
    case 'note':
      return route.channel;
  }
}

/** What the shell lets out of the app, at most; see main/shell/links.ts. */
const LONGEST_LINK = 7_500;

/** null: there is nothing to open. `isWhole`: the words go along, and need not be copied. */
export function handOff(route: Route, text: string): { readonly url: string; readonly isWhole: boolean } | null {
  switch (route.kind) {
    case 'email':
    case 'note':
      return null;
    case 'phone':
      return { url: `tel:${route.number}`, isWhole: true };
    case 'page':
      return { url: route.url, isWhole: text === '' };
    case 'whatsapp':
      return withText(`https://wa.me/${route.number.replace('+', '')}`, 'text', text);
    case 'sms':
      return withText(`sms:${route.number}`, 'body', text);
  }
}

function withText(link: string, field: string, text: string) {
  if (text === '') return { url: link, isWhole: true };
  const url = `${link}?${field}=${encodeURIComponent(text.toWellFormed())}`;
  return url.length > LONGEST_LINK ? { url: link, isWhole: false } : { url, isWhole: true };
}

/** Where the network has a page that opens the chat with somebody by his name. */
function pageOf(channel: Channel, handle: string): string | null {
  const name = encodeURIComponent(handle);
  switch (channel) {
    case 'instagram':
      return `https://ig.me/m/${name}`;
    case 'facebook':
      return `https://m.me/${name}`;
    case 'telegram':
      return `https://t.me/${name}`;
    case 'linkedin':
      return `https://www.linkedin.com/in/${name}/`;
    default:
      return null;
  }
}

const HOSTS: readonly (readonly [RegExp, Channel])[] = [
  [/(?:^|\.)(?:instagram\.com|ig\.me)$/, 'instagram'],
  [/(?:^|\.)(?:facebook\.com|m\.me|fb\.me)$/, 'facebook'],
  [/(?:^|\.)(?:t\.me|telegram\.me)$/, 'telegram'],
  [/(?:^|\.)linkedin\.com$/, 'linkedin'],
  [/(?:^|\.)marktplaats\.nl$/, 'marktplaats'],
  [/(?:^|\.)2dehands\.be$/, 'tweedehands'],
];

export function channelOfPage(url: string): Channel | null {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return HOSTS.find(([pattern]) => pattern.test(host))?.[1] ?? null;
}

/** On the button of the way: the number, or nothing more than its name. */
export const routeDetail = (route: Route): string => (route.kind === 'phone' ? shownPhone(route.number) : '');
