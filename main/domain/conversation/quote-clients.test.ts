// How mail programs of our neighbours quote, from their own templates: German and French ones first, for those are seen least here.
// What they leave is clutter; what they take of the writer's own words is a lost customer, and stands apart below.
import { describe, expect, test } from 'vitest';
import { stripQuote } from './strip-quote.ts';

const DE = 'Guten Tag,\n\npasst Ihnen der Dienstag?\n\nAnna Weber';
const FR = 'Bonjour,\n\nMardi vous convient-il ?\n\nAnne Dubois';
const NL = 'Beste Jan,\n\nGaat dinsdag door?\n\nAnneke';
const EN = 'Dear Jan,\n\nDoes Tuesday suit you?\n\nAnn';
const marked = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

describe('German programs', () => {
  const own = 'Ja, das passt gut.\nBis Dienstag!';
  test.each([
    ['Apple Mail', `Am 12.05.2025 um 10:12 schrieb Anna Weber <a@v.de>:\n\n${marked(DE)}`],
    [
      'iPhone',
      `Von meinem iPhone gesendet\n\n> Am 12.05.2025 um 10:12 schrieb Anna Weber <a@v.de>:\n> \n${marked(DE)}`,
    ],
    ['Thunderbird', `Am 12.05.25 um 10:12 schrieb Anna Weber:\n${marked(DE)}`],
    [
      'Thunderbird, forwarding',
      `-------- Weitergeleitete Nachricht --------\nBetreff: Lieferung\nDatum: Mon, 12 May 2025\nVon: Anna Weber <a@v.de>\n\n${DE}`,
    ],
    ['Thunderbird for Android', `Am 12. Mai 2025 10:12:05 MESZ schrieb Anna Weber <a@v.de>:\n${marked(DE)}`],
    [
      'Gmail, broken',
      `Am Mo., 12. Mai 2025 um 10:12 Uhr schrieb Anna Weber <\nanna.weber@beispiel.example>:\n\n${marked(DE)}`,
    ],
    ['Gmail, without marks', `Am Mo., 12. Mai 2025 um 10:12 Uhr schrieb Anna Weber <a@v.de>:\n\n${DE}`],
    ['Evolution', `Am Montag, dem 12.05.2025 um 10:12 +0200 schrieb Anna Weber:\n${marked(DE)}`],
    [
      'Outlook, in bold',
      `*Von:* Anna Weber <a@v.de>\n*Gesendet:* Montag, 12. Mai 2025 10:12\n*An:* Jan\n*Betreff:* AW: Lieferung\n\n${DE}`,
    ],
    [
      'Outlook with Cc',
      `Von: Anna Weber\nGesendet: Montag, 12. Mai 2025 10:12\nAn: Jan\nCc: Bernd Muster\nBetreff: WG: Lieferung\nPriorität: Hoch\n\n${DE}`,
    ],
    [
      'Outlook for iOS',
      `Holen Sie sich Outlook für iOS<https://aka.ms/o0ukef>\n________________________________\nVon: Anna Weber <a@v.de>\nGesendet: Montag, Mai 12, 2025 10:12 AM\nAn: Jan\nBetreff: Lieferung\n\n${DE}`,
    ],
    [
      'Outlook for Android',
      `Outlook für Android beziehen<https://aka.ms/AAb9ysg>\n________________________________\nVon: Anna Weber <a@v.de>\nGesendet: Montag, 12. Mai 2025\nAn: Jan\nBetreff: Lieferung\n\n${DE}`,
    ],
    [
      'Outlook, an appointment',
      `-----Ursprünglicher Termin-----\nVon: Anna Weber\nGesendet: Montag\nAn: Jan\nBetreff: Termin\n\n${DE}`,
    ],
    [
      'Mail for Windows',
      `Gesendet von Mail für Windows\n\nVon: Anna Weber\nGesendet: Montag, 12. Mai 2025 10:12\nAn: Jan\nBetreff: Lieferung\n\n${DE}`,
    ],
    [
      'GMX and WEB.DE',
      `Gesendet: Montag, 12. Mai 2025 um 10:12 Uhr\nVon: "Anna Weber" <a@v.de>\nAn: jan@winkel.example\nBetreff: Lieferung\n\n${DE}`,
    ],
    [
      'GMX app',
      `Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.\nAm 12.05.25, 10:12 schrieb Anna Weber <a@v.de>:\n${marked(DE)}`,
    ],
    [
      'Samsung',
      `-------- Ursprüngliche Nachricht --------\nVon: Anna Weber <a@v.de>\nDatum: 12.05.25 10:12 (GMT+01:00)\nAn: Jan\nBetreff: Lieferung\n\n${DE}`,
    ],
    [
      'Galaxy',
      `Von meinem/meiner Galaxy gesendet\n\n-------- Originalnachricht --------\nVon: Anna Weber <a@v.de>\n\n${DE}`,
    ],
    [
      'Proton',
      `Gesendet mit Proton Mail sicherer E-Mail.\n\nAnna Weber <a@v.de> schrieb am Montag, 12. Mai 2025 um 10:12:\n\n${marked(DE)}`,
    ],
    ['Apple, forwarding', `Anfang der weitergeleiteten Nachricht:\n\n${marked(DE)}`],
    ['Open-Xchange', `> Anna Weber <a@v.de> hat am 12.05.2025 10:12 CEST geschrieben:\n> \n${marked(DE)}`],
    [
      'Notes',
      `Von:        Anna Weber/Beispiel\nAn:        Jan/Winkel\nDatum:        12.05.2025 10:12\nBetreff:        Lieferung\n\n${DE}`,
    ],
  ])('%s', (_, quote) => {
    expect(stripQuote(`${own}\n\n${quote}`)).toBe(own);
  });
});

