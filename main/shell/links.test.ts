import { describe, expect, it } from 'vitest';
import { safeLink } from './links.ts';

describe('links that leave the app', () => {
  it('lets web pages, mail addresses and phone numbers go', () => {
    expect(safeLink('https://voorbeeld.be/a?b=c#d')).toBe('https://voorbeeld.be/a?b=c#d');
    expect(safeLink('mailto:jan@voorbeeld.be')).toBe('mailto:jan@voorbeeld.be');
    expect(safeLink('tel:+32 (0)9 123.45.67')).toBe('tel:+32091234567');
  });

  it.each([
    'file:///etc/passwd',
    'smb://vreemd/deel',
    'ftp://vreemd/bestand',
    'javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>',
    'ms-msdt:/id',
    'app://balie/index.html',
    '//vreemd/deel',
    '\\\\vreemd\\deel',
    'tel:*#06#',
    '',
  ])('keeps %s inside', (link) => {
    expect(safeLink(link)).toBeNull();
  });

  it('lets a text to one number go, with what it says', () => {
    expect(safeLink('sms:+31612345678?body=Dag%20Jan%20%26%20co&x=1')).toBe(
      'sms:+31612345678?body=Dag%20Jan%20%26%20co',
    );
    expect(safeLink('sms:06-123 456 78')).toBe('sms:0612345678');
    expect(safeLink('sms:+31612345678,+31687654321?body=x')).toBeNull();
    expect(safeLink('sms:*21*06#')).toBeNull();
  });

  it('lets an answer go to a chat with all its signs', () => {
    const said = 'https://wa.me/31612345678?text=Dag%20Jan%2C%0A10%20%25%20korting%3F';
    expect(safeLink(said)).toBe(said);
  });

  it('keeps only the harmless fields of a mailto', () => {
    expect(safeLink('mailto:a@b.nl?subject=Hallo&attach=/etc/passwd&bcc=c@d.nl&Body=Dag%0AJan')).toBe(
      'mailto:a@b.nl?subject=Hallo&body=Dag%0AJan',
    );
  });

  it('lets no line break into a mailto header', () => {
    expect(safeLink('mailto:a@b.nl%0D%0ABcc:c@d.nl')).toBeNull();
    expect(safeLink('mailto:a@b.nl?subject=x%0D%0ABcc:c@d.nl')).toBe('mailto:a@b.nl');
  });

  it('takes a name and password out of a web address', () => {
    expect(safeLink('https://bank.nl:geheim@elders.example/')).toBe('https://elders.example/');
  });
});
