// What stands in the mail that answers an invitation, for who reads it with his own eyes; his agenda reads the part beside it.
import type { CannedLanguage } from '../../domain/canned/template.ts';
import type { InvitationAnswer } from '../../domain/invitation/invitation.ts';

type Words = { readonly subject: string; readonly text: (facts: Facts) => string };
type Facts = { readonly who: string; readonly what: string; readonly when: string };

const about = ({ what, when }: Facts): string => [what, when].filter((part) => part !== '').join('\n');

const WORDS: Readonly<Record<CannedLanguage, Readonly<Record<InvitationAnswer, Words>>>> = {
  nl: {
    accepted: {
      subject: 'Geaccepteerd',
      text: (facts) => `${facts.who} heeft uw uitnodiging geaccepteerd.\n\n${about(facts)}`,
    },
    tentative: {
      subject: 'Misschien',
      text: (facts) => `${facts.who} komt misschien.\n\n${about(facts)}`,
    },
    declined: {
      subject: 'Geweigerd',
      text: (facts) => `${facts.who} kan niet op uw uitnodiging ingaan.\n\n${about(facts)}`,
    },
  },
  en: {
    accepted: {
      subject: 'Accepted',
      text: (facts) => `${facts.who} has accepted your invitation.\n\n${about(facts)}`,
    },
    tentative: { subject: 'Tentative', text: (facts) => `${facts.who} may be coming.\n\n${about(facts)}` },
    declined: {
      subject: 'Declined',
      text: (facts) => `${facts.who} cannot accept your invitation.\n\n${about(facts)}`,
    },
  },
  fr: {
    accepted: {
      subject: 'Accepté',
      text: (facts) => `${facts.who} a accepté votre invitation.\n\n${about(facts)}`,
    },
    tentative: { subject: 'Peut-être', text: (facts) => `${facts.who} viendra peut-être.\n\n${about(facts)}` },
    declined: {
      subject: 'Refusé',
      text: (facts) => `${facts.who} ne peut pas accepter votre invitation.\n\n${about(facts)}`,
    },
  },
};

type ProposalFacts = Facts & {
  /** The moment that it is about now; '' where it names none. */
  readonly instead: string;
  /** What the owner adds, or ''. */
  readonly words: string;
};

const PROPOSALS: Readonly<
  Record<
    CannedLanguage,
    {
      readonly subject: string;
      readonly asks: (who: string) => string;
      readonly now: string;
      readonly proposed: string;
    }
  >
> = {
  nl: {
    subject: 'Ander moment voorgesteld',
    asks: (who) => `${who} stelt voor uw uitnodiging een ander moment voor.`,
    now: 'Uw uitnodiging',
    proposed: 'Voorstel',
  },
  en: {
    subject: 'New time proposed',
    asks: (who) => `${who} proposes another time for your invitation.`,
    now: 'Your invitation',
    proposed: 'Proposal',
  },
  fr: {
    subject: 'Autre moment proposé',
    asks: (who) => `${who} propose un autre moment pour votre invitation.`,
    now: 'Votre invitation',
    proposed: 'Proposition',
  },
};

/** Another moment, proposed to the organiser. `when`: the proposed one. */
export function invitationProposal(
  language: CannedLanguage,
  { who, what, when, instead, words }: ProposalFacts,
): { readonly subject: string; readonly text: string } {
  const said = PROPOSALS[language];
  const moments = [what, ...(instead === '' ? [] : [`${said.now}: ${instead}`]), `${said.proposed}: ${when}`].filter(
    (line) => line !== '',
  );
  return {
    subject: what === '' ? said.subject : `${said.subject}: ${what}`,
    text: [said.asks(who), moments.join('\n'), words].filter((part) => part !== '').join('\n\n'),
  };
}

const LOCALES: Readonly<Record<CannedLanguage, string>> = { nl: 'nl-NL', en: 'en-GB', fr: 'fr-BE' };

/** `what`: the title, '' where there is none. `when`: of one instant with the name of its zone. */
export function invitationReply(
  language: CannedLanguage,
  as: InvitationAnswer,
  facts: Facts,
): { readonly subject: string; readonly text: string } {
  const words = WORDS[language][as];
  return { subject: facts.what === '' ? words.subject : `${words.subject}: ${facts.what}`, text: words.text(facts) };
}

/** "dinsdag 26 mei 2026 om 09:00 CEST". */
export const instantInWords = (language: CannedLanguage, at: number, zone: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(at);

/** `day` as "2026-05-26". */
export const dayInWords = (language: CannedLanguage, day: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(Date.parse(day));
