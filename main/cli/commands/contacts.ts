// `balie contacts`: everybody the desk knows, the card of one, files of cards, and who is the same as whom.
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ContactCard, ContactRow } from '../../contract/contacts.ts';
import { failed } from '../../contract/errors.ts';
import { importWords, noContacts, sameReasonWords } from '../../contract/text/contact-words.ts';
import { shownAddress } from '../../domain/contact/way.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { iso, isoOrNull } from '../as-json.ts';
import { SWITCH, TEXT, type CliCommand } from '../command.ts';
import { said } from '../outcome.ts';
import { countOf, textOf } from '../read-words.ts';

const ALL = 100_000;
const A_SCREENFUL = 40;
const MOST_PAIRS = 500;

export const contacts: CliCommand = {
  name: 'contacts',
  usage: '[TEXT] [--tag LABEL] [--limit N]',
  does: {
    nl: 'Toont je contacten op achternaam: wie schreef, en wie je zelf toevoegde.',
    en: 'Shows your contacts by last name: whoever wrote, and whom you added yourself.',
  },
  options: { tag: TEXT, limit: TEXT },
  fewest: 0,
  most: 1,
  run: (context, [text = ''], values) =>
    context.atDesk('beside', async (engine, language) => {
      const limit = Math.min(ALL, countOf(values, 'limit', context.isJson ? ALL : A_SCREENFUL));
      const page = await engine.call('contact.list', { text, tag: textOf(values, 'tag') ?? '', offset: 0, limit });
      if (!page.ok) return page;
      const { rows } = page.value;
      return said(
        rows.map((row) => ({ ...row, lastAt: isoOrNull(row.lastAt) })),
        rows.length === 0 ? noContacts(language) : rows.map(rowText).join('\n'),
      );
    }),
};

export const contactShow: CliCommand = {
  name: 'contacts show',
  usage: 'ADDRESS',
  does: { nl: 'Toont de kaart van een klant.', en: 'Shows the card of a customer.' },
  options: {},
  fewest: 1,
  most: 1,
  run: (context, [address = '']) =>
    context.atDesk('beside', async (engine, language) => {
      const card = await engine.call('contact.card', { address });
      return card.ok ? said(cardJson(card.value), cardText(card.value, language)) : card;
    }),
};

export const contactDuplicates: CliCommand = {
  name: 'contacts duplicates',
  usage: '[--limit N]',
  does: {
    nl: 'Toont wie misschien tweemaal in je contacten staat, en waarom.',
    en: 'Shows who may be in your contacts twice, and why.',
  },
  options: { limit: TEXT },
  fewest: 0,
  most: 0,
  run: (context, _words, values) =>
    context.atDesk('beside', async (engine, language) => {
      const limit = Math.min(MOST_PAIRS, countOf(values, 'limit', MOST_PAIRS));
      const found = await engine.call('contact.duplicates', { limit });
      if (!found.ok) return found;
      const lines = found.value.pairs.map(
        ({ one, other, reason }) =>
          `${one.name} ${one.address}  ${other.name} ${other.address}  ${sameReasonWords(language, reason)}`,
      );
      return said(found.value, lines.join('\n'));
    }),
};

export const contactImport: CliCommand = {
  name: 'contacts import',
  usage: 'FILE [--dry-run]',
  does: {
    nl: 'Leest een adresboek in (vCard 2.1, 3.0 of 4.0). Met --dry-run zegt het alleen wat ervan zou komen.',
    en: 'Reads in an address book (vCard 2.1, 3.0 or 4.0). With --dry-run it only says what would come of it.',
  },
  options: { 'dry-run': SWITCH },
  fewest: 1,
  most: 1,
  run: (context, [file = ''], values) =>
    context.atDesk('beside', async (engine, language) => {
      const isRehearsal = values['dry-run'] === true;
      const taken = await engine.call('contact.import', { path: resolve(file), isRehearsal });
      return taken.ok
        ? said({ ...taken.value, dryRun: isRehearsal }, importWords(language, taken.value, isRehearsal))
        : taken;
    }),
};

