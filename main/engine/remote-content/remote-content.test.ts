// A real server in the role of the stranger. It lies on this machine, where no mail may lead: only the port of this test lets it.
import { once } from 'node:events';
import { join } from 'node:path';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSourceDesk, sourceMail } from '../../../tests/helpers/source-mails.ts';
import type { PictureAnswer } from '../../contract/remote-content.ts';
import type { HostAddress, Outside } from '../ports/ports.ts';
import { createPublicMail } from '../accounts/public-mail.ts';
import { createSystemClock } from '../ports/system-clock.ts';
import { createSystemOutside } from '../ports/system-outside.ts';
import { createMessageTrust } from '../sender-trust/message-trust.ts';
import { fetchPicture } from './fetch-picture.ts';
import { createRemoteContent, MOST_MESSAGE_BYTES, MOST_PICTURE_BYTES } from './remote-content.ts';

const GIF = Buffer.from('GIF89a\x58\x02\xc8\x00\x00\x00\x00', 'latin1');
type Asked = { readonly path: string; readonly headers: IncomingHttpHeaders };
type Answering = (answer: ServerResponse) => void;

let server: Server;
let port = 0;
let asked: Asked[] = [];
let pages: Readonly<Record<string, Answering>> = {};
/** Answers of names; every other one leads to the server. */
let names: Readonly<Record<string, readonly HostAddress[]>> = {};

const HERE: HostAddress = { address: '127.0.0.1', family: 4 };
const system = createSystemOutside();
const outside: Outside = {
  ...system,
  lookUp: async (host) => names[host] ?? [HERE],
  mayReach: (address, to) => (address === HERE.address && to === port) || system.mayReach(address, to),
};
const clock = createSystemClock();
const at = (path: string, host = 'beelden.example'): string => `http://${host}:${port}${path}`;
const fetched = (path: string, most = 100_000): Promise<PictureAnswer> =>
  fetchPicture({ outside, clock }, path.startsWith('http') ? path : at(path), most);
const picture = { kind: 'picture', contentType: 'image/gif' };
const send =
  (body: Uint8Array, headers: Readonly<Record<string, string>> = {}): Answering =>
  (answer) => {
    answer.writeHead(200, headers);
    answer.end(body);
  };
const moved =
  (to: string): Answering =>
  (answer) => {
    answer.writeHead(302, { location: to });
    answer.end();
  };

