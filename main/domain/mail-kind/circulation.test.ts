// One sentence for every phrase: the quick look that spares customers' mail the search for them must let each of them through.
import { expect, test } from 'vitest';
import { looksLikeCirculation } from './circulation.ts';

const around = (sentence: string): string => `Beste lezer,\n\nhet nieuws van mei.\n\n${sentence}\nKerkstraat 1`;

test.each([
  'Click here to unsubscribe',
  'Klik hier om u uit te schrijven',
  'Klik hier om u af te melden',
  'Cliquez ici pour vous désinscrire',
  'Cliquez ici pour vous désabonner',
  'Klicken Sie hier zum Abmelden',
  'Click below to be removed',
  'To opt-out please reply',
  'To remove yourself, visit our site',
  'To cancel your subscription go to our site',
  'Unsubscribe here',
  'You are receiving this e-mail because you bought a lamp',
  'You’re on our list; you are currently receiving this mailing as a member',
  'U ontvangt deze nieuwsbrief omdat u klant bent',
  'Vous recevez ce courriel car vous êtes client',
  'Sie erhalten diese mail weil Sie Kunde sind',
  'Afmelden voor deze mailing',
  'Manage your e-mail preferences',
  'Edit your account settings',
  'View this message online',
  'Change the mailing list options',
  'Update your communication preferences',
  'Modify the notification settings',
  'If you wish you can be removed from it',
  'You can uncheck yourself from it',
  'You no longer wish to receive our mails',
  'You’re subscribed to the list',
  'This newsletter is sent monthly',
  'The last issue of this newsletter',
  'Pas uw e-mailvoorkeuren aan',
  'Wilt u deze mails niet meer ontvangen',
  'U bent aangemeld voor het nieuws',
  'Je hebt je geabonneerd op het nieuws',
  'U heeft zich ingeschreven voor het nieuws',
  'Modifier et gérer vos préférences',
  'Newsletter abbestellen',
  'Vom Newsletter abmelden',
  'Bekijk deze e-mail in uw browser',
])('"%s" tells a circulation', (sentence) => {
  // Some only tell together with what surrounds them in real mail; none may be lost in the quick look.
  expect(looksLikeCirculation({ text: around(sentence) }, 1)).toBe(true);
});

test.each([
  'unsubscribe',
  'your subscription',
  'our newsletter',
  'onze nieuwsbrief',
  'Uitschrijven',
  'Afmelden',
  'Se désinscrire',
  'Se désabonner',
  'de uitschrijflink',
  'Privacy policy',
  'Privacyverklaring',
  '© 2026 De Winkel',
  'Copyright 2026',
  'All rights reserved',
  'Alle rechten voorbehouden',
  'View online',
  'View in browser',
  'Online versie',
  'Version en ligne',
  'Dans votre navigateur',
  'This mailing was sent to you',
  'Deze e-mail is verzonden naar u',
  'Sponsored by De Winkel',
  'An advertisement',
])('"%s" tells one beside another sign', (sentence) => {
  expect(looksLikeCirculation({ text: around(sentence) }, 1)).toBe(true);
  expect(looksLikeCirculation({ text: around(sentence) })).toBe(false);
});

test('a customer’s mail tells none', () => {
  expect(looksLikeCirculation({ text: around('Wanneer is de kast klaar?') }, 1)).toBe(false);
});
