import { expect, test } from 'vitest';
import { previewOf } from './preview.ts';

test('shows the writer’s own words in one line', () => {
  expect(previewOf('Dag,\n\nkan het dinsdag?\n\nOp 12-05-2025 om 10:12 schreef A <a@v.nl>:\n> oud')).toBe(
    'Dag, kan het dinsdag?',
  );
});
test('ends between two words', () => {
  const preview = previewOf('woord '.repeat(100));
  expect(preview.length).toBeLessThanOrEqual(181);
  expect(preview.endsWith('woord…')).toBe(true);
});
test('never ends in half a letter', () => {
  expect(previewOf(`x${'🚲'.repeat(200)}`).isWellFormed()).toBe(true);
});
test('an empty mail has an empty preview', () => {
  expect(previewOf(' \n ')).toBe('');
});
test('the answer below a long quote is found', () => {
  const quote = Array.from({ length: 60 }, (_, nr) => `> oude regel ${nr} van het vorige bericht`).join('\n');
  expect(previewOf(`Op 12-05-2025 om 10:12 schreef A <a@v.nl>:\n${quote}\n\nJa, dinsdag past.`)).toBe(
    'Ja, dinsdag past.',
  );
});
