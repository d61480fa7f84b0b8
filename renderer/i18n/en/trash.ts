// English texts of what is thrown away.
import type { Texts } from '../nl/nl.ts';

export const trash: Pick<Texts, 'trash'> = {
  trash: {
    title: 'Trash',
    intro: 'Deleted conversations stay here for thirty days; then they leave this computer for good.',
    empty: 'The trash is empty.',
    delete: 'Delete',
    deleteKey: 'Delete, or put back from the trash',
    putBack: 'Put back',
    putBackWhose: 'Put back: {{who}}',
    until: 'until {{when}}',
    line: 'This conversation is in the trash, and goes for good on {{when}}.',
    notice: 'Conversation with {{who}} deleted',
    noticeBack: 'Conversation with {{who}} is back in its place',
    more: 'Show more',
  },
};
