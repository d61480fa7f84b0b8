// The firm that an address belongs to, read from its domain. A guess, so only where the domain can hardly be anything
// else: never for the providers where everyone has a mailbox.
import { wordSet } from '../phrases.ts';

/** Consumer mail in the Netherlands and Belgium, and the large ones of the world; names without their ending. */
const FREEMAIL = wordSet`
  # the world
  gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol gmx web mail email
  proton protonmail pm tuta tutanota tutamail zoho fastmail hey yandex
  # de
  t-online freenet
  # be
  telenet skynet proximus pandora belgacom scarlet voo base mobistar orange edpnet
  # nl
  ziggo kpnmail kpnplanet planet hetnet xs4all home upcmail chello casema quicknet zonnet tele2 online
  caiway solcon wxs wanadoo
  # fr, it, en
  free laposte sfr bbox libero virgilio btinternet sky comcast verizon att duck
  # privacy, market places, networks
  mailbox posteo startmail soverin freedom
  marktplaats 2dehands linkedin facebook airbnb booking
`;
const SECOND_LEVEL: ReadonlySet<string> = new Set(['co', 'com', 'org', 'net', 'gov', 'ac', 'edu']);

/** "info@mail.bakkerij-peeters.be" -> "Bakkerij Peeters"; null for freemail and for what is no domain. */
export function companyGuess(address: string): string | null {
  const domain = /@([a-z0-9.-]+)$/i.exec(address.trim())?.[1]?.toLowerCase();
  const labels = domain?.split('.').filter((label) => label !== '') ?? [];
  if (labels.length < 2) return null;
  const isSecondLevel = labels.length > 2 && SECOND_LEVEL.has(labels.at(-2) ?? '') && labels.at(-1)?.length === 2;
  const name = labels.at(isSecondLevel ? -3 : -2) ?? '';
  // An encoded name in another script, or nothing but figures, would not read as a name.
  if (FREEMAIL.has(name) || name.length < 2 || name.startsWith('xn--') || !/[a-z]/.test(name)) return null;
  return name
    .split('-')
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