beforeAll(async () => {
  server = createServer((question, answer) => {
    const path = question.url ?? '';
    asked.push({ path, headers: question.headers });
    (pages[path.replace(/\?.*/, '')] ?? send(GIF))(answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  pages = {};
  names = {};
});

describe('a picture that lies elsewhere', () => {
  it('is asked for without telling anything about who asks', async () => {
    pages = { '/a.gif': send(GIF, { 'set-cookie': 'wie=tom', 'content-type': 'image/gif' }) };
    expect(await fetched(`http://tom:geheim@beelden.example:${port}/a.gif?id=7#x`)).toMatchObject(picture);
    await fetched('/a.gif');
    expect(asked.map(({ path }) => path)).toEqual(['/a.gif?id=7', '/a.gif']);
    for (const { headers } of asked) {
      expect(Object.keys(headers).toSorted()).toEqual([
        'accept',
        'accept-encoding',
        'connection',
        'host',
        'user-agent',
      ]);
      expect(headers['user-agent']).toBe('Mozilla/5.0');
    }
  });

  it('is what its bytes are, whatever its server calls it', async () => {
    pages = {
      '/svg': send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { 'content-type': 'image/png' }),
      '/gif': send(GIF, { 'content-type': 'text/html' }),
    };
    expect([await fetched('/svg'), await fetched('/gif')]).toMatchObject([{ kind: 'not', why: 'no-picture' }, picture]);
  });

  it('is followed where it moved to, three times at most', async () => {
    pages = { '/1': moved('/2'), '/2': moved(at('/3', 'elders.example')), '/3': moved('/4'), '/0': moved('/1') };
    expect(await fetched('/1')).toMatchObject(picture);
    expect(await fetched('/0')).toEqual({ kind: 'not', why: 'bad-address' });
  });

  it.each(['file:///etc/passwd', 'ftp://x.example/a.gif', 'data:image/gif;base64,AA', '//x', ''])(
    'is not fetched from %s',
    async (address) => {
      expect(await fetchPicture({ outside, clock }, address, 1)).toEqual({ kind: 'not', why: 'bad-address' });
    },
  );

  it.each([
    'http://192.168.1.1/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://8.8.8.8:25/',
    'http://binnen.example/',
    'http://half.example/',
  ])('is not fetched from the owner\u2019s own network: %s, nor when a stranger points there', async (place) => {
    names = {
      'binnen.example': [{ address: '10.0.0.9', family: 4 }],
      'half.example': [
        { address: '8.8.8.8', family: 4 },
        { address: 'fd00::1', family: 6 },
      ],
    };
    pages = { '/there': moved(place) };
    expect([await fetched(place), await fetched('/there')]).toEqual([
      { kind: 'not', why: 'refused-place' },
      { kind: 'not', why: 'refused-place' },
    ]);
  });

  it('is fetched from the very address that was checked, whatever the name says next', async () => {
    let looks = 0;
    const turning: Outside = {
      ...outside,
      lookUp: async () => [(looks += 1) === 1 ? HERE : { address: '10.0.0.9', family: 4 }],
    };
    expect(await fetchPicture({ outside: turning, clock }, at('/a.gif'), 1_000)).toMatchObject(picture);
    expect(looks).toBe(1);
  });

  it('is cut off where it is larger than it may be, however its length is told', async () => {
    const large = Buffer.concat([GIF, Buffer.alloc(300_000)]);
    let wasCut = false;
    pages = {
      '/told': send(large),
      '/untold': (answer) => {
        answer.on('close', () => {
          wasCut = !answer.writableEnded;
        });
        answer.writeHead(200);
        const more = (): void => {
          if (!answer.destroyed) answer.write(Buffer.alloc(65_536), () => setImmediate(more));
        };
        more();
      },
      '/less': (answer) => {
        answer.writeHead(200, { 'content-length': '13' });
        answer.socket?.end(Buffer.concat([GIF, large]));
      },
    };
    const tooLarge = { kind: 'not', why: 'too-large' };
    expect([await fetched('/told'), await fetched('/untold')]).toEqual([tooLarge, tooLarge]);
    await expect.poll(() => wasCut).toBe(true);
    // What comes behind the told length is never taken in.
    const less = await fetched('/less');
    expect(less.kind === 'picture' ? less.bytes.byteLength : 0).toBeLessThanOrEqual(GIF.byteLength);
  });

  it('is not waited for without end', async () => {
    const hasty: Outside = { ...outside, get: (url, to, limit) => outside.get(url, to, { ...limit, timeoutMs: 150 }) };
    pages = {
      '/silent': () => {},
      '/slow': (answer) => {
        answer.writeHead(200);
        answer.write(GIF.subarray(0, 4));
      },
    };
    const slow = { kind: 'not', why: 'no-answer' };
    expect(await fetchPicture({ outside: hasty, clock }, at('/silent'), 1_000)).toEqual(slow);
    expect(await fetchPicture({ outside: hasty, clock }, at('/slow'), 1_000)).toEqual(slow);
  });

  it('is not fetched where its address says that it only counts openings', async () => {
    pages = { '/logo.gif': moved('/track/open.gif') };
    expect([await fetched('/wf/open?x=1'), await fetched('/logo.gif')]).toEqual([
      { kind: 'not', why: 'spy' },
      { kind: 'not', why: 'spy' },
    ]);
    expect(asked.map(({ path }) => path)).toEqual(['/logo.gif']);
  });

  it('is asked for over TLS first, and plainly only where there is no other way', async () => {
    const tried: string[] = [];
    const told = (isSafe: boolean): Outside => ({
      lookUp: async () => [{ address: '8.8.8.8', family: 4 }],
      mayReach: () => true,
      get: async (url) => {
        tried.push(url);
        return url.startsWith('https:') === isSafe
          ? { kind: 'answer', status: 200, location: null, bytes: GIF }
          : { kind: 'no-answer', code: 'ECONNREFUSED' };
      },
    });
    await fetchPicture({ outside: told(true), clock }, 'http://zaak.be/a.gif', 1_000);
    await fetchPicture({ outside: told(false), clock }, 'http://zaak.be/a.gif', 1_000);
    expect(tried).toEqual(['https://zaak.be/a.gif', 'https://zaak.be/a.gif', 'http://zaak.be/a.gif']);
  });
});

describe('the pictures of one mail', () => {
  const room = () => {
    const desk = createSourceDesk();
    const events: string[] = [];
    const { handlers } = createRemoteContent({
      store: desk.store,
      ports: { clock: desk.ports.clock, outside },
      emit: ({ kind }) => void events.push(kind),
      trustOf: createMessageTrust({ store: desk.store, clock: desk.ports.clock, ownName: () => 'Tom Claes' }),
      isPublicMail: createPublicMail(join(import.meta.dirname, '../../../assets/mail-providers')),
    });
    const show = async (message: number, path: string): Promise<PictureAnswer> => {
      const answer = await handlers['remote.picture']({ message, url: at(path) });
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    };
    return { desk, handlers, events, show };
  };

  it('are asked for once, however often they are drawn', async () => {
    const { desk, show } = room();
    const row = desk.receive({});
    await Promise.all([show(row, '/a.gif'), show(row, '/a.gif')]);
    await show(row, '/a.gif');
    expect(asked).toHaveLength(1);
  });

  it('are together no more than a mail may have', async () => {
    const { desk, show } = room();
    const row = desk.receive({});
    const heavy = Buffer.concat([GIF, Buffer.alloc(MOST_PICTURE_BYTES - GIF.byteLength)]);
    pages = Object.fromEntries([1, 2, 3, 4].map((nth) => [`/${nth}`, send(heavy)]));
    expect(heavy.byteLength * 4).toBe(MOST_MESSAGE_BYTES);
    const shown = await Promise.all([1, 2, 3, 4, 5].map((nth) => show(row, `/${nth}`)));
    expect(shown.map(({ kind }) => kind)).toEqual(['picture', 'picture', 'picture', 'picture', 'not']);
    expect(asked).toHaveLength(4);
    // Another mail has its own measure.
    expect(await show(desk.receive({ messageId: 'b@x' }), '/5')).toMatchObject(picture);
  });

  it('are not fetched for a mail that is not there', async () => {
    const { handlers } = room();
    expect(await handlers['remote.picture']({ message: 999_999, url: at('/a.gif') })).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
  });

  it('are always shown of a sender for whom the own mail server vouches, and only while it does', async () => {
    const { desk, handlers, events } = room();
    const raw = sourceMail('wix-form');
    const forged = raw.replace('Message-ID: <', 'Message-ID: <x').replace(/^Authentication-Results:[^]*?\n(?! )/m, '');
    const [row, silent] = [desk.take(raw), desk.take(forged)];
    const pictures = async (message: number) => {
      const trust = await handlers['message.trust']({ message });
      return trust.ok ? trust.value.pictures : null;
    };
    expect(await pictures(row)).toMatchObject({ alwaysOf: null, isKeepable: true });
    expect(await handlers['remote.allow']({ message: silent, whom: 'domain' })).toMatchObject({
      error: { code: 'sender-not-proven' },
    });
    expect(await handlers['remote.allow']({ message: row, whom: 'sender' })).toMatchObject({
      value: { pictures: { alwaysOf: desk.store.messages.get(row)?.from.address.toLowerCase() } },
    });
    expect(events).toEqual(['settings-changed']);
    expect(await pictures(silent)).toMatchObject({ alwaysOf: null, isKeepable: false, domain: null });
    const list = await handlers['remote.senders']({});
    const [one] = list.ok ? list.value : [];
    expect(await handlers['remote.forget']({ sender: one?.sender ?? '' })).toEqual({ ok: true, value: [] });
    expect(await pictures(row)).toMatchObject({ alwaysOf: null });
  });

  it('are shown of everybody of a firm, taken back as one, and never offered where anybody has a mailbox', async () => {
    const { desk, handlers } = room();
    const from = (address: string, results: string): number =>
      desk.receive({
        from: [{ name: '', address }],
        messageId: `${address}@x`,
        headers: { 'authentication-results': [`mx.mijnmail.example; ${results}`] },
      });
    const pictures = async (message: number) => {
      const trust = await handlers['message.trust']({ message });
      return trust.ok ? trust.value.pictures : null;
    };
    const proven = 'dkim=pass header.d=beslag.be';
    const [news, order, forged] = [
      from('nieuws@beslag.be', proven),
      from('Order@Beslag.be', proven),
      from('directie@beslag.be', 'dmarc=fail header.from=beslag.be'),
    ];
    await handlers['remote.allow']({ message: order, whom: 'sender' });
    expect(await handlers['remote.allow']({ message: news, whom: 'domain' })).toMatchObject({
      value: { pictures: { domain: 'beslag.be', alwaysOf: '@beslag.be' } },
    });
    expect(await handlers['remote.senders']({})).toMatchObject({ value: [{ sender: '@beslag.be' }] });
    expect(await pictures(order)).toMatchObject({ alwaysOf: '@beslag.be' });
    expect(await pictures(forged)).toMatchObject({ alwaysOf: null, domain: null });
    expect(await pictures(from('x@nietbeslag.be', 'dkim=pass header.d=nietbeslag.be'))).toMatchObject({
      alwaysOf: null,
    });
    await handlers['remote.forget']({ sender: '@beslag.be' });
    expect(await pictures(order)).toMatchObject({ alwaysOf: null });

    // The first by its name, the second by the list of providers.
    for (const domain of ['telenet.be', 'bikerider.com']) {
      const row = from(`jan@${domain}`, `dmarc=pass header.from=${domain}`);
      expect(await pictures(row)).toMatchObject({ isKeepable: true, domain: null });
      expect(await handlers['remote.allow']({ message: row, whom: 'domain' })).toMatchObject({
        error: { code: 'not-possible-now' },
      });
    }
  });

  it('and of a firm that nobody else writes from, its domain goes with the one who is erased', async () => {
    const { desk } = room();
    desk.store.remoteSenders.allowDomain('@beslag.be', 1);
    const row = desk.receive({ from: [{ name: '', address: 'an@Beslag.be' }], messageId: 'a@x' });
    desk.store.erasures.forgetAddress('order@beslag.be');
    expect(desk.store.remoteSenders.all()).toHaveLength(1);
    desk.store.erasures.eraseMessage(row, () => 'key');
    desk.store.erasures.forgetAddress('an@beslag.be');
    expect(desk.store.remoteSenders.all()).toEqual([]);
  });

  it('and a sender who is erased is forgotten here too', async () => {
    const { desk, handlers } = room();
    const row = desk.take(sourceMail('wix-form'));
    await handlers['remote.allow']({ message: row, whom: 'sender' });
    const sender = desk.store.messages.get(row)?.from.address.toLowerCase() ?? '';
    expect(desk.store.remoteSenders.isAllowed(sender)).toBe(true);
    desk.store.erasures.forgetAddress(sender);
    expect(desk.store.remoteSenders.all()).toEqual([]);
  });
});

describe('what is said of who sent a mail', () => {
  it('knows whom the owner wrote to, and what his mail server found', async () => {
    const desk = createSourceDesk();
    const trust = createMessageTrust({ store: desk.store, clock: desk.ports.clock, ownName: () => 'Tom Claes' });
    desk.sentElsewhere({ to: [{ name: 'Jan de Vries', address: 'jan@devries-bouw.nl' }] });
    const from = (name: string, address: string, results?: string) =>
      trust(
        desk.receive({
          from: [{ name, address }],
          messageId: `${address}@x`,
          headers: results === undefined ? {} : { 'authentication-results': [`mx.mijnmail.example; ${results}`] },
        }),
      )?.doubts.map(({ kind }) => kind);
    expect(from('Jan de Vries', 'jan@devries-bouw.nl')).toEqual([]);
    expect(from('Jan de Vries', 'jan.dv@freemail.example')).toEqual(['known-name']);
    expect(from('Boekhouding', 'boek@devries-bouww.nl')).toEqual(['looks-like']);
    expect(from('Tom Claes', 'directie@freemail.example')).toEqual(['own-name']);
    expect(from('Bank', 'service@bank.example', 'dmarc=fail header.from=bank.example')).toEqual(['not-from-there']);
    expect(trust(999_999)).toBeNull();
  });
});
