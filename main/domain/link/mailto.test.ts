import { expect, it } from 'vitest';
import { readMailto } from './mailto.ts';

it('a mail link says who to write to, about what and with which words', () => {
  expect(
    readMailto('mailto:els@zaak.be,jan@zaak.be?cc=an@zaak.be&Subject=Offerte%20kast&body=Dag%0D%0AEls%2C%201+1'),
  ).toEqual({
    to: [
      { name: '', address: 'els@zaak.be' },
      { name: '', address: 'jan@zaak.be' },
    ],
    cc: [{ name: '', address: 'an@zaak.be' }],
    subject: 'Offerte kast',
    text: 'Dag\nEls, 1+1',
  });
});

it('brings no files, no blind copies and no headers of its own', () => {
  expect(
    readMailto('mailto:a@b.nl%0D%0ABcc:c@d.nl?bcc=c@d.nl&attach=/etc/passwd&subject=x%0D%0ABcc:%20c@d.nl'),
  ).toEqual({
    to: [],
    cc: [],
    subject: 'x Bcc: c@d.nl',
    text: '',
  });
});

it.each(['https://zaak.be', 'x', ''])('%s is none', (href) => {
  expect(readMailto(href)).toBeNull();
});
