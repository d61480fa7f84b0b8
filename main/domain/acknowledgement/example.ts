// An acknowledgement as it would be now, for a customer who is made up: what the settings show while the owner writes, and what the
// trial run sends him.
import type { CannedLanguage } from '../canned/template.ts';
import { HOUR_MS, type Instant } from '../instant.ts';
import type { OpenTime } from '../office-hours/open-time.ts';
import { createOpenTime } from '../office-hours/open-time.ts';
import { replyByFor } from '../reply-by/reply-by.ts';
import { statedMoment } from './stated-moment.ts';
import {
  acknowledgementSubject,
  writeAcknowledgement,
  type AckChannel,
  type AckSituation,
  type AckTexts,
  type WrittenAcknowledgement,
} from './texts.ts';

export type ExampleWish = {
  readonly channel: AckChannel;
  readonly situation: AckSituation;
  readonly language: CannedLanguage;
};

export type Example = WrittenAcknowledgement & {
  /** What the customer wrote about, and how the letter calls itself. */
  readonly asked: string;
  readonly subject: string;
  readonly statedAt: Instant | null;
};

const ASKED: { readonly [language in CannedLanguage]: string } = {
  nl: 'Vraag over een bestelling',
  en: 'Question about an order',
  fr: 'Question sur une commande',
};

export function exampleAcknowledgement(
  texts: AckTexts,
  wish: ExampleWish,
  targetMinutes: number,
  me: { readonly name: string; readonly phone: string },
  now: Instant,
  openTime: OpenTime,
): Example {
  // Nobody is away while he writes down what to say when he is: a day like any other a week ahead.
  const hours = wish.situation === 'away' ? awayFrom(now, openTime) : openTime;
  const { replyBy } = replyByFor({ since: now, targetMinutes, hours });
  const statedAt = replyBy === null ? null : statedMoment(replyBy, now, hours);
  const asked = ASKED[wish.language];
  const facts = {
    language: wish.language,
    contact: { name: 'Jan Peeters', address: 'jan@peeters.example' },
    subject: asked,
    receivedAt: now,
    commitmentAt: null,
    replyBy: statedAt,
    channel: wish.channel,
  };
  const written = writeAcknowledgement(texts, wish, facts, { me, now, openTime: hours });
  return { ...written, asked, subject: acknowledgementSubject(asked, wish.language), statedAt };
}

/** As the owner's own absence where there is one. */
function awayFrom(now: Instant, openTime: OpenTime): OpenTime {
  const absences = openTime.absences ?? [];
  if (absences.some(({ as, from, until }) => as === 'away' && from <= now && now < until)) return openTime;
  const back = openTime.openingFrom(openTime.clock.at(now).day + 7) ?? now + 7 * 24 * HOUR_MS;
  return createOpenTime({
    zone: openTime.zone,
    week: openTime.week,
    closures: openTime.closures,
    holidays: openTime.holidays,
    absences: [...absences, { from: now, until: back, as: 'away' }],
  });
}
