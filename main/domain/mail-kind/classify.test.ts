import { describe, expect, test } from 'vitest';
import type { MailKind } from '../conversation/message.ts';
import { classifyMail } from './classify.ts';
import type { MailFacts } from './mail-facts.ts';

type Given = Partial<Omit<MailFacts, 'headers' | 'from'>> & {
  readonly from?: string;
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
};
const kindOf = ({ from = 'k.devries@bedrijf.nl', name = '', headers = {}, ...rest }: Given): MailKind =>
  classifyMail({
    subject: 'Offerte',
    contentTypes: ['text/plain'],
    calendarMethod: null,
    text: 'Kunt u mij terugbellen?',
    ...rest,
    from: [{ name, address: from }],
    headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, [value]])),
  });

describe('a person', () => {
  test.each<[string, Given]>([
    ['who writes', {}],
    ['at a desk', { from: 'info@bakkerij.nl' }],
    ['who will be away himself', { subject: 'Afwezig volgende week' }],
    [
      'about our automatic answer',
      { subject: 'Re: Automatisch antwoord: Offerte', headers: { 'in-reply-to': '<1@x>' } },
    ],
    ['who wants to leave a list', { text: 'Ik wil mij graag uitschrijven voor de nieuwsbrief.' }],
    ['who wants no more mail', { text: 'Please unsubscribe me, I would rather not receive more mails.' }],
    [
      'who answers a newsletter',
      { subject: 'Re: Nieuws', headers: { 'in-reply-to': '<1@x>' }, text: 'Leuk!\n> klik hier om u uit te schrijven' },
    ],
    ['who asks about his parcel', { text: 'Mijn pakket kon niet worden bezorgd, wat nu?' }],
    ['who sells a car', { subject: 'Auto: BMW 320' }],
    ['behind a form on our site', { from: 'noreply@formulier.example', headers: { 'reply-to': 'Piet <piet@v.nl>' } }],
    ['who says it was sent by hand', { headers: { 'auto-submitted': 'no' } }],
  ])('%s', (_, given) => {
    expect(kindOf(given)).toBe('human');
  });
});

describe('machines', () => {
  test.each<[MailKind, string, Given]>([
    ['auto-reply', 'RFC 3834', { headers: { 'auto-submitted': 'auto-replied (vacation)', precedence: 'bulk' } }],
    ['auto-reply', 'Exchange by its subject', { subject: 'Automatisch antwoord: Offerte' }],
    ['auto-reply', 'old Exchange', { subject: 'Afwezig: Offerte', headers: { 'x-auto-response-suppress': 'All' } }],
    ['auto-reply', 'an empty return path', { subject: 'Re: Offerte', headers: { 'return-path': '<>' } }],
    ['auto-reply', 'cPanel', { headers: { 'x-autorespond': 'yes' } }],
    [
      'auto-reply',
      'a ticket system',
      { subject: 'Re: Offerte', headers: { 'auto-submitted': 'auto-generated', 'in-reply-to': '<1@x>' } },
    ],
    ['bounce', 'RFC 3464', { contentTypes: ['multipart/report', 'text/plain', 'message/delivery-status'] }],
    ['bounce', 'a home-made one', { from: 'mailer-daemon@isp.nl', subject: 'Undelivered Mail Returned to Sender' }],
    ['bounce', 'Exchange in Dutch', { from: 'postmaster@bedrijf.nl', subject: 'Onbestelbaar: Offerte' }],
    ['bounce', 'Amazon', { from: 'no-reply@sns.example', text: '{"notificationType":"Bounce"}' }],
    ['complaint', 'RFC 5965', { headers: { 'content-type': 'multipart/report; report-type=feedback-report' } }],
    ['invite', 'a calendar request', { contentTypes: ['text/calendar'], calendarMethod: 'REQUEST' }],
    ['notification', 'a cancelled meeting', { contentTypes: ['text/calendar'], calendarMethod: 'CANCEL' }],
    ['notification', 'a read receipt', { contentTypes: ['multipart/report', 'message/disposition-notification'] }],
    ['newsletter', 'RFC 2369', { headers: { 'list-unsubscribe': '<https://x.nl/u>' } }],
    ['newsletter', 'bulk', { headers: { precedence: 'Bulk' } }],
    ['newsletter', 'a program for mailings', { headers: { 'x-mailer': 'MailChimp Mailer' } }],
    ['newsletter', 'its foot', { text: 'Nieuw in mei!\n\nKlik hier om u uit te schrijven.' }],
    ['newsletter', 'its sender', { from: 'nieuwsbrief@winkel.nl', text: 'Nieuw in mei!' }],
    ['notification', 'nobody to answer', { from: 'no-reply@winkel.nl', text: 'Bedankt voor uw bestelling.' }],
    ['notification', 'nobody to answer, in Dutch', { from: 'niet-beantwoorden@bank.nl' }],
    [
      'notification',
      'the same shop in Reply-To',
      { from: 'noreply@mail.winkel.nl', headers: { 'reply-to': 'service@winkel.nl' } },
    ],
    [
      'notification',
      'a parcel, with a way out',
      {
        from: 'no-reply@winkel.nl',
        subject: 'Je pakket is onderweg',
        headers: { 'list-unsubscribe': '<https://x.nl/u>' },
      },
    ],
    [
      'auto-reply',
      'a help desk',
      { subject: '[Aanvraag ontvangen] Offerte', headers: { 'auto-submitted': 'auto-generated' } },
    ],
    ['notification', 'RFC 3834 generated', { headers: { 'auto-submitted': 'auto-generated' } }],
  ])('%s: %s', (kind, _, given) => {
    expect(kindOf(given)).toBe(kind);
  });
});
