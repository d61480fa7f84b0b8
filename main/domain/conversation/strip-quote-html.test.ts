import { describe, expect, test } from 'vitest';
import { stripQuoteHtml } from './strip-quote-html.ts';

const wordsOf = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim();
const REPLY = '<div>Ja, dat kan.</div>';

describe('the boxes in which programs put their quotes', () => {
  test.each([
    [
      'Gmail',
      '<div class="gmail_quote"><div class="gmail_attr">Op ma 12 mei 2025 om 10:12 schreef A:</div><blockquote class="gmail_quote">Oud</blockquote></div>',
    ],
    [
      'Gmail forwarding',
      '<div class="gmail_quote"><div>---------- Forwarded message ---------<br>Van: A</div>Oud</div>',
    ],
    [
      'Apple',
      '<div><blockquote type="cite"><div>Op 12 mei 2025 om 10:12 heeft A geschreven:</div>Oud</blockquote></div>',
    ],
    [
      'Thunderbird',
      '<div class="moz-cite-prefix">Op 12-05-2025 om 10:12 schreef A:<br></div><blockquote type="cite">Oud</blockquote>',
    ],
    [
      'Outlook on the web',
      '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Van:</b> A<br><b>Verzonden:</b> B</div><div>Oud</div>',
    ],
    [
      'Outlook',
      '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>Van:</b> A &lt;a@v.nl&gt;<br><b>Verzonden:</b> ma<br><b>Aan:</b> B<br><b>Onderwerp:</b> C</p></div><p>Oud</p>',
    ],
    ['Yahoo', '<div id="yahoo_quoted_123" class="yahoo_quoted">Oud</div>'],
    ['Proton', '<div class="protonmail_quote">On Monday A wrote:<blockquote>Oud</blockquote></div>'],
    ['GMX', '<div name="quote" style="margin:10px">Oud</div>'],
    ['Hotmail', '<hr id="stopSpelling">Date: Mon, 12 May 2025<br>Subject: C<br>From: a@v.nl<br>To: b@v.nl<br><br>Oud'],
    ['a line of introduction alone', '<div>Op 12 mei 2025 om 10:12 schreef A &lt;a@v.nl&gt;:</div><div>Oud</div>'],
  ])('%s', (_, quote) => {
    expect(wordsOf(stripQuoteHtml(`<html><body>${REPLY}${quote}</body></html>`))).toBe('Ja, dat kan.');
  });
});

test('an answer between the quoted lines of Gmail stays', () => {
  const html = `${REPLY}<div class="gmail_quote"><div class="gmail_attr">Op ma schreef A:</div><blockquote class="gmail_quote">Een?</blockquote><div>Dinsdag</div><blockquote class="gmail_quote">Twee?</blockquote></div>`;
  expect(wordsOf(stripQuoteHtml(html))).toBe('Ja, dat kan. Dinsdag');
});
test('what stands below the quote stays', () => {
  expect(wordsOf(stripQuoteHtml(`${REPLY}<blockquote>Oud</blockquote><p>Groet</p>`))).toBe('Ja, dat kan. Groet');
});
test('a page that would be empty stays whole', () => {
  const html = '<blockquote>Alleen dit</blockquote>';
  expect(stripQuoteHtml(html)).toBe(html);
});
test('tags stay in balance when only words go', () => {
  const html =
    '<table><tr><td>Ja<p>Op 12 mei 2025 om 10:12 schreef A &lt;a@v.nl&gt;:</p></td></tr></table><div>Oud</div>';
  expect(stripQuoteHtml(html)).toBe('<table><tr><td>Ja<p></p></td></tr></table><div></div>');
});
