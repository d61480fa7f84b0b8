import { expect, test } from 'vitest';
import { htmlToText } from './html-to-text.ts';

test('paragraphs, breaks, lists and cells read as they are seen', () => {
  const html =
    '<html><head><title>niet</title><style>p{}</style></head><body><p>Beste,</p><p>Hoe <b>gaat</b>\n het?<br>Goed</p>' +
    '<ul><li>een<li>twee</ul><table><tr><td>a<td>b</tr></table></body></html>';
  expect(htmlToText(html)).toBe('Beste,\n\nHoe gaat het?\nGoed\n\n- een\n- twee\n\na b');
});
test('what is quoted gets its mark, so that it can be told from the answer', () => {
  expect(htmlToText('Ja<blockquote>Kan het?<br>Groet</blockquote>')).toBe('Ja\n>\n> Kan het?\n> Groet');
});
test('entities, numbers and Windows numbers are letters', () => {
  expect(htmlToText('&lt;b&gt; caf&eacute; &#8364; &#128; &#x20ac; &nbsp;&amp;amp; &onbekend;')).toBe(
    '<b> café € € € &amp; &onbekend;',
  );
});
test('scripts, comments and hidden filler are not read', () => {
  expect(htmlToText('a<script>x<y</script><!-- <p>b --> c\u200b\u200b<!--[if mso]>d<![endif]-->')).toBe('a c');
});
test('text that only looks like a tag stays', () => {
  expect(htmlToText('3 < 5 en x <- y')).toBe('3 < 5 en x <- y');
});
test('preformatted text keeps its lines and blanks', () => {
  expect(htmlToText('<pre>a  b\n  c</pre>')).toBe('a  b\n  c');
});