describe('French programs', () => {
  const own = 'Oui, c’est parfait.\nÀ mardi !';
  test.each([
    ['Apple Mail', `Le 12 mai 2025 à 10:12, Anne Dubois <a@v.fr> a écrit :\n\n${marked(FR)}`],
    ['iPhone', `Envoyé de mon iPhone\n\n> Le 12 mai 2025 à 10:12, Anne Dubois <a@v.fr> a écrit :\n> \n${marked(FR)}`],
    ['Apple, forwarding', `Début du message réexpédié :\n\n${marked(FR)}`],
    ['Thunderbird', `Le 12/05/2025 à 10:12, Anne Dubois a écrit :\n${marked(FR)}`],
    [
      'Thunderbird, forwarding',
      `-------- Message transféré --------\nSujet : Livraison\nDate : Mon, 12 May 2025\nDe : Anne Dubois <a@v.fr>\nPour : Jan\n\n${FR}`,
    ],
    [
      'Gmail, broken',
      `Le lun. 12 mai 2025 à 10:12, Anne Dubois <anne.dubois@exemple.example>\na écrit :\n\n${marked(FR)}`,
    ],
    ['Gmail, without marks', `Le lun. 12 mai 2025 à 10:12, Anne Dubois <a@v.fr> a écrit :\n\n${FR}`],
    ['Yahoo', `Le lundi 12 mai 2025 à 10:12:05 UTC+2, Anne Dubois <a@v.fr> a écrit :\n\n\n${FR}`],
    [
      'Outlook with hard spaces',
      `De\u00a0: Anne Dubois <a@v.fr>\nEnvoyé\u00a0: lundi 12 mai 2025 10:12\nÀ\u00a0: Jan\nObjet\u00a0: RE: Livraison\n\n${FR}`,
    ],
    [
      'Outlook for iOS',
      `Obtenir Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\nDe : Anne Dubois <a@v.fr>\nEnvoyé : lundi 12 mai 2025\nÀ : Jan\nObjet : Livraison\n\n${FR}`,
    ],
    [
      'Outlook for Android',
      `Télécharger Outlook pour Android<https://aka.ms/AAb9ysg>\n________________________________\nDe : Anne Dubois <a@v.fr>\nEnvoyé : lundi 12 mai 2025\nÀ : Jan\nObjet : Livraison\n\n${FR}`,
    ],
    [
      'Outlook, an appointment',
      `-----Rendez-vous d’origine-----\nDe : Anne Dubois\nEnvoyé : lundi\nÀ : Jan\nObjet : Rendez-vous\n\n${FR}`,
    ],
    [
      'Mail for Windows',
      `Provenance : Courrier pour Windows\n\nDe : Anne Dubois\nEnvoyé le :lundi 12 mai 2025 10:12\nÀ : Jan\nObjet :Livraison\n\n${FR}`,
    ],
    [
      'Zimbra',
      `----- Mail original -----\nDe: "Anne Dubois" <a@v.fr>\nÀ: "Jan" <jan@winkel.example>\nEnvoyé: Lundi 12 Mai 2025 10:12:05\nObjet: Livraison\n\n${FR}`,
    ],
    [
      'Orange',
      `> Message du 12/05/25 10:12\n> De : "Anne Dubois" <a@v.fr>\n> A : jan@winkel.example\n> Copie à :\n> Objet : Livraison\n>\n${marked(FR)}`,
    ],
    [
      'Orange app',
      `Envoyé depuis l’application Mail Orange\n\n---------------\nLe 12 mai 2025, à 10:12, Anne Dubois <a@v.fr> a écrit :\n\n${marked(FR)}`,
    ],
    [
      'Samsung',
      `Envoyé depuis mon appareil Galaxy\n\n-------- Message d’origine --------\nDe : Anne Dubois <a@v.fr>\nDate : 12/05/2025 10:12 (GMT+01:00)\nÀ : Jan\nObjet : Livraison\n\n${FR}`,
    ],
    [
      'Proton',
      `Envoyé avec la messagerie sécurisée Proton Mail.\n\nLe lundi 12 mai 2025 à 10:12, Anne Dubois <a@v.fr> a écrit :\n\n${marked(FR)}`,
    ],
    ['Open-Xchange', `> Le 12/05/2025 10:12 CEST, Anne Dubois <a@v.be> a écrit :\n> \n${marked(FR)}`],
    ['Québec', `De : Anne Dubois\nDate : lundi 12 mai 2025 à 10:12\nÀ : Jan\nObjet : Livraison\n\n${FR}`],
  ])('%s', (_, quote) => {
    expect(stripQuote(`${own}\n\n${quote}`)).toBe(own);
  });
});

