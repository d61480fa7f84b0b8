// What stands below letters, in the settings.
export const signatures = {
  signatures: {
    title: 'Signature',
    help: 'Goes below every message you send. Of several, the one that fits the sending address and the language of the message best is used.',
    address: 'For address',
    everyAddress: 'All addresses',
    language: 'In conversations in',
    everyLanguage: 'All languages',
    in: { nl: 'Dutch', en: 'English', fr: 'French', de: 'German' },
    text: 'Text',
    one: 'Signature {{nr}}',
    add: 'Add a signature',
    removeOne: 'Remove signature {{nr}}',
  },
} as const;
