// English words of the availability switch: open, closed, away.
export const availability = {
  availability: {
    label: 'Are you there?',
    change: 'change',
    action: 'Open, closed or away…',
    byHours: 'By my office hours',
    byHoursHelp: 'Balie follows the office hours in the settings.',
    open: 'Open now',
    openHelp: 'Notifications come through until {{until}}. Deadlines keep to your office hours.',
    closed: 'Closed now',
    closedHelp: 'Until {{until}}. What is still open moves along.',
    awayHelp: 'Holiday, ill, on the road: counts as closed, and deadlines wait until you are back.',
    awayUntil: 'Away until…',
    back: 'Back',
  },
} as const;
