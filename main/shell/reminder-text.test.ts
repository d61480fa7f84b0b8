import { describe, expect, it } from 'vitest';
import type { Reminder } from '../contract/views.ts';
import { reminderNote } from './reminder-text.ts';
import { wordsIn } from './words.ts';

const reminder = (given: Partial<Reminder> = {}): Reminder => ({
  conversation: 1,
  threshold: 'overdue',
  who: 'Mia Peeters',
  subject: 'Offerte dakgoot',
  replyBy: 0,
  ...given,
});
const nl = wordsIn('nl');

describe('notifications', () => {
  it('names the customer and the matter, and leads to the conversation', () => {
    expect(reminderNote([reminder()], nl, false)).toEqual({
      title: 'Mia Peeters wacht te lang',
      body: 'Offerte dakgoot',
      conversation: 1,
    });
  });

  it('shows neither name nor subject when the owner hides content', () => {
    const note = reminderNote([reminder()], nl, true);
    expect(JSON.stringify(note)).not.toMatch(/Peeters|Offerte/);
    const several = reminderNote([reminder(), reminder({ conversation: 2, who: 'Jan' })], nl, true);
    expect(JSON.stringify(several)).not.toMatch(/Peeters|Jan/);
  });

  it('bundles those that fall due together, and leads to the top of the queue', () => {
    const many = ['An', 'Bo', 'Cis', 'Dirk', 'Els'].map((who, index) => reminder({ conversation: index + 1, who }));
    expect(reminderNote(many, nl, false)).toEqual({
      title: '5 klanten wachten op antwoord',
      body: 'An, Bo, Cis en nog 2',
      conversation: null,
    });
  });

  it('tells a conversation once, with the worse news', () => {
    const note = reminderNote([reminder(), reminder({ threshold: 'warning' })], nl, false);
    expect(note?.title).toBe('Mia Peeters wacht te lang');
  });

  it('says something where a subject is empty, and nothing where there is nothing', () => {
    expect(reminderNote([reminder({ subject: ' ' })], nl, false)?.body).toBe('(geen onderwerp)');
    expect(reminderNote([], nl, false)).toBeNull();
  });
});
