// Saved replies of the fixture desk: a few of the joiner's own, one with a file, what was learned of one, and one that is proposed.
import type {
  CANNED_COMMANDS,
  CannedCsvOutlook,
  CannedProposal,
  CannedReply,
  LearnedCanned,
} from '../../main/contract/canned.ts';
import type { CommandArgs, CommandValue } from '../../main/contract/commands.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { QueueItem } from '../../main/contract/views.ts';
import { chooseVariant, fillTemplate } from '../../main/domain/canned/fill.ts';
import { createFitting } from '../../main/domain/canned/fitting.ts';
import { DAY_MS } from '../../main/domain/instant.ts';
import { createOpenTime } from '../../main/domain/office-hours/open-time.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

const own = (id: number, given: Partial<CannedReply> & Pick<CannedReply, 'code' | 'title' | 'texts'>): CannedReply => ({
  id,
  tags: [],
  files: [],
  usedCount: 0,
  lastUsedAt: null,
  ...given,
});

const CANNED: readonly CannedReply[] = [
  own(1, {
    code: 'offerte',
    title: 'Offerte komt eraan',
    tags: ['offerte'],
    texts: {
      nl: 'Dag {{klant.voornaam}},\n\nBedankt voor je aanvraag. Je krijgt de offerte uiterlijk {{?Tegen wanneer}}.\n\nVriendelijke groet,\nTom Claes',
      en: 'Hello {{klant.voornaam}},\n\nThank you for your request.',
    },
    files: [{ id: 1, fileName: 'Algemene voorwaarden.pdf', contentType: 'application/pdf', size: 184_320 }],
    usedCount: 42,
    lastUsedAt: FIXTURE_NOW - DAY_MS,
  }),
  own(2, {
    code: 'opmeten',
    title: 'Afspraak om op te meten',
    tags: ['afspraak'],
    texts: {
      nl: 'Dag {{klant.voornaam}},\n\nWe komen graag opmeten. Past het je op {{?Welke dag en welk uur}}?\n\nTot dan,\nTom',
    },
    usedCount: 31,
    lastUsedAt: FIXTURE_NOW - 3 * DAY_MS,
  }),
  own(3, {
    code: 'klacht',
    title: 'Klacht ontvangen',
    tags: ['klacht'],
    texts: {
      nl: 'Dag {{klant.voornaam}},\n\nHet spijt me dat het misliep. Ik kijk het vandaag na en bel je op {{klant.telefoon}}.\n\nTom Claes',
    },
    usedCount: 9,
    lastUsedAt: FIXTURE_NOW - 20 * DAY_MS,
  }),
  own(4, {
    code: 'bedankt',
    title: 'Bedankt voor je bestelling',
    texts: { nl: 'Dag {{klant.voornaam}},\n\nBedankt voor je bestelling! We gaan ermee aan de slag.\n\nTom' },
    usedCount: 18,
    lastUsedAt: FIXTURE_NOW - 2 * DAY_MS,
  }),
];

const PROPOSAL: CannedProposal = {
  id: 1,
  language: 'nl',
  title: 'Uw tafel is klaar en kan',
  code: 'tafel',
  text: 'Dag {{contact.first_name | ""}},\n\nUw tafel is klaar en kan vanaf {{?Welke dag}} opgehaald worden in het atelier. Breng zeker een deken mee, dan blijft het blad mooi.\n\nVriendelijke groet\n{{my.name | ""}}',
  sources: [
    { message: 101, conversation: 1, who: 'Sofie Vermeulen', at: FIXTURE_NOW - 2 * DAY_MS },
    { message: 201, conversation: 2, who: 'Pieter De Backer', at: FIXTURE_NOW - 9 * DAY_MS },
    { message: 301, conversation: 3, who: 'An Willems', at: FIXTURE_NOW - 16 * DAY_MS },
  ],
};

const OUTLOOK: CannedCsvOutlook = {
  added: [
    { line: 2, code: 'garantie', title: 'Garantie op maatwerk' },
    { line: 3, code: 'onderhoud', title: 'Eik onderhouden' },
  ],
  changed: [{ line: 4, code: 'bedankt', title: 'Bedankt voor je bestelling', what: ['nl', 'tags'] }],
  same: 3,
  unreadable: [{ line: 7, why: 'too-many-columns', said: 'levering' }],
};

const openDay = [['09:00', '17:00']] as const;
const OPEN_TIME = createOpenTime({
  zone: 'Europe/Brussels',
  week: { mon: openDay, tue: openDay, wed: openDay, thu: openDay, fri: openDay, sat: [], sun: [] },
  closures: [],
  holidays: [],
});

