// Dutch words of what Balie learns, and of why a conversation stands where it stands.
export const learned = {
  why: {
    here: 'Waarom hier?',
  },
  learned: {
    intro:
      'Balie leert van wat je doet: naar Ter info of terug, klaar zonder antwoord, snel beantwoord. Dat blijft op deze computer. Een bericht waarin een mens iets vraagt, blijft altijd in de wachtrij.',
    senders: 'Afzenders',
    noSenders: 'Nog geen. Wie je twee keer naar Ter info verplaatst, gaat daar de volgende keer vanzelf heen.',
    setApart_one: 'gaat vanzelf naar Ter info; jij verplaatste {{count}} bericht, het laatst {{when}}',
    setApart_other: 'gaat vanzelf naar Ter info; jij verplaatste {{count}} berichten, het laatst {{when}}',
    notYet_one: 'een keer verplaatst, {{when}}; na de tweede keer gaat het vanzelf',
    notYet_other:
      '{{count}} keer verplaatst, het laatst {{when}}; blijft in de wachtrij, want je antwoordde deze afzender',
    forget: 'Vergeet dit',
    forgetSender: 'Vergeet wat Balie leerde over {{sender}}',
    signs: 'Woorden en tekens',
    noSigns: 'Nog niets dat bij jou anders weegt dan bij een ander.',
    less: 'Telt bij jou minder mee als vraag: {{signs}}.',
    more: 'Telt bij jou zwaarder mee: {{signs}}.',
    bound: 'Dit verschuift alleen de volgorde in de wachtrij, en nooit veel. Het verbergt niets.',
    reset: 'Alles vergeten…',
    resetTitle: 'Alles vergeten wat Balie leerde?',
    resetBody_one:
      'Balie vergeet wat het uit {{count}} handeling van je leerde. Gesprekken blijven staan waar ze staan. Dit kan niet ongedaan worden gemaakt.',
    resetBody_other:
      'Balie vergeet wat het uit {{count}} handelingen van je leerde. Gesprekken blijven staan waar ze staan. Dit kan niet ongedaan worden gemaakt.',
    resetYes: 'Alles vergeten',
  },
} as const;
