// The words of an acknowledgement: by channel, by whether we are open, closed or away, and by language; the owner's own where he
// wrote them, else those that come with Balie. How fields are filled is domain/canned.
import { chooseVariant, fillTemplate } from '../canned/fill.ts';
import type { CannedFacts, DeskFacts } from '../canned/facts.ts';
import { readTemplate, type CannedLanguage } from '../canned/template.ts';
import type { Language } from '../conversation/message.ts';
import type { Availability } from '../office-hours/availability.ts';
import { STARTER_TEXTS } from './starter-texts.ts';

export const ACK_CHANNELS = ['email', 'webform'] as const;
export type AckChannel = (typeof ACK_CHANNELS)[number];
export const ACK_SITUATIONS = ['open', 'closed', 'away'] as const;
export type AckSituation = (typeof ACK_SITUATIONS)[number];

export type AckTexts = {
  readonly [channel in AckChannel]?:
    | {
        readonly [situation in AckSituation]?:
          | { readonly [language in CannedLanguage]?: string | undefined }
          | undefined;
      }
    | undefined;
};

export type WrittenAcknowledgement = {
  readonly language: CannedLanguage;
  readonly text: string;
  /** The text names the moment by which an answer comes. */
  readonly namesMoment: boolean;
  /** Fields without a value: it must not go out like this. */
  readonly missing: readonly string[];
};

export const situationOf = ({ kind }: Pick<Availability, 'kind'>): AckSituation => kind;

/** As it stands in the settings: the owner's words, or the starter's where he has none. */
export function acknowledgementText(
  texts: AckTexts,
  channel: AckChannel,
  situation: AckSituation,
  language: CannedLanguage,
): string {
  const own = texts[channel]?.[situation]?.[language];
  return own === undefined || own.trim() === '' ? STARTER_TEXTS[channel][situation][language] : own;
}

export function writeAcknowledgement(
  texts: AckTexts,
  asked: { readonly channel: AckChannel; readonly situation: AckSituation; readonly language: Language | null },
  facts: CannedFacts,
  desk: DeskFacts,
): WrittenAcknowledgement {
  const { language } = chooseVariant(STARTER_TEXTS[asked.channel][asked.situation], asked.language) ?? {
    language: 'nl' as const,
  };
  const template = acknowledgementText(texts, asked.channel, asked.situation, language);
  const filled = fillTemplate({ language, text: template }, facts, desk, {});
  return {
    language,
    text: filled.text.trim(),
    namesMoment: readTemplate(template).some((piece) => piece.kind === 'field' && piece.field === 'reply.by'),
    missing: [...filled.missing, ...filled.questions],
  };
}

/**
 * RFC 3834 3.1.5: a brief sign that it is automatic, then what it is about. In the words that Outlook uses, which people and other
 * responders know.
 */
export function acknowledgementSubject(subject: string, language: CannedLanguage): string {
  const sign = { nl: 'Automatisch antwoord', en: 'Automatic reply', fr: 'Réponse automatique' }[language];
  return subject.trim() === '' ? sign : `${sign}: ${subject.trim()}`;
}
