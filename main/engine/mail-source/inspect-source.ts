// For `balie inspect`: what a mail stands for, weighed as ingest does, on a desk whose own mail server is named instead of learned.
import { isPublicChannel } from '../../domain/mail-source/source.ts';
import { zoneOf } from '../../domain/mail-source/server-habit.ts';
import { parseAuthenticationResults } from '../../domain/mail-source/authentication-results.ts';
import { parseMail } from '../channels/email/parse/parse-mail.ts';
import { findSource } from './source-facts.ts';
import { weighSource } from './weigh-source.ts';

export function inspectSource({
  mail: raw,
  server,
  own,
}: {
  readonly mail: Uint8Array;
  readonly server?: string | null | undefined;
  readonly own?: readonly string[] | null | undefined;
}) {
  const mail = parseMail(raw);
  const found = findSource(mail);
  const named = server ?? parseAuthenticationResults(found.authentication[0] ?? '').server;
  const habit = found.authentication.length === 0 ? [] : [zoneOf(named)];
  const weighed = weighSource(mail, found, {
    account: { id: 'inspect' },
    own: new Set((own ?? []).map((address) => address.toLowerCase())),
    rules: [],
    habits: { of: () => habit },
  });
  const sender = mail.from[0] ?? { name: '', address: '' };
  if (weighed === null) return { ...PLAIN, person: sender };
  const { claim, standing, isBelieved, kind } = weighed;
  if (!isBelieved) return { ...PLAIN, source: claim.source, standing, kind, person: sender };
  const { source, channel, person, key, text, mode, link, replyTo } = claim;
  const isPublic = isPublicChannel(channel);
  return { channel, source, standing, kind, person, replyTo, key, text, mode, link, isPublic };
}

const PLAIN = {
  channel: 'email',
  source: null,
  standing: null,
  key: null,
  mode: 'mail-to-sender',
  link: null,
  isPublic: false,
} as const;
