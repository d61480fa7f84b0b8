// Dutch words of the availability switch: open, closed, away.
export const availability = {
  availability: {
    label: 'Ben je er?',
    change: 'wijzigen',
    action: 'Open, gesloten of afwezig…',
    byHours: 'Volgens mijn openingsuren',
    byHoursHelp: 'Balie volgt de openingsuren uit de instellingen.',
    open: 'Nu open',
    openHelp: 'Meldingen komen door tot {{until}}. Termijnen lopen gewoon volgens je openingsuren.',
    closed: 'Nu gesloten',
    closedHelp: 'Tot {{until}}. Wat nog open staat, schuift mee op.',
    awayHelp: 'Vakantie, ziek, onderweg: telt als gesloten, en termijnen wachten tot je terug bent.',
    awayUntil: 'Afwezig tot…',
    back: 'Terug',
  },
} as const;
