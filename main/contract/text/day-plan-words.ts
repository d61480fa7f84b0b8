// Words of the day plan outside the window: in a calendar file and on the command line.
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Decided } from '../evening.ts';

type DayPlanTexts = {
  readonly answer: (who: string) => string;
  /** For an agenda that others see too. */
  readonly answerSomebody: string;
  readonly noSubject: string;
  readonly planned: string;
  readonly leaving: string;
  readonly waking: string;
  readonly promised: string;
  readonly due: string;
  readonly nothing: string;
  readonly toDecide: (count: number) => string;
  readonly closed: string;
  readonly decided: { readonly [kind in Decided['kind']]: (when: string) => string };
};

export const DAY_PLAN_TEXTS: { readonly [language in UiLanguage]: DayPlanTexts } = {
  nl: {
    answer: (who) => `${who} antwoorden`,
    answerSomebody: 'Klant antwoorden',
    noSubject: '(geen onderwerp)',
    planned: 'Gepland',
    leaving: 'Vertrekt vanzelf',
    waking: 'Komt terug',
    promised: 'Beloofd',
    due: 'Antwoord voor het einde van de dag',
    nothing: 'Niets gepland.',
    toDecide: (count) => `Nog te beslissen: ${count}`,
    closed: 'Alles is beslist, de dag is afgesloten.',
    decided: {
      answer: (when) => `antwoord vertrekt ${when}`,
      plan: (when) => `gepland ${when}`,
      later: (when) => `komt terug ${when}`,
      'reply-by': (when) => `antwoord voor ${when}`,
      'no-answer': () => 'geen antwoord nodig',
      phoned: () => 'gebeld',
      done: () => 'afgehandeld',
      fyi: () => 'naar Ter info',
    },
  },
  en: {
    answer: (who) => `Answer ${who}`,
    answerSomebody: 'Answer a customer',
    noSubject: '(no subject)',
    planned: 'Planned',
    leaving: 'Leaves by itself',
    waking: 'Comes back',
    promised: 'Promised',
    due: 'Due before the day ends',
    nothing: 'Nothing planned.',
    toDecide: (count) => `Still to decide: ${count}`,
    closed: 'Everything is decided, the day is closed.',
    decided: {
      answer: (when) => `answer leaves ${when}`,
      plan: (when) => `planned ${when}`,
      later: (when) => `comes back ${when}`,
      'reply-by': (when) => `reply by ${when}`,
      'no-answer': () => 'no answer needed',
      phoned: () => 'phoned',
      done: () => 'done',
      fyi: () => 'to FYI',
    },
  },
};