describe('Dutch and English programs', () => {
  test.each([
    [
      'Outlook voor iOS',
      `Verzonden vanuit Outlook voor iOS<https://aka.ms/o0ukef>\n________________________________\nVan: Anneke Bos <a@v.nl>\nVerzonden: maandag 12 mei 2025 10:12\nAan: Jan\nOnderwerp: Levering\n\n${NL}`,
    ],
    [
      'Outlook downloaden',
      `Outlook voor Android downloaden<https://aka.ms/AAb9ysg>\n________________________________\nVan: Anneke Bos\nVerzonden: maandag\nAan: Jan\nOnderwerp: Levering\n\n${NL}`,
    ],
    [
      'Mail voor Windows',
      `Verzonden vanuit Mail voor Windows\n\nVan: Anneke Bos\nVerzonden: maandag 12 mei 2025 10:12\nAan: Jan\nOnderwerp: Levering\n\n${NL}`,
    ],
    [
      'iPhone',
      `Verstuurd vanaf mijn iPhone\n\n> Op 12 mei 2025 om 10:12 heeft Anneke Bos <a@v.nl> het volgende geschreven:\n> \n${marked(NL)}`,
    ],
    [
      'Proton',
      `Verzonden met Proton Mail beveiligde e-mail.\n\nAnneke Bos <a@v.nl> schreef op maandag 12 mei 2025 om 10:12:\n\n${marked(NL)}`,
    ],
    [
      'Open-Xchange (KPN, Ziggo, Telenet)',
      `> Op 12-05-2025 10:12 CEST schreef Anneke Bos <a@v.nl>:\n> \n${marked(NL)}`,
    ],
    [
      'Thunderbird, forwarding',
      `-------- Doorgestuurd bericht --------\nOnderwerp: Levering\nDatum: Mon, 12 May 2025\nVan: Anneke Bos <a@v.nl>\n\n${NL}`,
    ],
    [
      'Outlook en, an appointment',
      `-----Original Appointment-----\nFrom: Ann Bell\nSent: Monday\nTo: Jan\nSubject: Meeting\n\n${EN}`,
    ],
    [
      'Proton en',
      `Sent with Proton Mail secure email.\n\nOn Monday, May 12th, 2025 at 10:12 AM, Ann Bell <a@v.example> wrote:\n\n${marked(EN)}`,
    ],
    [
      'Zimbra en',
      `----- Original Message -----\nFrom: "Ann Bell" <a@v.example>\nTo: "Jan" <jan@winkel.example>\nSent: Monday, 12 May, 2025 10:12:05\nSubject: Delivery\n\n${EN}`,
    ],
    ['Yahoo en', `On Monday 12 May 2025 at 10:12:05 CEST, Ann Bell <a@v.example> wrote:\n\n\n${EN}`],
  ])('%s', (_, quote) => {
    expect(stripQuote(`Ja, dat kan.\n\n${quote}`)).toBe('Ja, dat kan.');
  });
});

