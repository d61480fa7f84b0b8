// What stands below letters, in the settings.
export const signatures = {
  signatures: {
    title: 'Ondertekening',
    help: 'Komt onder elk bericht dat je verstuurt. Heb je er meer, dan geldt de ondertekening die het best bij het afzenderadres en de taal van het bericht past.',
    address: 'Voor adres',
    everyAddress: 'Alle adressen',
    language: 'In gesprekken in het',
    everyLanguage: 'Alle talen',
    in: { nl: 'Nederlands', en: 'Engels', fr: 'Frans', de: 'Duits' },
    text: 'Tekst',
    one: 'Ondertekening {{nr}}',
    add: 'Ondertekening toevoegen',
    removeOne: 'Ondertekening {{nr}} verwijderen',
  },
} as const;
