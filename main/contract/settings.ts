// The owner's settings: one object, each part with its house default. Stored as one row a key, so that a part that a newer
// version added simply takes its default.
import { z } from 'zod';
import { ACK_CHANNELS, ACK_SITUATIONS } from '../domain/acknowledgement/texts.ts';
import { CANNED_LANGUAGES } from '../domain/canned/template.ts';
import { CHANNELS, LANGUAGES, UI_LANGUAGES } from '../domain/conversation/message.ts';
import { FACTOR_NAMES, type FactorName } from '../domain/queue/factor.ts';
import type { SaidAvailability } from '../domain/office-hours/availability.ts';
import { HOLIDAYS } from '../domain/office-hours/holidays.ts';
import { WEEKDAYS, type Weekday } from '../domain/office-hours/office-hours.ts';

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const instant = z.number().int().min(0).max(8_640_000_000_000_000);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const minutes = z
  .number()
  .int()
  .min(1)
  .max(60 * 24 * 60);

export const officeHoursSetting = z.object({
  zone: z.string().min(1).refine(isZone, 'unknown time zone'),
  week: z.record(z.enum(WEEKDAYS), z.array(z.tuple([wallTime, wallTime])).max(12)),
  closures: z.array(z.object({ from: isoDate, until: isoDate, note: z.string().max(200) })).max(500),
  holidays: z.enum(['NL', 'BE', 'none']),
  /** Where the owner does otherwise than the law: true is closed. */
  holidayChoice: z.partialRecord(z.enum(HOLIDAYS), z.boolean()).optional(),
  /** When the owner was, or is, closed or away by his own word; set by the switch, kept for the waits of that time. */
  absences: z
    .array(z.object({ from: instant, until: instant, as: z.enum(['closed', 'away']) }))
    .max(200)
    .optional(),
});

/** After how many years the text of a conversation that is done is removed. */
export const retentionYears = z.number().int().min(1).max(30);

/** Working minutes within which a first and a next answer are due. */
const target = z.object({
  firstMinutes: minutes,
  nextMinutes: minutes,
  /** So many hours by the clock after a customer's last message the network takes no answer any more. Absent or null: always. */
  windowHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .nullable()
    .optional(),
});

/** Only what the owner wrote otherwise than Balie does. */
const acknowledgementTexts = z.partialRecord(
  z.enum(ACK_CHANNELS),
  z.partialRecord(z.enum(ACK_SITUATIONS), z.partialRecord(z.enum(CANNED_LANGUAGES), z.string().max(4_000))),
);

export const settingsSchema = z.object({
  language: z.enum([...UI_LANGUAGES, 'system']),
  theme: z.enum(['system', 'light', 'dark']),
  officeHours: officeHoursSetting,
  /** Open against the hours, up to that instant. */
  availability: z.object({ openUntil: instant.nullable() }),
  targets: z.record(z.enum(CHANNELS), target),
  weights: z.record(z.enum(FACTOR_NAMES), z.number().min(0).max(5)),
  /** Labels of customers who go first in the queue; lower case. */
  tagsFirst: z.array(z.string().min(1).max(40)).max(30).readonly(),
  /** Promises found in own answers: shown and asked about, or watched at once. */
  commitments: z.object({ watch: z.enum(['ask', 'by-itself']) }),
  undoSeconds: z.number().int().min(5).max(60),
  me: z.object({ name: z.string().max(120), phone: z.string().max(60) }),
  /** Below a letter: the one for its own address and language, else the one that fits closest. null: for all of them. */
  signatures: z
    .array(
      z.object({
        /** Lower case. */
        address: z.string().max(320).nullable(),
        language: z.enum(LANGUAGES).nullable(),
        text: z.string().max(4_000),
      }),
    )
    .max(100),
  notifications: z.object({
    enabled: z.boolean(),
    hideContent: z.boolean(),
    outsideOfficeHours: z.boolean(),
  }),
  /** No notifications before this instant; what falls due waits. */
  pausedUntil: instant.nullable(),
  keepInTray: z.boolean(),
  /** The time zone in which the machine was when the owner left his opening hours where they were; null: never asked. */
  travel: z.object({ keptIn: z.string().max(80).nullable() }),
  /** Working days after which an answer that asks for one is missed; 0: never by itself. */
  followUp: z.object({ workingDays: z.number().int().min(0).max(60) }),
  /** Whether they are sent is not a setting but a switch with a week's rehearsal: contract/acknowledgements.ts. */
  acknowledgements: z.object({ perHour: z.number().int().min(1).max(200), texts: acknowledgementTexts }),
  checkEveryMinutes: z.number().int().min(1).max(60),
  /** null: everything is kept. */
  retention: z.object({ years: retentionYears.nullable() }),
  /** By the name of what they do, where the owner chose others; none: no key. Written as the window writes them ("Mod+k", "g r"). */
  keys: z.record(z.string().max(40), z.array(z.string().min(1).max(40)).max(4)),
});
export type Settings = z.infer<typeof settingsSchema>;
export type OfficeHoursSetting = z.infer<typeof officeHoursSetting>;

const shopDay: [string, string][] = [
  ['09:00', '12:30'],
  ['13:30', '17:30'],
];
const week: Record<Weekday, [string, string][]> = {
  mon: shopDay,
  tue: shopDay,
  wed: shopDay,
  thu: shopDay,
  fri: shopDay,
  sat: [],
  sun: [],
};

const HOUR = 60;
// product.md, "The clock", rule 4: mail 8 working hours, messaging 1, sms 1, public comment 2, web form 4.
const messaging = { firstMinutes: HOUR, nextMinutes: HOUR };
const publicComment = { firstMinutes: 2 * HOUR, nextMinutes: 2 * HOUR };
const mail = { firstMinutes: 8 * HOUR, nextMinutes: 8 * HOUR };

export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  officeHours: { zone: 'Europe/Amsterdam', week, closures: [], holidays: 'NL' },
  availability: { openUntil: null },
  targets: {
    email: mail,
    webform: { firstMinutes: 4 * HOUR, nextMinutes: 8 * HOUR },
    phone: mail,
    counter: mail,
    whatsapp: messaging,
    sms: messaging,
    marktplaats: messaging,
    linkedin: mail,
    tweedehands: messaging,
    airbnb: messaging,
    booking: messaging,
    etsy: mail,
    'google-review': publicComment,
    facebook: messaging,
    instagram: messaging,
    telegram: messaging,
    voicemail: mail,
  },
  weights: Object.fromEntries(FACTOR_NAMES.map((name) => [name, 1])) as Record<FactorName, number>,
  tagsFirst: [],
  commitments: { watch: 'ask' },
  undoSeconds: 10,
  me: { name: '', phone: '' },
  signatures: [],
  notifications: { enabled: true, hideContent: false, outsideOfficeHours: false },
  pausedUntil: null,
  keepInTray: true,
  travel: { keptIn: null },
  // product.md, "The clock", rule 11.
  followUp: { workingDays: 3 },
  acknowledgements: { perHour: 20, texts: {} },
  checkEveryMinutes: 5,
  retention: { years: null },
  keys: {},
};

/** What the owner said with the availability switch, where it is kept. */
export const saidIn = ({
  officeHours,
  availability,
}: Pick<Settings, 'officeHours' | 'availability'>): SaidAvailability => ({
  absences: officeHours.absences ?? [],
  openUntil: availability.openUntil,
});

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
