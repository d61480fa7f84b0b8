import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wholeDomainOf } from './whole-domain.ts';

describe('everybody of a domain', () => {
  it('is one firm', () => {
    expect(wholeDomainOf('Nieuws@Bedrijf.NL')).toBe('bedrijf.nl');
    expect(wholeDomainOf('order@mail.beslag.be')).toBe('mail.beslag.be');
  });

  it.each(
    'gmail.com telenet.be ziggo.nl kpnmail.nl hotmail.com hotmail.be outlook.com yahoo.co.uk skynet.be zeelandnet.nl'.split(
      ' ',
    ),
  )('is anybody at %s', (domain) => expect(wholeDomainOf(`jan@${domain}`)).toBeNull());

  it('is anybody where a mailing service sends for its customers, on a list, and where there is no domain', () => {
    for (const address of ['x@mail7.mcsv.net', 'zaak@onmicrosoft.com', 'lijst@googlegroups.com', 'x', 'x@localhost']) {
      expect(wholeDomainOf(address)).toBeNull();
    }
  });

  it('is anybody at every provider with a mailbox for consumers in the Netherlands and Belgium that Balie knows', () => {
    const ispdb = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../assets/mail-providers/ispdb.json'), 'utf8'),
    ) as { readonly providers: readonly { readonly domains: readonly string[] }[] };
    const national = ispdb.providers.flatMap(({ domains }) => domains).filter((name) => /\.(?:nl|be)$/.test(name));
    expect(national.length).toBeGreaterThan(20);
    expect(national.filter((name) => wholeDomainOf(`x@${name}`) !== null)).toEqual([]);
  });
});
