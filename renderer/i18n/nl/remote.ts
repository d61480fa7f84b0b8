// Dutch words for what a mail would fetch from elsewhere, where its links lead, and who it is really from.
export const remote = {
  pictures: {
    blocked_one: '{{count}} afbeelding van buiten niet geladen.',
    blocked_other: '{{count}} afbeeldingen van buiten niet geladen.',
    spies_one: '{{count}} spionpixel tegengehouden.',
    spies_other: '{{count}} spionpixels tegengehouden.',
    once: 'Eén keer tonen',
    always: 'Altijd van deze afzender',
    alwaysDomain: 'Altijd van iedereen @{{domain}}',
    isAlwaysDomain: 'Afbeeldingen van iedereen {{sender}} worden altijd getoond.',
    everybody: 'iedereen {{domain}}',
    isAlways: 'Afbeeldingen van {{sender}} worden altijd getoond.',
    stop: 'Niet meer',
    loading: 'Afbeeldingen worden opgehaald…',
    failed_one: '{{count}} afbeelding kon niet veilig getoond worden.',
    failed_other: '{{count}} afbeeldingen konden niet veilig getoond worden.',
    onPaper: 'Op wit papier',
    inTheme: 'In donkere kleuren',
    settings: 'Afbeeldingen van buiten',
    settingsHelp: 'Van deze afzenders toont Balie afbeeldingen altijd, zolang je mailserver voor hen instaat.',
    noSenders: 'Nog van niemand. Kies bij een mail “Altijd van deze afzender”.',
    forget: '{{sender}}: niet meer altijd tonen',
  },
  link: {
    title: 'Eerst even kijken waar deze link heen gaat',
    goesTo: 'De link gaat naar',
    whole: 'Het hele adres',
    via: 'via {{via}}',
    open: 'Toch openen',
    leave: 'Niet openen',
    dead: 'Balie opent deze link niet: het is geen web-, mail- of telefoonlink.',
    concern: {
      otherSite: 'In de tekst staat {{shown}}, maar de link gaat naar {{goes}}.',
      otherAddress: 'In de tekst staat {{shown}}, maar de mail zou naar {{goes}} gaan.',
      disguised: 'De naam van de site bevat letters uit een ander alfabet, die op gewone letters lijken.',
      looksLike: 'De naam lijkt sterk op {{known}}, maar is het niet.',
      ipAddress: 'De link heeft geen naam, alleen een nummer. Gewone sites hebben een naam.',
      nameBeforeHost: 'Wat voor het apenstaartje staat ({{pretended}}) is niet de site, al lijkt het zo.',
      shortened: 'Dit is een verkorte link van {{by}}: niemand ziet vooraf waar hij uitkomt.',
    },
  },
  trust: {
    why: 'Waarom?',
    line: {
      'not-from-there': 'Deze mail komt waarschijnlijk niet echt van {{domain}}.',
      'name-is-address': 'De afzender noemt zich {{shown}}, maar schrijft van {{address}}.',
      'own-name': 'De afzender gebruikt jouw naam, maar schrijft van {{address}}.',
      'known-name': 'Je kent {{name}} van een ander adres.',
      'looks-like': '{{domain}} lijkt op {{known}}, maar is het niet.',
      disguised: 'Het adres van de afzender bevat letters die op andere lijken.',
      'house-name': 'De afzender noemt zich “{{name}}”, maar schrijft van {{domain}}.',
      'other-account': 'Let op: een ander rekeningnummer dan eerder, {{account}}.',
      'answers-elsewhere': 'Het gaat over geld, en je antwoord zou naar {{address}} gaan.',
    },
    reason: {
      'not-from-there':
        'Je eigen mailserver controleerde de herkomst en wees ze af ({{failed}}). Soms is het een fout bij de afzender; vaker doet iemand zich voor als een ander.',
      'name-is-address': 'De naam bij een mail kiest de afzender zelf. Alleen het adres erachter telt.',
      'own-name': 'Wie je eigen naam gebruikt, hoopt dat je niet op het adres let.',
      'known-name':
        'Tot nu toe schreef je met: {{known}}. Het kan een privéadres zijn; vraag het na langs een weg die je kent.',
      'looks-like':
        'Eén letter of woord verschil is hoe valse facturen eruitzien. Vergelijk letter voor letter met het adres dat je kent.',
      disguised: 'Zo’n adres leest als een bekende naam, maar is een andere. Antwoord niet voor je het nakeek.',
      'house-name':
        'Banken, overheid, pakketdiensten en grote bedrijven schrijven van hun eigen adres. Ga er zelf heen, niet via een link of nummer in deze mail.',
      'other-account':
        'Tot nu toe was het {{known}}. Valse facturen komen ook uit de echte mailbox van een leverancier. Bel voor je betaalt, op een nummer dat je al had.',
      'answers-elsewhere':
        'De mail komt van {{domain}}, maar wil het antwoord elders. Betaal niets en wijzig geen rekeningnummer voor je gebeld hebt op een nummer dat je al had.',
    },
  },
} as const;
