// Why a message got no acknowledgement, and what became of one, in words for the window and the command line.
import type { Refusal } from '../../domain/acknowledgement/refusal.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { AcknowledgementView } from '../acknowledgements.ts';

type Texts = {
  readonly refusals: { readonly [refusal in Refusal]: string };
  readonly sent: string;
  readonly wouldBe: string;
  readonly leaving: string;
  readonly takenBack: string;
  readonly failed: string;
  readonly unsure: string;
  readonly not: (why: string) => string;
};

const TEXTS: { readonly [language in UiLanguage]: Texts } = {
  nl: {
    refusals: {
      machine: 'een automaat schreef dit (nieuwsbrief, melding of automatisch antwoord)',
      invitation: 'het is een uitnodiging',
      unreadable: 'het bericht kon niet gelezen worden',
      list: 'het kwam via een mailinglijst',
      automatic: 'het bericht zegt zelf dat het automatisch is',
      'wants-none': 'de afzender wil geen automatische antwoorden',
      'nobody-reads': 'niemand leest wat naar dat adres gaat',
      'no-return-path': 'het bericht heeft geen afzender die een antwoord verwacht',
      'other-return-path': 'het bericht werd namens iemand anders verstuurd',
      'own-address': 'het kwam van jezelf',
      'not-authenticated': 'het is niet zeker dat de afzender is wie hij zegt te zijn',
      spam: 'het is spam, of je gooide het weg',
      'not-to-us': 'je stond niet bij Aan of Cc: een blinde kopie, een lijst, of een adres dat Balie niet kent',
      'no-mail-address': 'er is geen mailadres om naar te schrijven',
      'too-old': 'het kwam te lang geleden binnen',
      'needs-no-answer': 'het vraagt geen antwoord',
      answered: 'je had al geantwoord',
      'in-conversation': 'jullie zijn al in gesprek',
      'person-today': 'deze persoon kreeg de voorbije 24 uur al een ontvangstbericht',
      ceiling: 'er vertrokken er te veel binnen een uur',
      'no-moment': 'er was geen moment meer om te noemen',
      'moment-set': 'het antwoordmoment had je zelf gekozen of beloofd',
      'text-incomplete': 'een invulveld in je tekst kon niet ingevuld worden',
      'account-off': 'dit account verstuurt nu niet',
    },
    sent: 'verstuurd',
    wouldBe: 'zou verstuurd zijn',
    leaving: 'vertrekt',
    takenBack: 'niet meer verstuurd: je antwoordde eerst',
    failed: 'kon niet verstuurd worden',
    unsure: 'misschien verstuurd',
    not: (why) => `niet, want ${why}`,
  },
  en: {
    refusals: {
      machine: 'a machine wrote this (newsletter, notification or automatic reply)',
      invitation: 'it is an invitation',
      unreadable: 'the message could not be read',
      list: 'it came through a mailing list',
      automatic: 'the message itself says that it is automatic',
      'wants-none': 'the sender wants no automatic replies',
      'nobody-reads': 'nobody reads what goes to that address',
      'no-return-path': 'the message has no sender that expects an answer',
      'other-return-path': 'the message was sent on behalf of somebody else',
      'own-address': 'it came from yourself',
      'not-authenticated': 'it is not certain that the sender is who he says he is',
      spam: 'it is spam, or you threw it away',
      'not-to-us': 'you were not in To or Cc: a blind copy, a list, or an address that Balie does not know',
      'no-mail-address': 'there is no mail address to write to',
      'too-old': 'it came in too long ago',
      'needs-no-answer': 'it asks for no answer',
      answered: 'you had answered already',
      'in-conversation': 'you are writing to one another already',
      'person-today': 'this person had an acknowledgement in the last 24 hours',
      ceiling: 'too many left within an hour',
      'no-moment': 'there was no moment left to name',
      'moment-set': 'you had chosen or promised the moment yourself',
      'text-incomplete': 'a field in your text could not be filled in',
      'account-off': 'this account does not send now',
    },
    sent: 'sent',
    wouldBe: 'would have been sent',
    leaving: 'on its way',
    takenBack: 'not sent after all: you answered first',
    failed: 'could not be sent',
    unsure: 'perhaps sent',
    not: (why) => `not sent: ${why}`,
  },
};

export function acknowledgementWords(
  language: UiLanguage,
  { outcome, refusal, delivery }: Pick<AcknowledgementView, 'outcome' | 'refusal' | 'delivery'>,
): string {
  const texts = TEXTS[language];
  if (outcome === 'dry-run') return texts.wouldBe;
  if (outcome === 'refused') return texts.not(refusal === null ? '' : texts.refusals[refusal]);
  switch (delivery) {
    case 'queued':
    case 'sending':
      return texts.leaving;
    case 'failed':
      return texts.failed;
    case 'unknown':
      return texts.unsure;
    case 'taken-back':
      return texts.takenBack;
    case 'sent':
    case null:
      return texts.sent;
  }
}
