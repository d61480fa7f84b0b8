// The route a customer took: a pictogram and always its word.
import type { Channel } from '../../../main/domain/conversation/message.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';

const MARKS: Readonly<Record<Channel, IconName>> = {
  email: 'mail',
  webform: 'form',
  phone: 'phone',
  counter: 'counter',
  whatsapp: 'chat',
  sms: 'chat',
  marktplaats: 'tag',
  linkedin: 'person',
  tweedehands: 'tag',
  airbnb: 'key',
  booking: 'key',
  etsy: 'tag',
  'google-review': 'star',
  facebook: 'chat',
  instagram: 'chat',
  telegram: 'chat',
  voicemail: 'phone',
};

export function ChannelMark({ channel }: { readonly channel: Channel }) {
  const language = useLanguage();
  return (
    <span className="channel-mark">
      <Icon name={MARKS[channel]} />
      {channelName(language, channel)}
    </span>
  );
}
