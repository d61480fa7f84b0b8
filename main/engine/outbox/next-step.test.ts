import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../contract/errors.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../domain/instant.ts';
import type { SendOutcome, SentTrace } from '../channels/connector.ts';
import type { DeliveryRow } from '../store/delivery-table.ts';
import {
  afterAttempt,
  afterCrash,
  afterFiling,
  afterLookup,
  afterSecondLook,
  isLastFilingLook,
  stillToReach,
  waitAfter,
} from './next-step.ts';

const NOW = Date.UTC(2026, 4, 26, 9, 0);
const row = (change: Partial<DeliveryRow> = {}): DeliveryRow => ({
  id: 1,
  conversation: 1,
  account: 'a1',
  messageRow: 1,
  messageId: 'm1@dewinkel.example',
  subject: 'Re: Offerte',
  sender: 'info@dewinkel.example',
  recipients: ['jan@klant.example', 'an@klant.example'],
  accepted: [],
  refused: [],
  text: 'Ja',
  state: 'sending',
  bodyStarted: false,
  leavesAt: NOW,
  sendAt: null,
  undoUntil: null,
  attempts: 1,
  nextAttemptAt: null,
  lookups: 0,
  error: null,
  filed: 'pending',
  filedTries: 0,
  copyPlace: null,
  passesOn: null,
  decisionsBefore: null,
  createdAt: NOW,
  sentAt: null,
  ...change,
});
const after = (outcome: SendOutcome, change: Partial<DeliveryRow> = {}) => {
  const before = row(change);
  return { ...before, ...afterAttempt(before, outcome, NOW, 0) };
};
const later = (code: 'server-busy' | 'offline' | 'wrong-password', retry: 'auto' | 'user' = 'auto'): SendOutcome => ({
  kind: 'try-later',
  error: failed(code, retry, 'x').error,
});

describe('after an attempt', () => {
  it('a message that was taken is filed next', () => {
    const next = after({ kind: 'sent', accepted: row().recipients, refused: [], serverReply: '250' });
    expect(next).toMatchObject({ state: 'sent', sentAt: NOW, nextAttemptAt: NOW, filed: 'pending', error: null });
  });

  it('a busy server is asked again in 30 s, then ever less often up to half an hour', () => {
    expect(after(later('server-busy'))).toMatchObject({ state: 'queued', nextAttemptAt: NOW + 30 * SECOND_MS });
    expect(after(later('server-busy'), { attempts: 3 }).nextAttemptAt).toBe(NOW + 2 * MINUTE_MS);
    expect(after(later('server-busy'), { attempts: 300 }).nextAttemptAt).toBe(NOW + 30 * MINUTE_MS);
  });

  it('is given up after five days of trying, and said so', () => {
    const old = { leavesAt: NOW - 6 * DAY_MS, attempts: 200 };
    expect(after(later('server-busy'), old)).toMatchObject({ state: 'failed', nextAttemptAt: null });
    expect(after(later('offline'), old).state).toBe('queued');
    expect(after(later('server-busy'), { ...old, attempts: 2 }).state).toBe('queued');
  });

  it('a wrong password is tried once more, then waits for the owner', () => {
    const first = after(later('wrong-password', 'user'));
    expect(first.state).toBe('queued');
    expect(first.nextAttemptAt).toBeGreaterThan(NOW + 5 * MINUTE_MS);
    expect(after(later('wrong-password', 'user'), { error: first.error }).nextAttemptAt).toBeNull();
  });

  it('a refusal is final after one try', () => {
    const next = after({ kind: 'refused', error: failed('server-refused', 'never', '554').error, refused: [] });
    expect(next).toMatchObject({ state: 'failed', nextAttemptAt: null, error: { code: 'server-refused' } });
  });

  it('a recipient refused for good is reported, and the others have it', () => {
    const next = after({
      kind: 'sent',
      accepted: ['jan@klant.example'],
      refused: [{ address: 'an@klant.example', reply: '550 5.1.1 unknown' }],
      serverReply: '250',
    });
    expect(next).toMatchObject({
      state: 'sent',
      accepted: ['jan@klant.example'],
      error: { code: 'recipient-refused' },
    });
    expect(stillToReach(next)).toEqual([]);
  });

  it('a recipient deferred is tried again, and only he', () => {
    const next = after({
      kind: 'sent',
      accepted: ['jan@klant.example'],
      refused: [{ address: 'an@klant.example', reply: '450 4.2.0 later' }],
      serverReply: '250',
    });
    expect(next).toMatchObject({ state: 'queued', nextAttemptAt: NOW + 30 * SECOND_MS });
    expect(stillToReach(next)).toEqual(['an@klant.example']);
  });

  it('a lost answer is looked up in Sent, never sent again', () => {
    const next = after(
      { kind: 'unknown', error: failed('send-outcome-unknown', 'user', 'x').error },
      { bodyStarted: true },
    );
    expect(next).toMatchObject({ state: 'unknown', lookups: 0, nextAttemptAt: NOW });
  });

  it('a lost answer for the rest of the recipients is not looked up: the first copy would answer for it', () => {
    const next = after(
      { kind: 'unknown', error: failed('send-outcome-unknown', 'user', 'x').error },
      { accepted: ['jan@klant.example'] },
    );
    expect(next).toMatchObject({ state: 'unknown', nextAttemptAt: null });
  });
});

