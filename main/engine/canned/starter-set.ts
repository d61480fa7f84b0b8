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
    tags: ['prijs', 'kosten', 'quote', 'devis', 'bestek'],
    texts: {
      nl: `{{contact.salutation}},

Bedankt voor uw aanvraag. Ik reken alles rustig na en u krijgt mijn offerte {{?Tegen wanneer | "binnen drie werkdagen"}}.

Hebt u nog foto's of maten, stuur die dan gerust mee: dan klopt de prijs meteen.${CLOSING.nl}`,
      en: `{{contact.salutation}},

Thank you for your request. I will work out the price and send you my quote {{?Tegen wanneer | "within three working days"}}.

If you have any photos or measurements, do send them along, so that the price is right the first time.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Merci pour votre demande. Je calcule le prix et vous envoie mon devis {{?Tegen wanneer | "dans les trois jours ouvrables"}}.

Si vous avez des photos ou des mesures, envoyez-les-moi : le prix sera d'autant plus juste.${CLOSING.fr}`,
    },
  },
  {
    code: 'afspraak',
    title: 'Afspraak voorstellen',
    tags: ['datum', 'langskomen', 'bezoek', 'appointment', 'rendez-vous'],
    texts: {
      nl: `{{contact.salutation}},

Ik kom graag langs. Past {{?Welk moment}} voor u? Zo niet, laat dan weten welke dag u beter uitkomt.${CLOSING.nl}`,
      en: `{{contact.salutation}},

I would be glad to come by. Does {{?Welk moment}} suit you? If not, let me know which day is better.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Je passerai volontiers. Est-ce que {{?Welk moment}} vous convient ? Sinon, dites-moi quel jour vous arrange.${CLOSING.fr}`,
    },
  },
  {
    code: 'openingsuren',
    title: 'Wanneer we open zijn',
    tags: ['open', 'gesloten', 'uren', 'opening hours', 'ouvert', 'horaires'],
    texts: {
      nl: `{{contact.salutation}},

U bent welkom vanaf {{hours.next_open | "onze volgende openingsdag"}}. Wilt u zeker zijn dat er iemand tijd voor u heeft, laat dan even weten wanneer u komt.${CLOSING.nl}`,
      en: `{{contact.salutation}},

You are welcome from {{hours.next_open | "our next opening day"}}. To be sure that someone has time for you, just let us know when you are coming.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Vous êtes le bienvenu à partir du {{hours.next_open | "prochain jour d'ouverture"}}. Pour être sûr que quelqu'un soit disponible, dites-nous simplement quand vous venez.${CLOSING.fr}`,
    },
  },
  {
    code: 'levertijd',
    title: 'Levertijd',
    tags: ['levering', 'bestelling', 'verzending', 'delivery', 'livraison', 'délai'],
    texts: {
      nl: `{{contact.salutation}},

De levertijd is op dit moment {{?Hoe lang}}. Zodra uw bestelling klaar is, hoort u van mij.${CLOSING.nl}`,
      en: `{{contact.salutation}},

Delivery takes {{?Hoe lang}} at the moment. You will hear from me as soon as your order is ready.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Le délai de livraison est actuellement de {{?Hoe lang}}. Je vous préviens dès que votre commande est prête.${CLOSING.fr}`,
    },
  },
  {
    code: 'klacht',
    title: 'Klacht: dit zoeken we uit',
    tags: ['probleem', 'kapot', 'fout', 'complaint', 'plainte', 'réclamation'],
    texts: {
      nl: `{{contact.salutation}},

Wat vervelend dat het niet ging zoals het moest. Ik zoek uit wat er gebeurd is, en u hoort {{?Tegen wanneer | "binnen twee werkdagen"}} van mij hoe we het oplossen.

Een foto of uw bestelnummer helpt mij om sneller te antwoorden.${CLOSING.nl}`,
      en: `{{contact.salutation}},

I am sorry that this did not go as it should. I will find out what happened, and you will hear from me {{?Tegen wanneer | "within two working days"}} how we will put it right.

A photo or your order number helps me to answer sooner.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Je suis désolé que cela ne se soit pas passé comme il se doit. Je cherche ce qui est arrivé, et je vous dis {{?Tegen wanneer | "dans les deux jours ouvrables"}} comment nous allons y remédier.

Une photo ou votre numéro de commande m'aide à répondre plus vite.${CLOSING.fr}`,
    },
  },
  {
    code: 'bedankt',
    title: 'Bedankt voor uw bericht',
    tags: ['dank', 'ontvangen', 'thanks', 'merci'],
    texts: {
      nl: `{{contact.salutation}},

Bedankt voor uw bericht. Alles is goed aangekomen; hebt u nog vragen, dan hoor ik het graag.${CLOSING.nl}`,
      en: `{{contact.salutation}},

Thank you for your message. Everything has arrived safely; if you have any questions, I am glad to hear them.${CLOSING.en}`,
      fr: `{{contact.salutation}},

Merci pour votre message. Tout est bien arrivé ; si vous avez encore des questions, n'hésitez pas à me les poser.${CLOSING.fr}`,
    },
  },
];
