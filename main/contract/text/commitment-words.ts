// A promise in words: how it stands and why. Shared by window and command line.
import type { Closing } from '../../domain/commitment/standing.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { CommitmentView, LedgerPart } from '../commitments.ts';

type CommitmentTexts = {
  readonly parts: { readonly [part in LedgerPart]: string };
  readonly closings: { readonly [closing in Closing]: string };
  readonly broken: string;
  readonly open: string;
  readonly proposed: string;
  readonly unconfirmed: string;
  readonly said: (words: string) => string;
};

const TEXTS: { readonly [language in UiLanguage]: CommitmentTexts } = {
  nl: {
    parts: { open: 'Open', proposed: 'Te bevestigen', kept: 'Gehouden', dropped: 'Vervallen' },
    closings: {
      answered: 'je antwoordde',
      moved: 'verplaatst: je beloofde opnieuw',
      done: 'afgehandeld',
      phoned: 'gebeld',
      'no-answer': 'geen antwoord nodig',
      'set-apart': 'opzijgezet',
      owner: 'door jou aangeduid',
      'not-sent': 'het antwoord vertrok niet',
    },
    broken: 'niet gehouden',
    open: 'bewaakt',
    proposed: 'nog niet bevestigd',
    unconfirmed: 'nooit bevestigd',
    said: (words) => `beloofd: “${words}”`,
  },
  en: {
    parts: { open: 'Open', proposed: 'To confirm', kept: 'Kept', dropped: 'Let go' },
    closings: {
      answered: 'you answered',
      moved: 'moved: you promised again',
      done: 'done',
      phoned: 'phoned',
      'no-answer': 'no answer needed',
      'set-apart': 'set apart',
      owner: 'marked by you',
      'not-sent': 'the answer did not leave',
    },
    broken: 'not kept',
    open: 'watched',
    proposed: 'not confirmed yet',
    unconfirmed: 'never confirmed',
    said: (words) => `promised: “${words}”`,
  },
};

export const ledgerPartName = (language: UiLanguage, part: LedgerPart): string => TEXTS[language].parts[part];

/** "beloofd: “Vrijdag laat ik u iets weten.”" */
export const promisedWords = (language: UiLanguage, words: string): string => TEXTS[language].said(words);

/** How it stands: "bewaakt", "niet gehouden", "je antwoordde". */
export function standingWords(
  language: UiLanguage,
  { state, because, dueAt }: Pick<CommitmentView, 'state' | 'because' | 'dueAt'>,
  now: number,
): string {
  const texts = TEXTS[language];
  switch (state) {
    case 'open':
      return dueAt <= now ? texts.broken : texts.open;
    case 'proposed':
      return texts.proposed;
    case 'lapsed':
      return texts.unconfirmed;
    case 'kept':
    case 'moved':
    case 'dropped':
      return because === null ? '' : texts.closings[because];
  }
}
