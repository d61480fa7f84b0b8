// What the invented customers of a joinery in Ghent wrote. One line a conversation, told from the fixture's now.
import type { SourceView } from '../../main/contract/mail-source.ts';
import type { Channel, MailKind } from '../../main/domain/conversation/message.ts';
import type { Factor } from '../../main/domain/queue/factor.ts';
import type { ReplyBySource, Section } from '../../main/domain/queue/sections.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../main/domain/instant.ts';

export type Story = {
  readonly section: Section;
  readonly who: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** Before now. */
  readonly agoMs: number;
  /** Reply-by, from now; negative is overdue. */
  readonly dueMs?: number;
  readonly dueFrom?: ReplyBySource;
  /** We wrote last: by when we should have heard, from now. */
  readonly expectedMs?: number;
  /** It was put off, and came back so long ago. */
  readonly backMs?: number;
  readonly channel?: Channel;
  readonly kind?: MailKind;
  readonly factors?: readonly Factor[];
  readonly html?: string;
  readonly earlier?: readonly {
    readonly isOurs: boolean;
    readonly text: string;
    readonly agoMs: number;
    readonly html?: string;
  }[];
  readonly isUnread?: boolean;
  readonly files?: readonly { readonly name: string; readonly size: number; readonly type: string }[];
  readonly isVip?: boolean;
  /** Its mail stands for something else, or seems to. */
  readonly source?: SourceView;
  /** Written down by the owner. */
  readonly isByHand?: boolean;
  /** An address that he wrote down beside the way the customer came by. */
  readonly email?: string;
  /** Who else the customer wrote to. */
  readonly others?: readonly string[];
};

const ask = (ask: string, words: string, points: number): Factor => ({
  name: 'asks',
  points,
  because: { kind: 'ask', ask, words },
});
const late = (minutes: number, points: number): Factor => ({
  name: 'time-left',
  points,
  because: { kind: 'minutes-late', minutes },
});
const left = (minutes: number, points: number): Factor => ({
  name: 'time-left',
  points,
  because: { kind: 'minutes-left', minutes },
});
const known = (count: number): Factor => ({ name: 'known-customer', points: 12, because: { kind: 'count', count } });
const money = (words: string): Factor => ({ name: 'money-or-date', points: 8, because: { kind: 'words', words } });
const fresh: Factor = { name: 'new-customer', points: 10, because: { kind: 'count', count: 1 } };

