import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeDesk, TUESDAY_TEN } from '../ingest/fake-desk.ts';
import { compressText, expandText } from './compressed-text.ts';

describe('row ids of messages', () => {
  it('follow the moment of arrival, not the order of storing', () => {
    const desk = createFakeDesk();
    const newer = desk.receive({ at: TUESDAY_TEN - 1_000, subject: 'b' });
    const older = desk.receive({ at: TUESDAY_TEN - 9_000, subject: 'a' });
    expect(older).toBe((TUESDAY_TEN - 9_000) * 1_000);
    expect(older).toBeLessThan(newer);
  });
  it('stay apart for thousands of messages that a migration stamped with one second', () => {
    const desk = createFakeDesk();
    const rows = Array.from({ length: 1_203 }, (_, index) =>
      desk.receive({ at: TUESDAY_TEN - 5_000, subject: `s${index}` }),
    );
    expect(new Set(rows).size).toBe(1_203);
    const next = desk.receive({ at: TUESDAY_TEN - 4_000, subject: 'later' });
    expect(Math.max(...rows)).toBeLessThan(next);
  });
  it('are positive even for a message from 1970', () => {
    expect(createFakeDesk().receive({ at: 0 })).toBe(1);
  });
});

describe('text on disk', () => {
  it('comes back as it was, short or long', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        expect(expandText(compressText(text))).toBe(text.toWellFormed());
      }),
    );
    const long = 'Beste mevrouw, '.repeat(5_000);
    expect(compressText(long).length).toBeLessThan(1_000);
    expect(expandText(compressText(long))).toBe(long);
  });
});

describe('a message', () => {
  it('comes back with its people, references, body, headers and attachments', () => {
    const desk = createFakeDesk();
    const cc = [{ name: 'Piet', address: 'piet@x.be' }];
    const row = desk.receive({
      cc,
      references: ['r@x'],
      html: '<p>Dag</p>',
      headers: { 'x-a': ['1', '2'] },
      attachments: [
        {
          part: '2',
          fileName: 'offerte.pdf',
          contentType: 'application/pdf',
          size: 12,
          contentId: null,
          isInline: false,
          content: null,
        },
      ],
    });
    expect(desk.store.messages.people(row).cc).toEqual(cc);
    expect(desk.store.messages.referringTo('r@x')).toEqual([desk.conversationOf(row)]);
    expect(desk.store.bodies.get(row)?.html).toBe('<p>Dag</p>');
    expect(desk.store.bodies.headers(row)).toEqual({ 'x-a': ['1', '2'] });
    const [attachment] = desk.store.attachments.ofMessage(row);
    expect(attachment).toMatchObject({ fileName: 'offerte.pdf', isHere: false });
    desk.store.attachments.keepContent(attachment?.id ?? 0, new Uint8Array([1, 2, 3]));
    expect(desk.store.attachments.get(attachment?.id ?? 0)).toMatchObject({ isHere: true, size: 3 });
  });
});
