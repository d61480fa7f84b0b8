// The English texts about the owner's data as such: taking in, taking along, erasing.
export const ownData = {
  ownData: {
    title: 'Take along and take in',
    importWhy:
      'Old mail from another program is added as history: you can read and search it, and it never asks for an answer. What Balie has already is not added twice.',
    importFile: 'Choose a file (mbox or .eml)…',
    importFolder: 'Choose a folder (Maildir, .eml, export)…',
    exportWhy:
      'Everything in ordinary files that other programs can open: messages with their attachments, conversations, saved replies, settings. Without passwords.',
    exportAll: 'Export everything…',
    stop: 'Stop',
    working: 'Working: {{percent}} %',
    imported: '{{added}} messages added, {{known}} were here already, {{skipped}} left out.',
    stopped: 'Stopped. Begin again and it goes on where it was.',
    exported: '{{messages}} messages are in {{folder}}.',
    missing: '{{count}} attachments could not be had now; the folder says which.',
    why: {
      empty: 'empty',
      'no-mail': 'no message',
      'too-large': 'too large',
      deleted: 'thrown away in the other program',
      unreadable: 'cannot be read',
    },
    person: "This customer's data",
    personAction: "Export or erase this customer's data",
    personExportWhy: 'Does a customer ask what you keep? This puts all messages from and to {{address}} into a folder.',
    personExport: 'Export…',
    erase: 'Erase',
    eraseLook: 'See what would go',
    looking: 'Balie looks through all messages…',
    onServer: 'Erase on the mail server too',
    sure: 'Erase for good',
    erasing: 'Erasing…',
    erased: '{{messages}} messages erased.',
  },
} as const;