export const STORIES: readonly Story[] = [
  {
    section: 'overdue',
    who: 'Marleen De Smet',
    address: 'marleen.desmet@telenet.be',
    subject: 'Offerte inbouwkast slaapkamer',
    text: 'Dag Tom,\n\nVorige week vroeg ik een offerte voor de inbouwkast in onze slaapkamer (3,20 m breed, 2,55 m hoog). Ik heb nog niets gehoord. Kun je me zeggen wanneer ik ze mag verwachten?\n\nWe willen graag voor de zomer plaatsen. Ons budget is ongeveer € 4.500.\n\nMvg,\nMarleen De Smet\n0478 12 34 56',
    agoMs: 22 * HOUR_MS,
    dueMs: -2 * HOUR_MS - 5 * MINUTE_MS,
    factors: [
      late(125, 60),
      ask('quote', 'vroeg ik een offerte', 22),
      { name: 'repeated-mail', points: 14, because: { kind: 'count', count: 2 } },
      money('€ 4.500'),
    ],
    earlier: [
      {
        isOurs: false,
        text: 'Dag Tom,\n\nWat zou een inbouwkast op maat kosten voor onze slaapkamer? In bijlage een schets met de maten.\n\nGroeten,\nMarleen',
        agoMs: 6 * DAY_MS,
      },
      {
        isOurs: true,
        text: 'Dag Marleen,\n\nBedankt voor je schets, die is heel duidelijk. Ik reken het deze week na en laat je iets weten.\n\nTom Claes\nSchrijnwerkerij Claes',
        agoMs: 5 * DAY_MS,
      },
    ],
    isUnread: true,
    files: [
      { name: 'schets-slaapkamer.pdf', size: 482_000, type: 'application/pdf' },
      { name: 'foto muur.jpg', size: 2_310_000, type: 'image/jpeg' },
    ],
    isVip: true,
  },
  {
    section: 'overdue',
    who: 'Ahmed Benali',
    address: 'a.benali@bakkerijbenali.be',
    subject: 'Deur van de winkel sluit niet meer',
    text: 'Goeiemorgen,\n\nDe nieuwe winkeldeur sluit sinds gisteren niet meer goed. Dit is echt niet oké, klanten laten ze openstaan en de ovenwarmte gaat naar buiten. Kan er vandaag nog iemand komen?\n\nAhmed',
    agoMs: 19 * HOUR_MS,
    dueMs: -35 * MINUTE_MS,
    factors: [late(35, 52), ask('complaint', 'echt niet oké', 26), known(4)],
    isUnread: true,
  },
  {
    section: 'now',
    who: 'Sofie Vermeulen',
    address: 'sofie.vermeulen@gmail.com',
    subject: 'Kunnen jullie vrijdag komen opmeten?',
    text: 'Hallo,\n\nZou het lukken om vrijdag 15 mei te komen opmeten voor de trap? Ik ben thuis vanaf 14 u. Het adres is Coupure Links 210, Gent.\n\nDankjewel!\nSofie',
    agoMs: 16 * HOUR_MS,
    dueMs: 40 * MINUTE_MS,
    factors: [left(40, 44), ask('appointment', 'vrijdag komen opmeten', 18), money('vrijdag 15 mei')],
    isUnread: true,
  },
  {
    section: 'now',
    who: 'Via het contactformulier: Jan Willems',
    address: 'jan.willems@outlook.com',
    subject: 'Aanvraag: eettafel eik 240 × 100',
    text: 'Naam: Jan Willems\nTelefoon: 0495 33 21 08\n\nMaken jullie ook eettafels? Ik zoek een tafel in eik, 240 op 100 cm, met een stalen onderstel. Wat is de richtprijs en de levertijd?',
    agoMs: 15 * HOUR_MS,
    dueMs: 95 * MINUTE_MS,
    channel: 'webform',
    factors: [left(95, 38), ask('quote', 'Wat is de richtprijs', 22), fresh],
    isUnread: true,
  },
  {
    section: 'now',
    who: 'Els Peeters',
    address: 'els@peeters-architecten.be',
    subject: 'RE: Plannen verbouwing Kortrijksesteenweg',
    text: 'Beste Tom,\n\nZie de aangepaste plannen. Klopt het dat de kozijnen 4 cm dieper moeten? Graag je akkoord voor morgen 12 u, dan kan de aannemer bestellen.\n\nMet vriendelijke groet,\nEls Peeters\nPeeters Architecten bv',
    agoMs: 3 * HOUR_MS,
    dueMs: 4 * HOUR_MS,
    dueFrom: 'hand',
    html: '<style>td{padding:4px 10px;border-bottom:1px solid #ddd}</style><p>Beste Tom,</p><p>Zie de aangepaste plannen. Klopt het dat de kozijnen <b>4 cm dieper</b> moeten?</p><table><tr><td><b>Raam</b></td><td><b>Breedte</b></td><td><b>Hoogte</b></td></tr><tr><td>Voorgevel links</td><td>1.240 mm</td><td>1.650 mm</td></tr><tr><td>Voorgevel rechts</td><td>1.240 mm</td><td>1.650 mm</td></tr><tr><td>Achtergevel</td><td>2.800 mm</td><td>2.200 mm</td></tr></table><p>Graag je akkoord voor morgen 12 u, dan kan de aannemer bestellen. De volledige set staat op <a href="https://plannen.peeters-architecten.be/k/2231">onze planserver</a>.</p><p>Met vriendelijke groet,<br>Els Peeters</p><img src="https://track.example/o.gif" width="1" height="1"><img src="https://peeters-architecten.be/logo.png" alt="Peeters Architecten" width="180"><blockquote type="cite">Op 8 mei schreef Tom Claes:<br>Dag Els, stuur me gerust de laatste versie.</blockquote>',
    factors: [left(240, 30), ask('question', 'Klopt het dat', 14), known(11), money('morgen 12 u')],
    others: ['aannemer@bouwdekeyser.be', 'jan.keersmaekers@vakgroep-gevel.be'],
    files: [{ name: 'KS-plannen-v7.pdf', size: 6_400_000, type: 'application/pdf' }],
    isUnread: true,
  },
  {
    section: 'now',
    who: 'Pieter Goossens',
    address: 'pieter.goossens@skynet.be',
    subject: 'Wanneer wordt de keuken geleverd?',
    text: 'Dag, weten jullie al wanneer de keuken precies geleverd wordt? Dan kan ik vrij nemen.\n\nPieter',
    agoMs: 17 * HOUR_MS,
    dueMs: 5 * HOUR_MS,
    dueFrom: 'window',
    factors: [left(300, 26), ask('question', 'wanneer de keuken', 14), known(3)],
  },
  {
    section: 'now',
    who: 'Claire Dubois',
    address: 'claire.dubois@proximus.be',
    subject: 'Demande de devis: bibliothèque murale',
    text: 'Bonjour,\n\nPourriez-vous me faire un devis pour une bibliothèque murale en chêne, environ 4 m sur 2,6 m ?\n\nBien à vous,\nClaire Dubois',
    agoMs: 14 * HOUR_MS,
    dueMs: 6 * HOUR_MS,
    backMs: 30 * MINUTE_MS,
    factors: [left(360, 24), ask('quote', 'un devis', 22), fresh],
    isUnread: true,
  },
  {
    section: 'soon',
    who: 'Karel Wouters',
    address: 'karel.wouters@telenet.be',
    subject: 'Bestelling aanpassen: 6 stoelen in plaats van 4',
    text: 'Beste, kunnen we de bestelling nog wijzigen naar 6 stoelen?',
    agoMs: 2 * HOUR_MS,
    dueMs: DAY_MS + 2 * HOUR_MS,
    factors: [left(480, 16), ask('order-change', 'bestelling nog wijzigen', 16)],
    isUnread: true,
  },
  {
    section: 'soon',
    who: 'Nathalie Maes',
    address: 'nathalie.maes@hotmail.com',
    subject: 'Hebben jullie de kapstok “Noor” nog?',
    text: 'Hallo, is de kapstok Noor nog op voorraad in zwart?',
    agoMs: 90 * MINUTE_MS,
    dueMs: DAY_MS + 3 * HOUR_MS,
    factors: [left(500, 15), ask('availability', 'nog op voorraad', 12)],
  },
  {
    section: 'soon',
    who: 'Basisschool De Wijze Boom',
    address: 'directie@dewijzeboom.be',
    subject: '12 boekenkasten voor de nieuwe klassen',
    text: 'Geachte heer Claes,\n\nVoor ons nieuwe gebouw zoeken we 12 lage boekenkasten. Kunnen we volgende week langskomen in het atelier?',
    agoMs: 80 * MINUTE_MS,
    dueMs: DAY_MS + 4 * HOUR_MS,
    factors: [left(520, 14), ask('appointment', 'langskomen', 18), fresh],
    isUnread: true,
  },
  {
    section: 'soon',
    who: 'Luc Janssens',
    address: 'luc.janssens@gmail.com',
    subject: 'Factuur 2026-118: een vraagje',
    text: 'Dag Tom, op de factuur staat twee keer plaatsing. Klopt dat? € 380 lijkt me dubbel.',
    agoMs: 60 * MINUTE_MS,
    dueMs: DAY_MS + 5 * HOUR_MS,
    factors: [left(540, 13), ask('question', 'Klopt dat?', 14), money('€ 380')],
  },
  {
    section: 'soon',
    who: 'Verbeke Vastgoed',
    address: 'info@verbekevastgoed.be',
    subject: 'Herstelling plinten appartement 3B',
    text: 'Graag een voorstel voor de plinten in 3B.',
    agoMs: 45 * MINUTE_MS,
    dueMs: DAY_MS + 5 * HOUR_MS,
    factors: [left(545, 12), known(7)],
  },
  {
    section: 'soon',
    who: 'An Lambrecht',
    address: 'an.lambrecht@telenet.be',
    subject: 'Onderhoud van geolied eiken blad',
    text: 'Welke olie gebruik ik best voor het tafelblad?',
    agoMs: 30 * MINUTE_MS,
    dueMs: DAY_MS + 6 * HOUR_MS,
    factors: [left(560, 11), ask('question', 'Welke olie', 14)],
    isUnread: true,
  },
  {
    section: 'soon',
    who: 'Dirk Van den Broeck',
    address: 'dvdb@vandenbroeck-bouw.be',
    subject: 'Prijs 24 binnendeuren project Sluizeken',
    text: 'Tom, kun je me een prijs maken voor 24 binnendeuren, lijst in bijlage?',
    agoMs: 25 * MINUTE_MS,
    dueMs: DAY_MS + 6 * HOUR_MS,
    factors: [left(565, 11), ask('quote', 'een prijs maken', 22)],
    files: [
      {
        name: 'deurenlijst.xlsx',
        size: 31_000,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
      { name: 'offerte.pdf.exe', size: 88_000, type: 'application/pdf' },
      { name: 'uitnodiging.ics', size: 1_400, type: 'text/calendar' },
      { name: 'plan begane grond.pdf', size: 182_000, type: 'application/pdf' },
      { name: 'gevel links.jpg', size: 1_310_000, type: 'image/jpeg' },
    ],
  },
  {
    section: 'soon',
    who: 'Griet',
    address: 'griet.dh@gmail.com',
    subject: 'Tweedehands werkbank te koop?',
    text: 'Dag, staat de werkbank die in jullie etalage stond te koop?',
    agoMs: 12 * MINUTE_MS,
    dueMs: DAY_MS + 7 * HOUR_MS,
    factors: [left(575, 10), ask('availability', 'te koop', 12), fresh],
    channel: 'marktplaats',
  },
  {
    section: 'waiting',
    who: 'Hilde Baert',
    address: 'hilde.baert@telenet.be',
    subject: 'Kleurstalen voor de kast',
    text: 'Welke van de drie heeft je voorkeur?',
    agoMs: DAY_MS,
    expectedMs: 2 * DAY_MS,
  },
  {
    section: 'waiting',
    who: 'Stad Gent, dienst Gebouwen',
    address: 'gebouwen@stad.gent',
    subject: 'Bestek onderhoud ramen stadhuis',
    text: 'In bijlage onze offerte.',
    agoMs: 3 * DAY_MS,
  },
  {
    section: 'snoozed',
    who: 'Bart Cools',
    address: 'bart@cools.be',
    subject: 'Tuinhuis: na de zomer',
    text: 'Zullen we in september verder praten?',
    agoMs: 8 * DAY_MS,
  },
  {
    section: 'fyi',
    who: 'Houtinfo',
    address: 'nieuws@houtinfo.be',
    subject: 'Nieuwsbrief mei: eik blijft duur',
    text: 'De prijzen van eik stegen opnieuw.',
    agoMs: 5 * HOUR_MS,
    kind: 'newsletter',
  },
  {
    section: 'fyi',
    who: 'Bpost',
    address: 'noreply@bpost.be',
    subject: 'Je pakje is onderweg',
    text: 'Je pakje wordt morgen geleverd.',
    agoMs: 9 * HOUR_MS,
    kind: 'notification',
  },
  {
    section: 'done',
    who: 'Rita Segers',
    address: 'rita.segers@gmail.com',
    subject: 'Bedankt voor de mooie tafel!',
    text: 'We zijn er heel blij mee. Dankjewel!',
    agoMs: 2 * DAY_MS,
  },
  {
    section: 'now',
    who: 'Ilse Van Damme',
    address: 'ilse.vandamme@proximus.be',
    subject: 'Maten van de schuifdeur',
    text: 'Kun je me de hoogte van de opening nog doorgeven?',
    agoMs: 5 * DAY_MS,
    expectedMs: -2 * HOUR_MS,
    factors: [
      { name: 'follow-up', points: 14, because: { kind: 'words', words: 'Kun je me de hoogte nog doorgeven?' } },
    ],
  },
  {
    section: 'now',
    who: 'Koen Aerts',
    address: 'tel:+32471123456',
    email: 'koen.aerts@telenet.be',
    subject: 'Wil weten of de tuinpoort ook in lariks kan, en wat dat scheelt',
    text: 'Wil weten of de tuinpoort ook in lariks kan, en wat dat scheelt. Staat nog op de bouw tot vier uur.',
    agoMs: 35 * MINUTE_MS,
    dueMs: 25 * MINUTE_MS,
    channel: 'whatsapp',
    isByHand: true,
    factors: [left(25, 34), ask('question', 'Wil weten of', 12)],
  },
  {
    section: 'soon',
    who: 'Mevrouw met de witte bakfiets',
    address: 'noted:7c1f20e4a9b3',
    subject: 'Vroeg een prijs voor twee nachtkastjes in kerselaar',
    text: 'Vroeg een prijs voor twee nachtkastjes in kerselaar. Komt vrijdag terug langs.',
    agoMs: 2 * HOUR_MS,
    dueMs: 6 * HOUR_MS,
    channel: 'counter',
    isByHand: true,
    factors: [ask('quote', 'Vroeg een prijs', 20)],
  },
];
