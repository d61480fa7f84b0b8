// What the world really writes: endless names and words, other scripts, no subject at all, tables wider than any window, and
// a conversation of three hundred messages.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../main/domain/instant.ts';
import type { Story } from './fixture-stories.ts';

const column = '<td style="white-space:nowrap">Breedte 1.240 mm, hoogte 1.650 mm</td>';

export const EXTREMES: readonly Story[] = [
  {
    section: 'overdue',
    who: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft m.b.H. & Co. KG',
    address: `${'heel-lang-'.repeat(6)}adres@${'afdeling-'.repeat(6)}voorbeeld.example`,
    subject: `Een onderwerp dat maar niet ophoudt: ${'en dan nog iets '.repeat(20)}`,
    text: `${'w'.repeat(2_000)}\n\nhttps://voorbeeld.example/${'pad/'.repeat(300)}`,
    agoMs: 30 * HOUR_MS,
    dueMs: -3 * DAY_MS,
    files: [{ name: `${'bijlage-'.repeat(25)}.pdf`, size: 1, type: 'application/pdf' }],
    isUnread: true,
  },
  {
    section: 'now',
    who: '',
    address: 'niemand@voorbeeld.example',
    subject: '',
    text: '',
    agoMs: HOUR_MS,
    dueMs: HOUR_MS,
  },
  {
    section: 'now',
    who: 'شركة الأخشاب',
    address: 'info@akhshab.example',
    subject: 'طلب عرض سعر 👩‍👩‍👧‍👦🪵🔨',
    text: 'مرحبا،\n\nأرغب في عرض سعر لخزانة (3,20 m) من فضلك.\n\nשלום 👋🏽 🇧🇪',
    agoMs: 2 * HOUR_MS,
    dueMs: 2 * HOUR_MS,
  },
  {
    section: 'soon',
    who: 'Brede Tabel',
    address: 'breed@voorbeeld.example',
    subject: 'De hele lijst met ramen',
    text: 'Zie de tabel.',
    html: `<p>Zie de tabel.</p><table><tr>${column.repeat(30)}</tr></table><p>${'x'.repeat(2_000)}</p>`,
    agoMs: 3 * HOUR_MS,
    dueMs: DAY_MS,
  },
  {
    section: 'soon',
    who: 'Vaste Schrijver',
    address: 'vaak@voorbeeld.example',
    subject: 'Onze lange briefwisseling',
    text: 'Dit is het nieuwste bericht.',
    agoMs: 5 * MINUTE_MS,
    dueMs: DAY_MS,
    earlier: Array.from({ length: 299 }, (_, index) => ({
      isOurs: index % 2 === 1,
      text: `Bericht ${index + 1}.\n\nNog een regel, en nog een regel.`,
      agoMs: (300 - index) * HOUR_MS,
    })),
  },
];
