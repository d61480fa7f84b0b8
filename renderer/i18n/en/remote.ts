// English words for what a mail would fetch from elsewhere, where its links lead, and who it is really from.
import type { Texts } from '../nl/nl.ts';
import type { remote as nl } from '../nl/remote.ts';

export const remote: Texts<typeof nl> = {
  pictures: {
    blocked_one: '{{count}} picture from elsewhere not loaded.',
    blocked_other: '{{count}} pictures from elsewhere not loaded.',
    spies_one: '{{count}} spy pixel stopped.',
    spies_other: '{{count}} spy pixels stopped.',
    once: 'Show once',
    always: 'Always from this sender',
    alwaysDomain: 'Always from everybody @{{domain}}',
    isAlwaysDomain: 'Pictures from everybody {{sender}} are always shown.',
    everybody: 'everybody {{domain}}',
    isAlways: 'Pictures from {{sender}} are always shown.',
    stop: 'No longer',
    loading: 'Fetching the pictures…',
    failed_one: '{{count}} picture could not be shown safely.',
    failed_other: '{{count}} pictures could not be shown safely.',
    onPaper: 'On white paper',
    inTheme: 'In dark colours',
    settings: 'Pictures from elsewhere',
    settingsHelp: 'Balie always shows pictures from these senders, as long as your mail server vouches for them.',
    noSenders: 'Nobody yet. Choose “Always from this sender” at a mail.',
    forget: '{{sender}}: no longer always',
  },
  link: {
    title: 'First a look at where this link goes',
    goesTo: 'The link goes to',
    whole: 'The whole address',
    via: 'via {{via}}',
    open: 'Open anyway',
    leave: 'Do not open',
    dead: 'Balie does not open this link: it is not a web, mail or telephone link.',
    concern: {
      otherSite: 'The text says {{shown}}, but the link goes to {{goes}}.',
      otherAddress: 'The text says {{shown}}, but the mail would go to {{goes}}.',
      disguised: 'The name of the site has letters of another alphabet that look like plain ones.',
      looksLike: 'The name looks much like {{known}}, but is another.',
      ipAddress: 'The link has no name, only a number. Ordinary sites have a name.',
      nameBeforeHost: 'What stands before the at sign ({{pretended}}) is not the site, though it looks so.',
      shortened: 'This is a shortened link of {{by}}: nobody can see beforehand where it ends.',
    },
  },
  trust: {
    why: 'Why?',
    line: {
      'not-from-there': 'This mail is probably not really from {{domain}}.',
      'name-is-address': 'The sender calls himself {{shown}}, but writes from {{address}}.',
      'own-name': 'The sender uses your name, but writes from {{address}}.',
      'known-name': 'You know {{name}} from another address.',
      'looks-like': '{{domain}} looks like {{known}}, but is another.',
      disguised: 'The address of the sender has letters that look like others.',
      'house-name': 'The sender calls himself “{{name}}”, but writes from {{domain}}.',
      'other-account': 'Mind: another account number than before, {{account}}.',
      'answers-elsewhere': 'It is about money, and your answer would go to {{address}}.',
    },
    reason: {
      'not-from-there':
        'Your own mail server checked where it came from and rejected it ({{failed}}). Sometimes that is a mistake of the sender; more often somebody poses as another.',
      'name-is-address': 'The name on a mail is chosen by its sender. Only the address behind it counts.',
      'own-name': 'Whoever uses your own name hopes that you do not look at the address.',
      'known-name': 'Until now you wrote with: {{known}}. It may be a private address; ask by a way that you know.',
      'looks-like':
        'One letter or word off is what false invoices look like. Compare it letter by letter with the address you know.',
      disguised: 'Such an address reads as a known name, but is another. Do not answer before you have checked.',
      'house-name':
        'Banks, authorities, parcel services and large companies write from their own address. Go there yourself, not by a link or number in this mail.',
      'other-account':
        'Until now it was {{known}}. False invoices also come out of the real mailbox of a supplier. Call before you pay, on a number that you already had.',
      'answers-elsewhere':
        'The mail is from {{domain}}, but wants its answer elsewhere. Pay nothing and change no account number before you have called a number that you had already.',
    },
  },
};