describe('after a crash', () => {
  it('before the body: it is simply sent', () => {
    expect(afterCrash(row(), NOW)).toEqual({ state: 'queued', nextAttemptAt: NOW });
  });

  it('after the body began: nobody knows', () => {
    expect(afterCrash(row({ bodyStarted: true }), NOW)).toMatchObject({ state: 'unknown', nextAttemptAt: NOW });
  });
});

describe('looking in Sent', () => {
  const unknown = row({ state: 'unknown', bodyStarted: true });

  it('happens at 0, 5, 30 and 120 s, and then the owner is asked', () => {
    const looks: number[] = [];
    let due: number | null = NOW;
    for (let lookups = 0; due !== null; lookups += 1) {
      looks.push((due - NOW) / SECOND_MS);
      const next = afterLookup({ ...unknown, lookups }, ok('nowhere'), due, 0);
      expect(next.state).toBeUndefined();
      expect(next.lookups).toBe(lookups + 1);
      due = next.nextAttemptAt ?? null;
    }
    expect(looks).toEqual([0, 5, 30, 120]);
  });

  it('a copy that is there means sent, and filed by the server', () => {
    expect(afterLookup(unknown, ok('filed'), NOW, 0)).toMatchObject({
      state: 'sent',
      filed: 'by-server',
      nextAttemptAt: null,
      error: null,
    });
  });

  it('a copy that came to ourselves means sent too, and the one for Sent is still to be filed', () => {
    expect(afterLookup({ ...unknown, lookups: 3 }, ok('arrived'), NOW, 0)).toMatchObject({
      state: 'sent',
      filed: 'pending',
      nextAttemptAt: NOW,
      lookups: 0,
      error: null,
    });
  });

  it('a server out of reach does not use up a look', () => {
    const next = afterLookup(unknown, failed('offline', 'auto', 'x'), NOW, 0);
    expect(next.lookups).toBeUndefined();
    expect(next.nextAttemptAt).toBe(NOW + 30 * SECOND_MS);
  });

  it('a server that cannot be searched leaves the question to the owner at once', () => {
    expect(afterLookup(unknown, failed('not-possible-now', 'never', 'x'), NOW, 0).nextAttemptAt).toBeNull();
  });
});

