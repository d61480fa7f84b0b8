// Facts about a message that stand in the full-text index as words of one private letter, so that "with an attachment" or "all
// but these words" is found by the index itself, newest first, as quickly as a word is. Only facts that never change: a folder or
// a flag is looked up in the rows. Nobody can type these letters: search-letters.ts takes them out of every text.
import { CHANNELS, type Channel } from '../../domain/conversation/message.ts';

export const ALL = '\ue000';
export const WITH_ATTACHMENT = '\ue001';
const FIRST_CHANNEL = 0xe010;

export const channelMark = (channel: Channel): string => String.fromCharCode(FIRST_CHANNEL + CHANNELS.indexOf(channel));
