// A certificate authority for tests, made new for each run and never written to disk by itself: no key lies in the repository, and
// no openssl needs to be installed. Only as much X.509 (RFC 5280) as TLS clients look at.
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export type TestCertificate = { readonly cert: string; readonly key: string };

export type TestCa = {
  /** PEM of the authority: what a client must trust. */
  readonly ca: string;
  /** A server's certificate for these names and addresses, valid from a day ago unless told. */
  readonly issue: (options: {
    readonly names: readonly string[];
    readonly addresses?: readonly string[];
    readonly validUntil?: Date;
  }) => TestCertificate;
};

const DAY_MS = 86_400_000;

/** A certificate that nobody but itself vouches for, as a box in the shop makes one. */
export function selfSigned(options: {
  readonly names: readonly string[];
  readonly addresses?: readonly string[];
  readonly validUntil?: Date;
}): TestCertificate {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = name(options.names[0] ?? 'localhost');
  const { names, addresses = [] } = options;
  return {
    cert: certificate({
      issuer: own,
      subject: own,
      from: new Date(Date.now() - 400 * DAY_MS),
      until: options.validUntil ?? new Date(Date.now() + 400 * DAY_MS),
      publicKey: pair.publicKey,
      signer: pair.privateKey,
      extensions: [extension('2.5.29.17', false, sequence(...alternatives(names, addresses)))],
    }),
    key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

const alternatives = (names: readonly string[], addresses: readonly string[]): readonly Buffer[] => [
  ...names.map((host) => tagged(0x82, Buffer.from(host, 'ascii'))),
  ...addresses.map((address) => tagged(0x87, Buffer.from(address.split('.').map(Number)))),
];

export function createTestCa(): TestCa {
  const root = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rootName = name('Balie test authority');
  const rootKeyId = keyId(root.publicKey);
  const from = new Date(Date.now() - 400 * DAY_MS);
  const until = new Date(Date.now() + 400 * DAY_MS);
  const ca = certificate({
    issuer: rootName,
    subject: rootName,
    from,
    until,
    publicKey: root.publicKey,
    signer: root.privateKey,
    extensions: [
      extension('2.5.29.19', true, sequence(boolean(true))),
      // keyCertSign and cRLSign
      extension('2.5.29.15', true, tagged(0x03, Buffer.from([1, 0x06]))),
      extension('2.5.29.14', false, tagged(0x04, rootKeyId)),
    ],
  });
  return {
    ca,
    issue: ({ names, addresses = [], validUntil = until }) => {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return {
        cert: certificate({
          issuer: rootName,
          subject: name(names[0] ?? 'localhost'),
          from,
          until: validUntil,
          publicKey: pair.publicKey,
          signer: root.privateKey,
          extensions: [
            extension('2.5.29.19', true, sequence()),
            // serverAuth
            extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
            extension('2.5.29.17', false, sequence(...alternatives(names, addresses))),
            extension('2.5.29.35', false, sequence(tagged(0x80, rootKeyId))),
          ],
        }),
        key: createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
          .export({ type: 'pkcs8', format: 'pem' })
          .toString(),
      };
    },
  };
}

function certificate(facts: {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly from: Date;
  readonly until: Date;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly extensions: readonly Buffer[];
}): string {
  const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));
  const serial = randomBytes(12);
  serial[0] = (serial[0] ?? 0) & 0x7f || 1;
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, serial),
    ecdsaWithSha256,
    facts.issuer,
    sequence(time(facts.from), time(facts.until)),
    facts.subject,
    facts.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...facts.extensions)),
  );
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, facts.signer)]));
  const lines =
    sequence(body, ecdsaWithSha256, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

const keyId = (key: KeyObject): Buffer =>
  createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();

function tagged(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, (size >> 8) & 0xff, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
const boolean = (value: boolean): Buffer => tagged(0x01, Buffer.from([value ? 0xff : 0]));
const name = (common: string): Buffer =>
  sequence(tagged(0x31, sequence(oid('2.5.4.3'), tagged(0x0c, Buffer.from(common, 'utf8')))));
const extension = (id: string, isCritical: boolean, value: Buffer): Buffer =>
  sequence(oid(id), ...(isCritical ? [boolean(true)] : []), tagged(0x04, value));
const time = (at: Date): Buffer =>
  tagged(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`, 'ascii'));

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return tagged(0x06, Buffer.from(bytes));
}
