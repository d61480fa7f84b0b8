import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { laterThanTyping } from './attention.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function listBesideWriting() {
  const desk = { isTyping: false, asked: 0 };
  const list = laterThanTyping(250, { isTyping: () => desk.isTyping }, () => (desk.asked += 1));
  /** Mail streams in: something changes ten times a second. */
  const mailComesIn = (forMs: number): void => {
    for (let at = 0; at < forMs; at += 100) {
      list.soon();
      vi.advanceTimersByTime(100);
    }
  };
  return { desk, mailComesIn };
}

test('while mail streams in, the list follows four times a second', () => {
  const { desk, mailComesIn } = listBesideWriting();
  mailComesIn(3_000);
  expect(desk.asked).toBe(10);
});

test('while somebody writes it follows as well, but hardly once a second', () => {
  const { desk, mailComesIn } = listBesideWriting();
  desk.isTyping = true;
  mailComesIn(5_200);
  expect(desk.asked).toBe(4);
});

test('who stops writing sees it at once', () => {
  const { desk, mailComesIn } = listBesideWriting();
  desk.isTyping = true;
  mailComesIn(500);
  expect(desk.asked).toBe(0);
  desk.isTyping = false;
  vi.advanceTimersByTime(250);
  expect(desk.asked).toBe(1);
  desk.isTyping = true;
  mailComesIn(900);
  expect(desk.asked).toBe(1);
});
