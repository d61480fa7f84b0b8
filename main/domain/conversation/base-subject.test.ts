import { expect, test } from 'vitest';
import { baseSubject, hasReplyMark } from './base-subject.ts';

test.each([
  ['Re: offerte', 'offerte'],
  ['RE: AW: Antw: offerte', 'offerte'],
  ['Betr: Fwd: WG: offerte', 'offerte'],
  ['Re[2]: Re(3): RE^4: offerte', 'offerte'],
  ['TR : devis', 'devis'],
  ['回复：报价', '报价'],
  ['ΑΠ: προσφορά', 'προσφορά'],
  ['Továbbítás: ajánlat', 'ajánlat'],
  ['İLT: teklif', 'teklif'],
  ['  Re:   twee   blanks ', 'twee blanks'],
  ['offerte (fwd)', 'offerte'],
  ['Re: [lijst] vraag', '[lijst] vraag'],
  ['Re:', ''],
])('%s is about "%s"', (subject, base) => {
  expect(baseSubject(subject)).toBe(base);
});

test.each(['Regenjas: maat M', 'Rekening 12', 'Prijs: 12 euro', 'Aw nee', 'Re actie nodig', 'Invoice: 12', 'r'])(
  '"%s" only begins like a mark',
  (subject) => {
    expect(baseSubject(subject)).toBe(subject);
    expect(hasReplyMark(subject)).toBe(false);
  },
);
