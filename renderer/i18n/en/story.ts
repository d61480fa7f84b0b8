// English words of the story of a conversation: folding, finding, printing, and the source of a message.
import type { Texts } from '../nl/nl.ts';

export const story: Pick<Texts, 'alsoOpen' | 'story'> = {
  alsoOpen: {
    label: 'Also open',
    due: 'answer by {{when}}',
  },
  story: {
    bar: 'The whole conversation',
    openAll: 'Open all',
    foldAll: 'Fold all',
    find: 'Find',
    print: 'Print',
    findTitle: 'Find in this conversation',
    findCount: '{{at}} of {{total}}',
    findNone: 'Not found',
    findPrevious: 'Previous',
    findNext: 'Next',
    source: 'Source',
    sourceTitle: 'Source of the message',
    sourceKept: 'As Balie keeps it: decoded, and without the stamps it got on the way.',
    sourceOriginal: 'The original, as it was sent.',
    fetchOriginal: 'Fetch the original',
    copy: 'Copy',
    sourceCopied: 'The source is on the clipboard.',
    saveAsEml: 'Save as .eml',
    keyFind: 'Find in the conversation',
    keyPrint: 'Print the conversation',
    keySource: 'Source of the message',
    keyExpand: 'Open or fold all messages',
  },
};