type Names = keyof typeof CANNED_COMMANDS;
type Deps = {
  readonly items: () => readonly QueueItem[];
  readonly said: (conversation: number) => string;
  readonly changed: () => void;
};

export function createFixtureCanned({ items, said, changed }: Deps): {
  readonly [Name in Names]: (args: CommandArgs<Name>) => Result<CommandValue<Name>>;
} {
  let canned = [...CANNED];
  let aside: readonly CannedReply[] = [];
  let files = 10;
  let answered: 'saved' | 'refused' | null = null;
  let learned: readonly LearnedCanned[] = [
    { id: 2, title: 'Afspraak om op te meten', answers: 6, words: ['inbouwkast', 'opmeten', 'trap', 'nis', 'maten'] },
  ];
  const change = (id: number, part: Partial<CannedReply>): Result<null> => {
    canned = canned.map((reply) => (reply.id === id ? { ...reply, ...part } : reply));
    return ok(null);
  };
  return {
    'canned.list': () => ok(canned),
    'canned.save': ({ id, ...draft }) => {
      const taken = canned.find(({ code }) => code === draft.code.toLowerCase());
      if (taken !== undefined && taken.id !== id) {
        return failed('already-exists', 'user', 'taken', { what: `/${draft.code}` });
      }
      const texts = Object.fromEntries(Object.entries(draft.texts).filter(([, text]) => text !== undefined));
      const before = canned.find((reply) => reply.id === id);
      const reply = own(before?.id ?? canned.length + aside.length + 1, { ...before, ...draft, texts });
      canned = [...canned.filter((one) => one.id !== reply.id), reply];
      return ok(reply);
    },
    'canned.remove': ({ id }) => {
      aside = [...aside, ...canned.filter((reply) => reply.id === id)];
      canned = canned.filter((reply) => reply.id !== id);
      return ok(null);
    },
    'canned.bringBack': ({ id }) => {
      const reply = aside.find((one) => one.id === id);
      if (reply === undefined) return failed('not-found', 'never', 'fixture');
      canned = [...canned, reply];
      return ok(reply);
    },
    'canned.fill': ({ id, conversation, to = null, answers, language = null }) => {
      const reply = canned.find((one) => one.id === id);
      const item = conversation === null ? undefined : items()[conversation - 1];
      const variant = reply === undefined ? null : chooseVariant(reply.texts, language ?? 'nl');
      if (variant === null) return failed('not-found', 'never', 'fixture');
      const facts = {
        language: variant.language,
        contact: to ?? { name: item?.who ?? '', address: item?.address ?? '' },
        subject: item?.subject ?? '',
        receivedAt: FIXTURE_NOW,
        commitmentAt: null,
        replyBy: null,
        channel: item?.channel ?? 'email',
      } as const;
      const desk = { me: { name: 'Tom Claes', phone: '09 123 45 67' }, now: FIXTURE_NOW, openTime: OPEN_TIME };
      return ok({ ...fillTemplate(variant, facts, desk, answers), language: variant.language });
    },
    'canned.fitting': ({ conversation }) =>
      ok(createFitting(canned)(said(conversation)).map(({ reply, words }) => ({ id: reply.id, words }))),
    'canned.addFile': ({ id, fileName, contentType, bytes }) => {
      files += 1;
      const file = { id: files, fileName, contentType, size: bytes.byteLength };
      change(id, { files: [...(canned.find((reply) => reply.id === id)?.files ?? []), file] });
      return ok(file);
    },
    'canned.removeFile': ({ file }) => {
      canned = canned.map((reply) => ({ ...reply, files: reply.files.filter(({ id }) => id !== file) }));
      return ok(null);
    },
    'canned.attach': ({ id }) =>
      ok(
        (canned.find((reply) => reply.id === id)?.files ?? []).map(({ id: file, fileName, contentType, size }) => ({
          id: file,
          fileName,
          contentType,
          size,
          contentId: null,
        })),
      ),
    'canned.csv': () => ok(''),
    'canned.lookAtCsv': () => ok(OUTLOOK),
    'canned.importCsv': () => ok(OUTLOOK),
    'canned.undoCsv': () => ok(null),
    'canned.learned': () => ok(learned),
    'canned.forgetLearned': ({ id }) => {
      learned = id === null ? [] : learned.filter((one) => one.id !== id);
      return ok(learned);
    },
    'canned.proposals': () => ok(answered === null ? [PROPOSAL] : []),
    'canned.sayOfProposal': ({ said: word }) => {
      answered = word;
      changed();
      return ok(null);
    },
  };
}
