// The acknowledgements that come with Balie. The Dutch ones say neither "je" nor "u": a shop's customers are both.
import type { CannedLanguage } from '../canned/template.ts';
import type { AckChannel, AckSituation } from './texts.ts';

type Texts = { readonly [situation in AckSituation]: { readonly [language in CannedLanguage]: string } };

const NL_END = 'Dit is een automatische ontvangstbevestiging. Antwoorden hierop is niet nodig.';
const EN_END = 'This is an automatic acknowledgement. There is no need to reply to it.';
const FR_END = 'Ceci est un accusé de réception automatique. Il n’est pas nécessaire d’y répondre.';

const nl = (arrived: string, then: string): string => `Dag,\n\n${arrived} ${then}\n\n${NL_END}`;
const en = (arrived: string, then: string): string => `Hello,\n\n${arrived} ${then}\n\n${EN_END}`;
const fr = (arrived: string, then: string): string => `Bonjour,\n\n${arrived} ${then}\n\n${FR_END}`;

function textsFor(arrived: { readonly [language in CannedLanguage]: string }): Texts {
  return {
    open: {
      nl: nl(arrived.nl, 'Het antwoord volgt uiterlijk {{antwoord.voor}}.'),
      en: en(arrived.en, 'The answer will follow no later than {{reply.by}}.'),
      fr: fr(arrived.fr, 'La réponse suivra au plus tard le {{reply.by}}.'),
    },
    closed: {
      nl: nl(arrived.nl, 'Op dit moment zijn we gesloten. Het antwoord volgt uiterlijk {{antwoord.voor}}.'),
      en: en(arrived.en, 'We are closed at the moment. The answer will follow no later than {{reply.by}}.'),
      fr: fr(arrived.fr, 'Nous sommes fermés en ce moment. La réponse suivra au plus tard le {{reply.by}}.'),
    },
    away: {
      nl: nl(arrived.nl, 'Ik ben afwezig tot {{afwezig.tot}}. Het antwoord volgt uiterlijk {{antwoord.voor}}.'),
      en: en(arrived.en, 'I am away until {{away.until}}. The answer will follow no later than {{reply.by}}.'),
      fr: fr(arrived.fr, 'Je suis absent jusqu’au {{away.until}}. La réponse suivra au plus tard le {{reply.by}}.'),
    },
  };
}

export const STARTER_TEXTS: { readonly [channel in AckChannel]: Texts } = {
  email: textsFor({
    nl: 'Bedankt voor het bericht, het is goed aangekomen.',
    en: 'Thank you for your message, which has arrived safely.',
    fr: 'Merci pour votre message, il est bien arrivé.',
  }),
  webform: textsFor({
    nl: 'Bedankt voor het bericht via onze website, het is goed aangekomen.',
    en: 'Thank you for your message through our website, which has arrived safely.',
    fr: 'Merci pour votre message via notre site, il est bien arrivé.',
  }),
};
