import { expect, it } from 'vitest';
import type { AccountView } from '../../../main/contract/views.ts';
import { changesOf, readAliases, type AccountForm } from './account-form.ts';

const ACCOUNT: AccountView = {
  id: 'a1',
  email: 'info@dewinkel.example',
  name: 'De Winkel',
  user: 'info@dewinkel.example',
  imap: { host: 'imap.host.example', port: 993, security: 'tls' },
  smtp: { host: 'smtp.host.example', port: 465, security: 'tls' },
  addresses: ['info@dewinkel.example', 'verkoop@dewinkel.example'],
  ca: null,
  plainAllowed: false,
  oauthProvider: null,
  historyFrom: 0,
  archiveDone: false,
  colour: 2,
  isDemo: false,
  keep: 'keychain',
  state: { kind: 'live', since: 0 },
  quiet: null,
  lastFullCheckAt: null,
  messages: 3,
};
const AS_IT_IS: AccountForm = {
  name: 'De Winkel',
  colour: 2,
  aliases: 'Verkoop@DeWinkel.example\n',
  history: null,
  archiveDone: false,
  user: 'info@dewinkel.example',
  password: '',
  imap: { ...ACCOUNT.imap },
  smtp: { ...ACCOUNT.smtp },
  ca: null,
};

it('a sheet that was only looked at changes nothing', () => expect(changesOf(ACCOUNT, AS_IT_IS)).toEqual({}));

it('only what differs is changed', () => {
  const imap = { ...ACCOUNT.imap, port: 143, security: 'starttls' } as const;
  expect(changesOf(ACCOUNT, { ...AS_IT_IS, colour: 4, history: '1y', imap, aliases: '' })).toEqual({
    colour: 4,
    history: '1y',
    imap,
    aliases: [],
  });
});

it('addresses may stand on lines or between commas; what is none is named', () => {
  expect(readAliases('a@b.be, c@d.nl;\n e@f.com')).toEqual({ addresses: ['a@b.be', 'c@d.nl', 'e@f.com'], wrong: null });
  expect(readAliases('a@b.be geen-adres').wrong).toBe('geen-adres');
});
