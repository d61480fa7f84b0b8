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
