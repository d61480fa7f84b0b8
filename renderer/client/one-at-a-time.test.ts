import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

function slowEngine() {
  const asked: string[] = [];
  const told: string[] = [];
  const answers: (() => void)[] = [];
  const asker = oneAtATime(
    (question: string) => {
      asked.push(question);
      return new Promise<string>((resolve) => answers.push(() => resolve(`found ${question}`)));
    },
    (answer) => told.push(answer),
    (task) => void task,
  );
  const answer = async (): Promise<void> => {
    answers.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { asked, told, answer, want: asker.want };
}

test('the first letter is asked at once, what was overtaken never', async () => {
  const { asked, told, answer, want } = slowEngine();
  for (const typed of ['o', 'of', 'off', 'offe']) want(typed);
  expect(asked).toEqual(['o']);
  await answer();
  expect(asked).toEqual(['o', 'offe']);
  expect(told).toEqual([]);
  await answer();
  expect(told).toEqual(['found offe']);
});

test('an answer that came too late is not shown, and the next question is asked afresh', async () => {
  const { asked, told, answer, want } = slowEngine();
  want('offerte');
  want(null);
  await answer();
  expect(told).toEqual([]);
  want('klacht');
  await answer();
  expect(asked).toEqual(['offerte', 'klacht']);
  expect(told).toEqual(['found klacht']);
});
