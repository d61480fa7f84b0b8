// Who a notice is about: its display name without the network's, or else its headline, in the languages of the desk.
import type { SourceFacts } from './source.ts';

const VIA =
  /\s*(?:\(|\bvia\s+|\bop\s+|\bon\s+|\bsur\s+)\s*(?:linkedin|marktplaats|2dehands(?:\.be)?|2ememain(?:\.be)?|airbnb|booking(?:\.com)?|etsy|google|facebook)\b.*$/i;
const HEADLINE = [
  /^(?:.{0,40}:\s+)?(.{1,80}?) (?:just )?(?:messaged you|sent you|left (?:a|you a) (?:review|message)|wrote (?:a|you)|needs help|asked|replied)\b/iu,
  /^(?:.{0,40}:\s+)?(.{1,80}?) (?:heeft (?:je|u|jou|een)|stuurde|schreef|liet een|plaatste een|wil)\b/iu,
  /^(?:.{0,40}:\s+)?(.{1,80}?) (?:vous a |vient de |a laissé|a envoyé|a publié)/iu,
  /\b(?:new message from|nieuw bericht van|bericht van|nouveau message de|message de|message from|review (?:from|by)|review van|beoordeling van|avis de)\s+(.{1,80}?)\s*(?:[:!.]|$)/iu,
];

export function nameFrom({ from, subject }: Pick<SourceFacts, 'from' | 'subject'>, network: string): string {
  const shown = (from[0]?.name ?? '').trim();
  const name = shown.replace(VIA, '').trim();
  if (name !== '' && !name.toLowerCase().includes(network)) return name.slice(0, 200);
  return nameInHeadline(subject);
}

export function nameInHeadline(subject: string): string {
  const line = subject.slice(0, 300).trim();
  for (const headline of HEADLINE) {
    const name = headline.exec(line)?.[1]?.trim();
    if (name !== undefined && name !== '') return name;
  }
  return '';
}
