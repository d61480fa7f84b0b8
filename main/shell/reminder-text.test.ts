import { describe, expect, it } from 'vitest';
import type { Reminder, ReminderBundle, Threshold } from '../contract/reminders.ts';
import { reminderNote, type NoteLook } from './reminder-text.ts';
import { reminderWordsIn } from './reminder-words.ts';

const reminder = (given: Partial<Reminder> = {}): Reminder => ({
  conversation: 1,
  threshold: 'overdue',
  who: 'Mia Peeters',
  subject: 'Offerte dakgoot',
  replyBy: 0,
  lastAt: 0,
  ...given,
});
const bundle = (...reminders: readonly Reminder[]): ReminderBundle => {
  const count = (wanted: Threshold): number => reminders.filter(({ threshold }) => threshold === wanted).length;
  return {
    reminders,
    customers: new Set(reminders.map(({ who }) => who)).size,
    counts: {
      warning: count('warning'),
      'follow-up': count('follow-up'),
      woken: count('woken'),
      overdue: count('overdue'),
    },
  };
};
const open: NoteLook = { words: reminderWordsIn('nl'), isContentHidden: false, moment: () => 'vandaag 16:40' };
const hidden: NoteLook = { ...open, isContentHidden: true };
const five = ['An', 'Bo', 'Cis', 'Dirk', 'Els'].map((who, index) => reminder({ conversation: index + 1, who }));

describe('notifications', () => {
  it('name the customer, the matter and the moment, and lead to the conversation', () => {
    expect(reminderNote(bundle(reminder()), open)).toMatchObject({
      title: 'Mia Peeters wacht te lang',
      body: 'Offerte dakgoot\nTe laat sinds vandaag 16:40',
      conversation: 1,
    });
    expect(reminderNote(bundle(reminder({ threshold: 'warning' })), open)).toMatchObject({
      title: 'Mia Peeters wacht op antwoord',
      body: 'Offerte dakgoot\nAntwoord voor vandaag 16:40',
    });
  });

  it('say what was promised, unless that is to be hidden', () => {
    const broken = bundle(reminder({ promised: 'Vrijdag bel ik u.' }));
    expect(reminderNote(broken, open)?.body).toBe(
      'Offerte dakgoot\nbeloofd: “Vrijdag bel ik u.”\nTe laat sinds vandaag 16:40',
    );
    expect(reminderNote(broken, hidden)?.body).not.toContain('bel ik');
  });

  it('speak of an answer that stays away without a moment of ours', () => {
    expect(reminderNote(bundle(reminder({ threshold: 'follow-up' })), open)).toMatchObject({
      title: 'Nog niets gehoord van Mia Peeters',
      body: 'Offerte dakgoot',
    });
  });

  it('show neither name nor subject when the owner hides content', () => {
    for (const threshold of ['warning', 'follow-up', 'woken', 'overdue'] as const) {
      const one = reminderNote(bundle(reminder({ threshold })), hidden);
      const two = reminderNote(bundle(reminder({ threshold }), reminder({ threshold, who: 'Jan' })), hidden);
      const { title, body } = one ?? { title: '', body: '' };
      expect(`${title}${body}${two?.title ?? ''}${two?.body ?? ''}`).not.toMatch(/Peeters|Jan|Offerte/);
    }
  });

  it('that fall due together are one, names first, and lead to the top of the queue', () => {
    expect(reminderNote(bundle(...five), open)).toMatchObject({
      title: '5 klanten wachten te lang',
      body: 'An, Bo, Cis en nog 2',
      conversation: null,
      reminder: null,
    });
  });

  it('of several kinds say what holds for all', () => {
    const mixed = five.map((one, index) => (index === 0 ? one : { ...one, threshold: 'warning' as const }));
    expect(reminderNote(bundle(...mixed), open)?.title).toBe('5 klanten wachten op antwoord');
  });

  it('count customers and not conversations, and name each once', () => {
    const note = reminderNote(bundle(reminder(), reminder({ conversation: 2 }), reminder({ who: 'Jan' })), open);
    expect(note).toMatchObject({ title: '2 klanten wachten te lang', body: 'Mia Peeters, Jan' });
  });

  it('of one customer with several matters name him', () => {
    expect(reminderNote(bundle(reminder(), reminder({ conversation: 2 })), open)).toMatchObject({
      title: 'Mia Peeters (2 gesprekken) wacht te lang',
      conversation: 1,
    });
  });

  it('of ten thousand name three and count the rest', () => {
    const note = reminderNote(
      { reminders: five, customers: 4_000, counts: { warning: 0, 'follow-up': 0, woken: 0, overdue: 10_000 } },
      open,
    );
    expect(note).toMatchObject({ title: '4000 klanten wachten te lang', body: 'An, Bo, Cis en nog 3997' });
  });

  it('say something where a subject is empty, and nothing where there is nothing', () => {
    expect(reminderNote(bundle(reminder({ subject: ' ' })), open)?.body).toMatch(/^\(geen onderwerp\)/);
    expect(reminderNote(bundle(), open)).toBeNull();
  });
});
