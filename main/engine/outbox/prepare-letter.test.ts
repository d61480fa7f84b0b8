import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../contract/settings.ts';
import { stripQuote } from '../../domain/conversation/strip-quote.ts';
import { LANGUAGES } from '../../domain/conversation/message.ts';
import { openOutboxDesk } from '../../../tests/helpers/outbox-desk.ts';
import { identityOf } from '../ingest/identity.ts';
import { parseMail } from '../channels/email/parse/parse-mail.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';
import { createFakePorts } from '../ports/fake-ports.ts';
import { letterText } from './letter-words.ts';
import { prepareLetter, type LetterAsked, type PreparedLetter } from './prepare-letter.ts';
import { plainWords } from './queue-letter.ts';
import { attribution } from './reply-text.ts';

const NOW = Date.UTC(2026, 4, 26, 7, 12, 30, 456);

async function answered(
  letter: Partial<ParsedMail>,
  text = 'Dag Jan,\n\nMorgen is het klaar – € 1.250.\n',
  more: Partial<LetterAsked> = {},
): Promise<PreparedLetter> {
  const desk = openOutboxDesk(createFakePorts(NOW), {
    connectorFor: () => {
      throw new Error('nothing is sent here');
    },
  });
  const conversation = desk.receive(letter);
  const signatures = [{ address: null, language: null, text: 'Els\nDe Winkel, www.dewinkel.example' }];
  const settings = { ...DEFAULT_SETTINGS, signatures };
  const asked = { ...plainWords(conversation, text), files: [], date: NOW, uuid: 'u-1', settings, ...more };
  const prepared = await prepareLetter(desk.store, asked);
  if (!prepared.ok) throw new Error(prepared.error.detail);
  return prepared.value;
}

describe('an answer made ready', () => {
  it.each<[string, Partial<ParsedMail>]>([
    ['a plain letter', {}],
    [
      'letters beyond ASCII',
      {
        subject: 'Re: RE : Antw: Déjà vu – 見積もり 🏡',
        from: [{ name: 'Zoë "Z" Łukasz, bv', address: 'zoë@klant.example' }],
      },
    ],
    [
      'a subject and a name with line breaks',
      {
        subject: 'Offerte\r\nBcc: x@evil.example',
        from: [{ name: 'Jan\r\nBcc: y@evil.example', address: 'jan@klant.example' }],
      },
    ],
    [
      'a story of many letters',
      { references: Array.from({ length: 60 }, (_, index) => `brief-${index}@klant.example`) },
    ],
    ['no subject and no Message-ID', { subject: '', messageId: null }],
    ['lines that look like SMTP and mbox', { text: 'From hier\n.\n..\n>From daar\n-- \nJan' }],
  ])('reads back from its own bytes as what was stored (%s)', async (_name, letter) => {
    const { mail, raw } = await answered(letter);
    const read = parseMail(raw);
    expect(read.subject).toBe(mail.subject);
    expect(read.from).toEqual(mail.from);
    expect(read.to).toEqual(mail.to.map(({ name, address }) => ({ name: name.replace(/\s+/g, ' '), address })));
    expect(read.cc).toEqual([]);
    expect(read.bcc).toEqual([]);
    expect(read.messageId).toBe(mail.messageId);
    expect(read.inReplyTo).toEqual(mail.inReplyTo);
    expect(read.references).toEqual(mail.references);
    expect(read.date).toBe(mail.date);
    expect(read.kind).toBe('human');
    expect(identityOf({ mail: read, size: raw.byteLength })).toBe(identityOf({ mail, size: raw.byteLength }));
  });

  it('has one "Re:", however many there were', async () => {
    expect((await answered({ subject: 'RE: Antw: Re[2]: Offerte' })).mail.subject).toBe('Re: Offerte');
  });

  it.each(LANGUAGES)('is found back above its quote and signature, in %s', (language) => {
    const quoted = {
      from: { name: 'Jan Peeters', address: 'jan@klant.example' },
      at: NOW,
      text: 'Kan dat?\n\nJan\n> ouder',
    };
    const below = {
      kind: 'answered',
      head: attribution(quoted, language, 'Europe/Brussels'),
      text: quoted.text,
    } as const;
    const whole = letterText({ text: 'Dat kan.\n\nTot dan', html: null, signature: '', below });
    expect(stripQuote(whole).trim()).toBe('Dat kan.\n\nTot dan');
    const signed = letterText({ text: 'Dat kan.', html: null, signature: 'Els', below });
    expect(stripQuote(signed).trim()).toBe('Dat kan.');
  });
});