describe('filing the copy', () => {
  const sent = row({ state: 'sent' });

  it('a full mailbox leaves it sent, with a note that no copy was filed', () => {
    const next = { ...sent, ...afterFiling(sent, failed('over-quota', 'user', 'x'), true, NOW, 0) };
    expect(next).toMatchObject({ state: 'sent', filed: 'failed', nextAttemptAt: null });
  });

  it('a server that files by itself is given two minutes, and then the copy comes from us', () => {
    const looks: number[] = [];
    let at = NOW;
    for (let lookups = 0; !isLastFilingLook({ ...sent, lookups }); lookups += 1) {
      looks.push((at - NOW) / SECOND_MS);
      const next = afterFiling({ ...sent, lookups }, ok({ kind: 'not-yet' }), false, at, 0);
      expect(next).toMatchObject({ lookups: lookups + 1 });
      at = next.nextAttemptAt ?? 0;
    }
    expect(looks).toEqual([0, 5, 20]);
    expect(at).toBe(NOW + 120 * SECOND_MS);
  });

  const place = { mailbox: 'Sent', uidValidity: '7', uid: 3 };
  it('our first copy with a server is looked at once more, later ones are not', () => {
    const done = ok({ kind: 'done', place } as const);
    expect(afterFiling(sent, done, false, NOW, 0)).toMatchObject({ filed: 'done', copyPlace: place });
    expect(afterFiling(sent, done, false, NOW, 0).nextAttemptAt).toBe(NOW + MINUTE_MS);
    expect(afterFiling(sent, done, true, NOW, 0)).toMatchObject({ copyPlace: null, nextAttemptAt: null });
  });

  it('a copy of the server beside ours makes that one the copy; a server out of reach leaves both, in the end', () => {
    const looking = { ...sent, filed: 'done' as const, copyPlace: place };
    const withdrawn = afterSecondLook(looking, ok('withdrawn'), NOW, 0);
    expect(withdrawn).toEqual({ filed: 'by-server', copyPlace: null, nextAttemptAt: null });
    expect(afterSecondLook(looking, ok('alone'), NOW, 0).filed).toBe('done');
    const lost = failed('connection-lost', 'auto', 'x');
    expect(afterSecondLook(looking, lost, NOW, 0).nextAttemptAt).toBe(NOW + 30 * SECOND_MS);
    expect(afterSecondLook({ ...looking, filedTries: 4 }, lost, NOW, 0)).toMatchObject({
      copyPlace: null,
      nextAttemptAt: null,
    });
  });

  it('a server out of reach is tried again, and the message is not', () => {
    const next = { ...sent, ...afterFiling(sent, failed('connection-lost', 'auto', 'x'), true, NOW, 0) };
    expect(next).toMatchObject({ state: 'sent', filed: 'pending', nextAttemptAt: NOW + 30 * SECOND_MS });
  });
});

it('nothing whose body may have left is ever queued again by itself', () => {
  const error = failed('connection-lost', 'auto', 'x').error;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom<Partial<DeliveryRow>>({}, { accepted: ['jan@klant.example'] }, { lookups: 3 }, { filedTries: 9 }),
      fc.constantFrom<SentTrace>('filed', 'arrived', 'nowhere'),
      (attempts, change, found) => {
        const before = row({ ...change, attempts, bodyStarted: true });
        const lost = { ...before, ...afterAttempt(before, { kind: 'unknown', error }, NOW, 0) };
        expect(lost.state).toBe('unknown');
        expect(afterCrash(before, NOW).state).toBe('unknown');
        expect(afterLookup(lost, ok(found), NOW, 0).state).not.toBe('queued');
        expect(afterLookup(lost, { ok: false, error }, NOW, 0).state).not.toBe('queued');
      },
    ),
  );
});

it('waits never less than 30 s and never more than 36 minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, jitter) => {
      expect(waitAfter(tries, jitter)).toBeGreaterThanOrEqual(30 * SECOND_MS);
      expect(waitAfter(tries, jitter)).toBeLessThanOrEqual(36 * MINUTE_MS);
    }),
  );
});