describe('own words that look like a quote stay', () => {
  test.each([
    ['de: what was written', 'Am 12. Mai um 10:12 schrieb mir Ihr Kollege:\nwir liefern nicht. Was nun?'],
    ['de: what I wrote', 'Am Montag schrieb ich Ihnen schon: die Tür klemmt.\n\nBitte um Antwort.'],
    ['de: sent from a town', 'Das Paket wurde am 12.05. gesendet von Köln.\nWo ist es?'],
    ['de: a move', 'Von: Köln\nAn: Gent\nDatum: 12. Mai\n\nWas kostet das?'],
    ['de: a message that was sent', 'Diese Nachricht wurde schon am Montag gesendet. Haben Sie sie?'],
    ['de: a date first', 'Gesendet: am 12. Mai\nVon: DHL\n\nNichts ist angekommen!'],
    ['fr: what somebody wrote', 'Le 12 mai à 10:12 votre collègue a écrit :\nnous ne livrons pas. Que faire ?'],
    ['fr: what was written to me', 'Le 12 mai à 10:12 Anne m’a écrit :\nla table est prête. Est-ce vrai ?'],
    ['fr: what was written to us', 'Le 12 mai à 10:12 Anne Dubois nous a écrit :\nla table est prête. Est-ce vrai ?'],
    ['fr: what I wrote', 'Le 12 mai je vous ai écrit : la porte coince.\n\nMerci de répondre.'],
    ['fr: a move', 'De : Liège\nÀ : Gand\nDate : 12 mai\n\nCombien ?'],
    ['fr: an object', 'Objet : la table en chêne.\nDate : quand vous voulez.\nMerci !'],
    ['fr: where it comes from', 'Provenance : un vieux meuble de famille.\nPouvez-vous le réparer ?'],
    ['fr: sent already', 'Envoyé le chèque lundi.\nBien reçu ?'],
    ['fr: to get', 'Obtenir un devis\nserait parfait.'],
    ['nl: sent from', 'Verzonden vanaf Gent, maar niet aangekomen.\nWat nu?'],
    ['nl: an appointment', 'De oorspronkelijke afspraak was dinsdag.\nKan woensdag ook?'],
    ['nl: what was written to me', 'Op 12 mei om 10:12 schreef Anneke mij:\nde kast is klaar. Klopt dat?'],
    ['en: what was written to me', 'On 12 May at 10:12 Ann wrote to me:\nit is ready. Is that so?'],
    ['de: at the end', 'Können Sie mir helfen?\nVon meinem Bruder habe ich Ihre Adresse'],
    ['de: to get', 'Holen Sie sich den Schlüssel bei der Nachbarin'],
    ['en: an appointment', 'The original appointment was Tuesday.\nCould it be Wednesday?'],
    ['en: sent from', 'Sent from Ghent on Monday, the parcel never came.\nWhat now?'],
  ])('%s', (_, text) => {
    expect(stripQuote(text)).toBe(text);
  });
});
