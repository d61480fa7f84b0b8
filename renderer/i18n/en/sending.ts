// English texts of what is looked at before an answer leaves.
import type { Texts } from '../nl/nl.ts';

export const sending: Pick<Texts, 'sending'> = {
  sending: {
    title: 'Look at this first',
    asIs: 'Send anyway',
    back: 'Back to the answer',
    toMail: 'Move to e-mail',
    noMail: 'No e-mail address of this customer is known. Ask for it, or leave these details out.',
    warning: {
      fields_one: 'A field is still empty: {{fields}}.',
      fields_other: '{{count}} fields are still empty: {{fields}}.',
      attachment: 'You write “{{words}}”, but nothing is attached.',
      name: 'It begins with “{{words}}”, but you are writing to {{expected}}.',
      odd: 'You are writing to {{address}}. Do you mean {{meant}}?',
      list: 'This goes to a mailing list: everybody on {{address}} reads it.',
      many: 'This goes to {{count}} addresses at once, and they see one another’s.',
      subject: 'It has no subject.',
      language: 'You answer in {{written}}, the customer wrote in {{theirs}}.',
      weekday: '“{{words}}” is not right: that day is a {{weekday}}.',
      past: '“{{words}}” has passed already.',
      sensitive: {
        public: 'Everybody can read this, and it holds {{what}}: {{words}}.',
        'third-party': 'This goes through {{channel}}, and it holds {{what}}: {{words}}.',
        mail: 'It holds {{what}}: {{words}}. On its way that is as easy to read as a postcard.',
      },
    },
    what: {
      iban: 'an account number',
      bsn: 'a Dutch citizen service number',
      'national-number': 'a Belgian national number',
      card: 'a card number',
      invoice: 'something about an invoice or payment',
      secret: 'a password or code',
    },
    languages: { nl: 'Dutch', en: 'English', fr: 'French', de: 'German' },
    weekdays: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday',
    },
  },
};
