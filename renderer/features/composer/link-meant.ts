// What is meant by the address of a link, as somebody types it.
import { isMailbox } from '../../../main/domain/letter/read-recipients.ts';

/** null: leads nowhere. What is typed without "https://" is meant with it. */
export function linkMeant(typed: string): string | null {
  const words = typed.trim();
  if (isMailbox(words)) return `mailto:${words}`;
  const url = /^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`;
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'mailto:' || protocol === 'tel:') return url;
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? new URL(url).href : null;
}
