import { describe, expect, it } from 'vitest';
import type { Failure } from '../../main/contract/errors.ts';
import { createNotices, noticesInSight, type Notice } from './notices.ts';

const undo = async (): Promise<void> => {};
const done = (text: string): Omit<Notice, 'id'> => ({ text, failure: null, undo, until: 8_000, leaving: null });
const offline: Failure = { code: 'offline', retry: 'auto', detail: '' };
const failed = (text: string): Omit<Notice, 'id'> => ({
  text,
  failure: offline,
  undo: null,
  until: 16_000,
  leaving: null,
});
const inSight = ({ store }: ReturnType<typeof createNotices>): readonly string[] =>
  noticesInSight(store.getState().notices).map(({ text }) => text);

describe('the lines at the foot', () => {
  it('show of what was done the newest alone, so that they do not cover the list', () => {
    const notices = createNotices();
    for (const who of ['Els', 'Jan', 'Sofie']) notices.add(done(who));
    expect(inSight(notices)).toEqual(['Sofie']);
  });

  it('take back all that was done in a hurry, the newest first', () => {
    const notices = createNotices();
    for (let nth = 1; nth <= 6; nth += 1) notices.add(done(`gesprek ${nth}`));
    const taken: string[] = [];
    for (let last = notices.newestUndo(); last !== null; last = notices.newestUndo()) {
      taken.push(last.text);
      notices.remove(last.id);
    }
    expect(taken).toEqual(['gesprek 6', 'gesprek 5', 'gesprek 4', 'gesprek 3', 'gesprek 2', 'gesprek 1']);
  });

  it('keep what went wrong in sight while the owner works on', () => {
    const notices = createNotices();
    notices.add(failed('Niet bewaard'));
    for (let nth = 1; nth <= 40; nth += 1) notices.add(done(`gesprek ${nth}`));
    expect(inSight(notices)).toEqual(['Niet bewaard', 'gesprek 40']);
  });

  it('keep what waits to be read, and each letter that still can be called back', () => {
    const notices = createNotices();
    notices.add({ ...done('Ingetrokken: de klant schreef'), undo: null, until: null });
    for (const who of ['Els', 'Jan']) notices.add({ ...done(who), until: null, leaving: { leavesAt: 10_000, who } });
    notices.add(done('Afgehandeld'));
    expect(inSight(notices)).toEqual(['Ingetrokken: de klant schreef', 'Els', 'Jan', 'Afgehandeld']);
  });

  it('say the same failure once', () => {
    const notices = createNotices();
    for (let press = 0; press < 4; press += 1) notices.add(failed('Geen verbinding'));
    expect(inSight(notices)).toEqual(['Geen verbinding']);
  });
});
