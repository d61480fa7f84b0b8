import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MAIL_KINDS } from '../conversation/message.ts';
import { personOf, senderRefusal, type MailToAcknowledge } from './sender-guard.ts';

const OWN = new Set(['info@fietsenmertens.be', 'jef@fietsenmertens.be']);
const JAN = { name: 'Jan Peeters', address: 'jan@peeters.be' };
type Change = Partial<Omit<MailToAcknowledge, 'headers'>> & { readonly headers?: Record<string, readonly string[]> };
const mail = ({ headers = {}, ...change }: Change = {}): MailToAcknowledge => ({
  kind: 'human',
  note: null,
  channel: 'email',
  person: change.from ?? JAN,
  from: JAN,
  isVouchedFor: false,
  named: ['Info@FietsenMertens.be'],
  ...change,
  headers: { 'return-path': [`<${change.from?.address ?? JAN.address}>`], ...headers },
});
const from = (address: string): Change => ({ from: { name: '', address } });
const refused = (change: Change): unknown => senderRefusal(mail(change), OWN);

it('a person who wrote to us himself may be acknowledged', () => {
  expect(refused({})).toBeNull();
});

describe('not one header of a machine', () => {
  it.each<[string, string, string]>([
    ['list-id', '<leden.club.be>', 'list'],
    ['list-unsubscribe', '<mailto:weg@club.be>', 'list'],
    ['list-anything', '', 'list'],
    ['x-beenthere', 'leden@club.be', 'list'],
    ['x-loop', 'jan@peeters.be', 'list'],
    ['precedence', 'bulk', 'list'],
    ['precedence', 'Junk', 'list'],
    ['precedence', 'list', 'list'],
    ['precedence', 'auto_reply', 'automatic'],
    ['auto-submitted', 'auto-generated', 'automatic'],
    ['auto-submitted', 'auto-replied', 'automatic'],
    ['auto-submitted', 'auto-notified; owner-email="x@y.be"', 'automatic'],
    ['auto-submitted', 'nope', 'automatic'],
    ['x-autoreply', 'yes', 'automatic'],
    ['x-autorespond', '', 'automatic'],
    ['x-autoresponder', 'Vacation', 'automatic'],
    ['x-auto-response-suppress', 'All', 'wants-none'],
    ['x-auto-response-suppress', 'DR, RN, NRN, OOF, AutoReply', 'wants-none'],
    ['x-spam-flag', 'YES', 'spam'],
    ['x-spam-status', 'Yes, score=9.1', 'spam'],
    ['authentication-results', 'mx.telenet.be; spf=pass; dmarc=fail (p=none)', 'not-authenticated'],
  ])('%s: %s', (name, value, refusal) => {
    expect(refused({ headers: { [name]: [value] } })).toBe(refusal);
  });
  it.each<[string, string]>([
    ['auto-submitted', 'no'],
    ['auto-submitted', 'No; why="a person"'],
    ['precedence', 'normal'],
    ['x-autoreply', 'no'],
    // Receipts and reports are another matter than answers.
    ['x-auto-response-suppress', 'DR, NDR, RN, NRN'],
    ['x-spam-status', 'No, score=-1'],
    ['authentication-results', 'mx.telenet.be; spf=fail; dkim=pass; dmarc=pass'],
  ])('%s: %s says nothing against it', (name, value) => {
    expect(refused({ headers: { [name]: [value] } })).toBeNull();
  });
  it('counts each of several headers of one name', () => {
    expect(refused({ headers: { 'auto-submitted': ['no', 'auto-replied'] } })).toBe('automatic');
  });
});

describe('the sender is a person', () => {
  it.each(MAIL_KINDS.filter((kind) => kind !== 'human'))('%s is not', (kind) => {
    expect(refused({ kind })).toBe(kind === 'invite' ? 'invitation' : 'machine');
  });
  it.each([
    'no-reply@bol.com',
    'noreply@post.be',
    'do_not_reply@x.be',
    'MAILER-DAEMON@mx.telenet.be',
    'postmaster@x.be',
    'bounce+123@x.be',
    'bounces-7@x.be',
    'owner-leden@club.be',
    'leden-request@club.be',
    'listserv@uni.be',
    'majordomo@uni.be',
    'root@server.be',
    'notifications@github.example',
  ])('%s is not read by anybody', (address) => {
    expect(refused(from(address))).toBe('nobody-reads');
  });
  it.each(['info@fietsenmertens.be', 'JEF@fietsenmertens.be', 'info+site@fietsenmertens.be'])(
    '%s is ourselves',
    (address) => {
      expect(refused(from(address))).toBe('own-address');
    },
  );
  it('one of whom the mail could not be read is not answered', () => {
    expect(refused({ note: 'too-complex' })).toBe('unreadable');
  });
});

describe('the return path', () => {
  it.each<[string, readonly string[]]>([
    ['none', []],
    ['an empty one', ['<>']],
    ['nonsense', ['jan']],
  ])('%s: nobody is to answer', (_, path) => {
    expect(senderRefusal({ ...mail(), headers: path.length === 0 ? {} : { 'return-path': path } }, OWN)).toBe(
      'no-return-path',
    );
  });
  it('leads to a mailing', () => {
    expect(refused({ headers: { 'return-path': ['<c-81@send.mailing.example>'] } })).toBe('other-return-path');
    expect(refused({ headers: { 'return-path': ['<bounces+81@peeters.be>'] } })).toBe('nobody-reads');
  });
  it.each([
    'JAN@peeters.be',
    'jan@mail.peeters.be',
    'prvs=1234abcdef=jan@peeters.be',
    'SRS0=Hh1x=AB=peeters.be=jan@forwarder.example',
  ])('%s leads back to him who wrote', (path) => {
    expect(refused({ headers: { 'return-path': [`<${path}>`] } })).toBeNull();
  });
});

it('a blind copy, or a list without a header, is not addressed to us', () => {
  expect(refused({ named: ['undisclosed-recipients'] })).toBe('not-to-us');
  expect(refused({ named: ['leden@club.be', 'jef@fietsenmertens.be'] })).toBeNull();
});

describe('a form', () => {
  const form = {
    from: { name: 'Website', address: 'wordpress@fietsenmertens.be' },
    person: JAN,
    isVouchedFor: true,
  } as const;
  it('that somebody vouches for is answered to its visitor, whatever its own address', () => {
    expect(refused({ ...form, channel: 'webform' })).toBeNull();
  });
  it('that nobody vouches for could make us write to anybody', () => {
    expect(refused(form)).toBe('not-authenticated');
    expect(refused({ ...form, channel: 'webform', isVouchedFor: false })).toBe('not-authenticated');
  });
  it('without a mail address, and any channel that is not mail, has nobody to write to', () => {
    expect(refused({ ...form, channel: 'webform', person: { name: 'Jan', address: '' } })).toBe('no-mail-address');
    expect(refused({ channel: 'marktplaats' })).toBe('no-mail-address');
  });
});

test('what is behind a plus is the same person, and case is nothing', () => {
  expect(personOf(' Jan+fiets@Peeters.BE ')).toBe('jan@peeters.be');
});

test('whatever is in the header, a mail that says it is automatic is refused', () => {
  const word = fc.string({ maxLength: 20 });
  fc.assert(
    fc.property(fc.dictionary(word, fc.array(word, { maxLength: 3 })), (headers) => {
      expect(refused({ headers: { ...headers, 'auto-submitted': ['auto-replied'] } })).not.toBeNull();
    }),
  );
});
