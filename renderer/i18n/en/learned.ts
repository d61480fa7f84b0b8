// English words of what Balie learns, and of why a conversation stands where it stands.
export const learned = {
  why: {
    here: 'Why here?',
  },
  learned: {
    intro:
      'Balie learns from what you do: moved to For information or back, done without an answer, answered soon. That stays on this computer. A message in which a person asks something always stays in the queue.',
    senders: 'Senders',
    noSenders: 'None yet. Whoever you move to For information twice goes there by themselves the next time.',
    setApart_one: 'goes to For information by itself; you moved {{count}} message, last {{when}}',
    setApart_other: 'goes to For information by itself; you moved {{count}} messages, last {{when}}',
    notYet_one: 'moved once, {{when}}; after the second time it goes by itself',
    notYet_other: 'moved {{count}} times, last {{when}}; stays in the queue, as you answered this sender',
    forget: 'Forget this',
    forgetSender: 'Forget what was learned about {{sender}}',
    signs: 'Words and signs',
    noSigns: 'Nothing yet that weighs otherwise with you than with others.',
    less: 'Counts less as a question with you: {{signs}}.',
    more: 'Counts more with you: {{signs}}.',
    bound: 'This only shifts the order within the queue, and never by much. It hides nothing.',
    reset: 'Forget everything…',
    resetTitle: 'Forget everything that Balie learned?',
    resetBody_one:
      'Balie forgets what it learned from {{count}} deed of yours. Conversations stay where they are. This cannot be undone.',
    resetBody_other:
      'Balie forgets what it learned from {{count}} deeds of yours. Conversations stay where they are. This cannot be undone.',
    resetYes: 'Forget everything',
  },
} as const;
