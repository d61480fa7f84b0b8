import { createInstance } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InvitationView } from '../../../main/contract/invitation.ts';
import { invitation } from '../../i18n/nl/invitation.ts';
import { exceptionWords, occurrenceWords, type Reader } from './series-words.ts';

let reader: Reader;
beforeAll(async () => {
  const i18n = createInstance();
  await i18n.init({ lng: 'nl', resources: { nl: { translation: invitation } }, interpolation: { escapeValue: false } });
  reader = { t: i18n.t, language: 'nl', zone: 'Europe/Brussels' };
});

const at = (iso: string) => ({ kind: 'instant' as const, at: Date.parse(iso) });
const THURSDAY = at('2026-12-03T09:00:00Z');
type Exception = InvitationView['exceptions'][number];
const words = (part: Partial<Exception>, isOnly = false) =>
  exceptionWords(
    { kind: 'moved', at: THURSDAY, isFromThenOn: false, start: null, end: null, location: '', ...part },
    isOnly,
    reader,
  );

describe('what of a series is otherwise', () => {
  it('is said by its day, and where it went', () => {
    expect(words({ start: at('2026-12-03T13:00:00Z') }, true)).toBe('Alleen do 3 dec verplaatst naar 14:00');
    expect(words({ start: at('2026-12-04T13:00:00Z') })).toBe('Do 3 dec verplaatst naar vr 4 dec 14:00');
    expect(words({ kind: 'off' })).toBe('Do 3 dec gaat niet door');
    expect(words({ kind: 'off', isFromThenOn: true }, true)).toBe('Vanaf do 3 dec gaat niet door');
    expect(words({ kind: 'extra' }, true)).toBe('Do 3 dec komt erbij');
    expect(words({ kind: 'changed', location: 'de kantine' })).toBe('Do 3 dec in de kantine');
    expect(words({ kind: 'changed' })).toBe('Do 3 dec is gewijzigd');
  });

  it('and which one a mail is about', () => {
    const which = (isFromThenOn: boolean, start = THURSDAY) =>
      occurrenceWords({ occurrence: { at: THURSDAY, isFromThenOn }, start } as InvitationView, reader);
    expect(which(false)).toBe('Alleen deze ene keer uit een reeks');
    expect(which(false, at('2026-12-03T13:00:00Z'))).toBe('Alleen deze keer uit een reeks; stond op do 3 dec 10:00');
    expect(which(true)).toBe('Vanaf do 3 dec: deze keer en alle volgende');
  });
});
