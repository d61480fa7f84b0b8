// The Dutch texts about the owner's data as such: taking in, taking along, erasing.
export const ownData = {
  ownData: {
    title: 'Meenemen en binnenhalen',
    importWhy:
      'Oude mail uit een ander programma komt erbij als geschiedenis: je kunt ze lezen en doorzoeken, en ze vraagt nooit om een antwoord. Wat Balie al heeft, komt er geen tweede keer bij.',
    importFile: 'Bestand kiezen (mbox of .eml)…',
    importFolder: 'Map kiezen (Maildir, .eml, export)…',
    exportWhy:
      'Alles in gewone bestanden, die andere programma’s kunnen openen: berichten met hun bijlagen, gesprekken, standaardantwoorden, instellingen. Zonder wachtwoorden.',
    exportAll: 'Alles exporteren…',
    stop: 'Stoppen',
    working: 'Bezig: {{percent}} %',
    imported: '{{added}} berichten erbij, {{known}} waren er al, {{skipped}} overgeslagen.',
    stopped: 'Gestopt. Begin je opnieuw, dan gaat het verder waar het was.',
    exported: '{{messages}} berichten staan in {{folder}}.',
    missing: '{{count}} bijlagen waren nu niet te krijgen; in de map staat welke.',
    why: {
      empty: 'leeg',
      'no-mail': 'geen bericht',
      'too-large': 'te groot',
      deleted: 'al weggegooid in het andere programma',
      unreadable: 'niet te lezen',
    },
    person: 'Gegevens van deze klant',
    personAction: 'Gegevens van deze klant exporteren of wissen',
    personExportWhy:
      'Vraagt een klant wat je van hem of haar bewaart? Dit zet alle berichten van en aan {{address}} in een map.',
    personExport: 'Exporteren…',
    erase: 'Wissen',
    eraseLook: 'Kijken wat er zou verdwijnen',
    looking: 'Balie kijkt alle berichten na…',
    onServer: 'Ook wissen op de mailserver',
    sure: 'Voorgoed wissen',
    erasing: 'Wordt gewist…',
    erased: '{{messages}} berichten gewist.',
  },
} as const;
