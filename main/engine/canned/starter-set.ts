// What a new desk has under "/": six everyday replies in Dutch, English and French, for the owner to make his own. The
// questions are for the owner, so they are the same in each language.
import type { CannedDraft } from '../store/canned-table.ts';

const CLOSING = {
  nl: '\n\nMet vriendelijke groeten\n{{my.name | ""}}',
  en: '\n\nKind regards\n{{my.name | ""}}',
  fr: '\n\nBien à vous\n{{my.name | ""}}',
} as const;

export const STARTER_SET: readonly CannedDraft[] = [
  {
    code: 'offerte',
    title: 'Offerte volgt',
    tags: ['prijs', 'kosten', 'bestek', 'quote', 'price', 'devis', 'prix'],
    texts: {
      nl: `{{contact.salutation}},

Bedankt voor uw aanvraag. Ik reken alles rustig na en u krijgt mijn offerte {{?Tegen wanneer | "binnen drie werkdagen"}}.

Hebt u foto's of maten? Stuur ze gerust door, dan klopt de prijs meteen.${CLOSING.nl}`,
      en: `{{contact.salutation}},

Thank you for your request. I will work out the price and send you my quote {{?Tegen wanneer | "within three working days"}}.

If you have any photos or measurements, please send them along, so that I can get the price right first time.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Merci pour votre demande. Je fais le calcul et vous enverrai mon devis {{?Tegen wanneer | "dans les trois jours ouvrables"}}.

Si vous avez des photos ou des mesures, n'hésitez pas à me les envoyer : le prix n'en sera que plus juste.${CLOSING.fr}`,
    },
  },
  {
    code: 'afspraak',
    title: 'Afspraak voorstellen',
    tags: ['datum', 'langskomen', 'bezoek', 'appointment', 'visit', 'rendez-vous'],
    texts: {
      nl: `{{contact.salutation}},

Ik kom graag bij u langs. Past {{?Welk moment}} voor u? Zo niet, laat me dan weten welke dag u beter uitkomt.${CLOSING.nl}`,
      en: `{{contact.salutation}},

I would be glad to come by. Would {{?Welk moment}} suit you? If not, please let me know which day is better.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Je passerai volontiers chez vous. {{?Welk moment}}, cela vous conviendrait-il ? Sinon, dites-moi quel jour vous arrange le mieux.${CLOSING.fr}`,
    },
  },
  {
    code: 'openingsuren',
    title: 'Wanneer we open zijn',
    tags: ['open', 'gesloten', 'uren', 'opening hours', 'closed', 'ouvert', 'fermé', 'horaires'],
    texts: {
      nl: `{{contact.salutation}},

U bent welkom vanaf {{hours.next_open | "onze volgende openingsdag"}}. Wilt u er zeker van zijn dat er iemand tijd voor u heeft? Laat dan even weten wanneer u komt.${CLOSING.nl}`,
      en: `{{contact.salutation}},

We look forward to seeing you from {{hours.next_open | "our next opening day"}}. To make sure that someone has time for you, just let us know when you are coming.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Nous vous accueillons avec plaisir à partir de {{hours.next_open | "notre prochain jour d'ouverture"}}. Pour que quelqu'un soit disponible à votre arrivée, prévenez-nous simplement du moment de votre visite.${CLOSING.fr}`,
    },
  },
  {
    code: 'levertijd',
    title: 'Levertijd',
    tags: ['levering', 'bestelling', 'verzending', 'delivery', 'order', 'livraison', 'commande', 'délai'],
    texts: {
      nl: `{{contact.salutation}},

De levertijd bedraagt op dit moment {{?Hoe lang}}. Zodra uw bestelling klaar is, laat ik het u weten.${CLOSING.nl}`,
      en: `{{contact.salutation}},

Delivery currently takes {{?Hoe lang}}. I will let you know as soon as your order is ready.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Le délai de livraison est actuellement de {{?Hoe lang}}. Je vous préviendrai dès que votre commande sera prête.${CLOSING.fr}`,
    },
  },
  {
    code: 'klacht',
    title: 'Klacht: dit zoeken we uit',
    tags: ['probleem', 'kapot', 'fout', 'ontevreden', 'complaint', 'broken', 'plainte', 'réclamation', 'déçu'],
    texts: {
      nl: `{{contact.salutation}},

Wat vervelend dat het niet gegaan is zoals het hoort. Ik zoek uit wat er gebeurd is en laat u {{?Tegen wanneer | "binnen twee werkdagen"}} weten hoe we het oplossen.

Met een foto of uw bestelnummer kan ik u sneller helpen.${CLOSING.nl}`,
      en: `{{contact.salutation}},

I am sorry that this did not go as it should have. I will find out what happened and let you know {{?Tegen wanneer | "within two working days"}} how we will put it right.

A photo or your order number would help me to answer sooner.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Toutes mes excuses pour ce désagrément. Je vais voir ce qui s'est passé et vous dirai {{?Tegen wanneer | "dans les deux jours ouvrables"}} comment nous allons y remédier.

Une photo ou votre numéro de commande m'aidera à vous répondre plus vite.${CLOSING.fr}`,
    },
  },
  {
    code: 'bedankt',
    title: 'Bedankt voor uw bericht',
    tags: ['dank', 'ontvangen', 'thanks', 'merci'],
    texts: {
      nl: `{{contact.salutation}},

Bedankt voor uw bericht. Alles is goed aangekomen. Hebt u nog vragen, dan hoor ik het graag.${CLOSING.nl}`,
      en: `{{contact.salutation}},

Thank you for your message. Everything has arrived safely. If you have any questions, just let me know.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Merci pour votre message. Tout est bien arrivé. Si vous avez d'autres questions, n'hésitez pas à me les poser.${CLOSING.fr}`,
    },
  },
];