export const contactExport: CliCommand = {
  name: 'contacts export',
  usage: '[--contact ADDRESS] [--out FILE]',
  does: {
    nl: 'Schrijft je kaarten, of die van één klant, als vCard 4.0. Zonder --out naar het scherm.',
    en: 'Writes your cards, or that of one customer, as vCard 4.0. Without --out to the screen.',
  },
  options: { contact: TEXT, out: TEXT },
  fewest: 0,
  most: 0,
  run: (context, _words, values) =>
    context.atDesk('beside', async (engine) => {
      const cards = await engine.call('contact.vcards', { address: textOf(values, 'contact') });
      if (!cards.ok) return cards;
      const out = textOf(values, 'out');
      const count = cards.value.match(/^BEGIN:VCARD\r$/gm)?.length ?? 0;
      if (out === null) return said({ cards: count, vcard: cards.value }, cards.value.trimEnd());
      const file = resolve(out);
      if (existsSync(file)) return failed('already-exists', 'user', file, { what: file });
      writeFileSync(file, cards.value, { mode: 0o600 });
      return said({ cards: count, file }, `${file}: ${count}`);
    }),
};

export const contactMerge: CliCommand = {
  name: 'contacts merge',
  usage: 'ADDRESS OTHER',
  does: {
    nl: 'Zegt dat twee adressen van dezelfde persoon zijn. `contacts split` maakt dat ongedaan.',
    en: 'Says that two addresses are of the same person. `contacts split` undoes that.',
  },
  options: {},
  fewest: 2,
  most: 2,
  run: (context, [address = '', other = '']) =>
    context.atDesk('beside', async (engine, language) => {
      const merged = await engine.call('contact.merge', { address, other });
      const card = merged.ok ? await engine.call('contact.card', { address }) : merged;
      return card.ok ? said(cardJson(card.value), cardText(card.value, language)) : card;
    }),
};

export const contactSplit: CliCommand = {
  name: 'contacts split',
  usage: 'ADDRESS',
  does: {
    nl: 'Haalt uit elkaar wat het laatst werd samengevoegd, zoals het was.',
    en: 'Takes apart what was merged last, as it was.',
  },
  options: {},
  fewest: 1,
  most: 1,
  run: (context, [address = '']) =>
    context.atDesk('beside', async (engine, language) => {
      const before = await engine.call('contact.card', { address });
      if (!before.ok) return before;
      const [newest] = before.value.merges;
      if (newest === undefined) return failed('not-found', 'user', address, { what: address });
      const split = await engine.call('contact.split', { merge: newest.id });
      const card = split.ok ? await engine.call('contact.card', { address }) : split;
      return card.ok ? said(cardJson(card.value), cardText(card.value, language)) : card;
    }),
};

const rowText = ({ name, address, company, tags, conversations }: ContactRow): string =>
  [name, shownAddress(address) === name ? '' : shownAddress(address), company, tags.join(', '), String(conversations)]
    .filter((part) => part !== '')
    .join('  ');

const cardJson = (card: ContactCard) => ({
  ...card,
  firstSeenAt: isoOrNull(card.firstSeenAt),
  history: card.history.map((line) => ({ ...line, lastAt: iso(line.lastAt) })),
  commitments: card.commitments.map(({ id, words, dueAt, state }) => ({ id, words, due: iso(dueAt), state })),
  merges: card.merges.map((merge) => ({ ...merge, at: iso(merge.at) })),
});

function cardText(card: ContactCard, language: UiLanguage): string {
  const figure = { nl: ['gesprekken', 'min'], en: ['conversations', 'min'] }[language];
  const { minutes, theirMinutes } = card.waits;
  const waits = [minutes, theirMinutes].map((wait) => (wait === null ? '-' : `${Math.round(wait)} ${figure[1]}`));
  return [
    [card.name || card.letters.name || shownAddress(card.address), card.company || card.letters.company]
      .filter((part) => part !== '')
      .join(', '),
    ...card.handles.map(({ shown }) => `  ${shown}`),
    ...(card.tags.length === 0 ? [] : [`  # ${card.tags.join(', ')}`]),
    ...card.fields.map(({ name, value }) => `  ${name}: ${value}`),
    ...(card.note === '' ? [] : card.note.split('\n').map((line) => `  | ${line}`)),
    `  ${card.conversations} ${figure[0]}  ${waits.join(' / ')}`,
    ...card.history.map(({ conversation, subject }) => `  ${conversation}  ${subject}`),
  ].join('\n');
}
