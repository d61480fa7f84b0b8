// Dutch words for the owner's own disk: sizes, copies, what happened to the desk, and how long things are kept.
export const storage = {
  storage: {
    sizes: 'Hoeveel plaats Balie inneemt',
    database: 'Berichten en gegevens',
    attachments: 'waarvan bijlagen',
    backupsSize: 'Reservekopieën',
    log: 'Logboek',
    free: 'Nog vrij op deze schijf',
    checked: 'Elke week kijkt Balie elke byte na. Laatst in orde bevonden: {{when}}.',
    neverChecked: 'Elke week kijkt Balie elke byte na, wanneer je even niet werkt.',
    backups: 'Reservekopieën',
    backupsIntro:
      'Elke dag maakt Balie vanzelf een kopie en kijkt die helemaal na. De laatste zeven blijven. Je wachtwoorden zitten er niet in.',
    sameDisk:
      'De kopieën staan op deze computer. Bewaar er af en toe een op een andere plek, voor als de computer stukgaat.',
    none: 'Er is nog geen reservekopie. De eerste komt zodra je even niet werkt.',
    backUpNow: 'Nu een kopie maken',
    backingUp: 'Er wordt een kopie gemaakt en nagekeken…',
    made: 'Kopie gemaakt en nagekeken',
    messages_one: '{{count}} bericht',
    messages_other: '{{count}} berichten',
    kind: {
      day: 'dagelijks',
      asked: 'door jou gevraagd',
      update: 'voor een nieuwe versie',
      restore: 'van voor het terugzetten',
      damaged: 'beschadigd, bewaard zoals gevonden',
    },
    restore: 'Terugzetten…',
    restoreOf: 'Kopie van {{when}} terugzetten…',
    restoreTitle: 'Deze kopie terugzetten?',
    restoreWhich: 'Kopie van {{when}}, met {{messages}}.',
    restoreSync: 'Post die daarna kwam, haalt Balie opnieuw op bij je mailserver.',
    restoreDecisions: 'Wat je daarna besliste (afgehandeld, uitgesteld, “antwoord voor”) staat weer zoals toen.',
    restoreOutbox: 'Antwoorden die je daarna schreef, blijven. Er wordt niets dubbel verstuurd.',
    restoreKept: 'Wat er nu staat, blijft als kopie bewaard. Je kunt dus terug.',
    restoreYes: 'Terugzetten',
    restoring: 'De kopie wordt teruggezet. Balie opent zo dadelijk opnieuw…',
    retention: 'Oude gesprekken',
    retentionLabel: 'Tekst en bijlagen van afgehandelde gesprekken',
    keepAll: 'Alles bewaren',
    afterYears_one: 'Wissen na {{count}} jaar',
    afterYears_other: 'Wissen na {{count}} jaar',
    retentionHelp: 'Wie schreef, wanneer en waarover blijft altijd staan.',
    retentionTitle_one: 'Tekst en bijlagen wissen na {{count}} jaar?',
    retentionTitle_other: 'Tekst en bijlagen wissen na {{count}} jaar?',
    retentionFigure:
      'Vandaag geldt dat voor {{conversations}} gesprekken met {{messages}} berichten, samen {{size}}. Wat later zo oud wordt, volgt vanzelf.',
    retentionNothing: 'Vandaag is er nog niets zo oud. Wat later zo oud wordt, volgt vanzelf.',
    retentionGone:
      'Gewist is gewist: Balie kan het niet terughalen. In reservekopieën staat het nog tot die vervangen zijn. Op je mailserver verandert er niets.',
    fiscal:
      'Kijk eerst wat je moet bewaren. Zakelijke administratie bewaar je in Nederland 7 jaar (10 jaar bij onroerend goed) en in België 10 jaar (sinds 2023). Offertes, bestellingen en facturen in je mail horen daar vaak bij.',
    retentionYes: 'Wissen inschakelen',
    retentionShort: 'Wat je koos, is korter dan dat.',
    news: {
      restoredDamaged: 'Het gegevensbestand was beschadigd. Balie zette de kopie van {{from}} terug, met {{messages}}.',
      restoredGone: 'Het gegevensbestand was weg of leeg. Balie zette de kopie van {{from}} terug, met {{messages}}.',
      restoredOwner: 'De kopie van {{from}} is teruggezet, met {{messages}}.',
      rebuilt:
        'Het gegevensbestand was beschadigd en er was geen kopie. Balie maakte een nieuw bestand van alles wat nog te lezen was: {{messages}}.',
      changesMissing:
        'Het bestand met je laatste wijzigingen is weg of ingekort. Wat je na {{since}} deed, kan ontbreken; nieuwe post wordt opnieuw opgehaald.',
      exchanged:
        'Op de plaats van je gegevens staat een ander bestand van Balie dan bij het sluiten. Balie gaat daarmee verder.',
      mail: 'Post die daarna kwam, wordt opnieuw opgehaald. Wat je daarna besliste (afgehandeld, uitgesteld), kan ontbreken.',
      saved_one: '{{count}} antwoord uit je postvak uit is gered.',
      saved_other: '{{count}} antwoorden uit je postvak uit zijn gered.',
      doubtful_one:
        'Van {{count}} antwoord weet Balie niet of het vertrok: het wordt in Verzonden opgezocht, en anders aan jou gevraagd.',
      doubtful_other:
        'Van {{count}} antwoorden weet Balie niet of ze vertrokken: ze worden in Verzonden opgezocht, en anders aan jou gevraagd.',
      outboxUnread:
        'Het postvak uit van na die kopie was niet te lezen: kijk in Verzonden na wat je het laatst beantwoordde.',
      kept: 'Wat er stond, blijft bewaard als {{name}}.',
      read: 'Gelezen',
      see: 'Naar de reservekopieën',
    },
  },
} as const;
