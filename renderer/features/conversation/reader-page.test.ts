import { expect, test } from 'vitest';
import { READER_CSP, readerPage } from './reader-page.ts';

test('the reader page carries its own policy, which lets nothing be fetched and nothing run', () => {
  const page = readerPage('<p>Dag</p>', { language: 'nl', title: 'Mail' });
  expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="${READER_CSP}">`);
  expect(READER_CSP).not.toMatch(/https?:|\*|unsafe-eval|'self'/);
});

test("a sender's name in the title stays a name", () => {
  const page = readerPage('', { language: 'nl', title: '</title><script>x</script>' });
  expect(page).not.toContain('<script>');
});
