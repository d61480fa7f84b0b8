// The mails of tests/data/mail-sources, and a desk whose own mail server vouches for senders.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Channel, MailKind } from '../../main/domain/conversation/message.ts';
import type { AnswerMode, MailSource, SourceShape } from '../../main/domain/mail-source/source.ts';
import { parseMail } from '../../main/engine/channels/email/parse/parse-mail.ts';
import { createFakeDesk, type FakeDesk } from '../../main/engine/ingest/fake-desk.ts';

const FOLDER = join(import.meta.dirname, '..', 'data', 'mail-sources');

export type ExpectedSource = {
  readonly source: MailSource;
  readonly channel: Channel;
  readonly kind: MailKind;
  readonly mode: AnswerMode;
  readonly shape?: SourceShape;
  readonly name?: string;
  readonly address?: string;
  readonly key?: string;
  readonly replyTo?: string;
  readonly link?: string | null;
  readonly text?: string;
  readonly isPublic?: boolean;
};

export const sourceMail = (name: string): string => readFileSync(join(FOLDER, `${name}.eml`), 'utf8');

export const EXPECTED_SOURCES = Object.entries(
  JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Readonly<Record<string, ExpectedSource>>,
);

/** The mail server that the fixtures say they were taken in by. */
export const OWN_SERVER = 'mx.mijnmail.example';

/** `letters`: how many customers wrote before; their mail shows what the own server writes on top. */
export function createSourceDesk({ letters = 12, isStamped = true } = {}): FakeDesk & {
  readonly take: (raw: string) => number;
} {
  const desk = createFakeDesk();
  for (let index = 0; index < letters; index += 1) {
    const domain = `klant${index}.be`;
    desk.receive({
      subject: `Vraag ${index}`,
      from: [{ name: 'Klant', address: `an@${domain}` }],
      headers: isStamped ? { 'authentication-results': [`${OWN_SERVER}; spf=pass smtp.mailfrom=${domain}`] } : {},
    });
  }
  return { ...desk, take: (raw) => desk.receive(parseMail(Buffer.from(raw, 'utf8'))) };
}
