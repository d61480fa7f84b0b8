// What may not reach a log: passwords that this run has seen, mail addresses, and whatever is long enough to be somebody's text.
// Callers already keep such things out; this is the second lock, for words that come from libraries and servers.

export type Redactor = {
  /** From now on this is never written. Very short secrets are left alone: hiding "1" would hide every figure. */
  readonly learn: (secret: string) => void;
  readonly clean: (text: string) => string;
};

const SHORTEST_SECRET = 4;
const LONGEST_TEXT = 4_000;
// Bounded on both sides so that a hostile line costs linear time.
const MAIL_ADDRESS = /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/g;
// SASL answers are base64: a run this long in a log helps nobody.
const LONG_BASE64 = /[A-Za-z0-9+/]{80,}={0,2}/g;

export function createRedactor(): Redactor {
  const secrets = new Set<string>();
  return {
    learn: (secret) => {
      if (secret.length < SHORTEST_SECRET) return;
      secrets.add(secret);
      secrets.add(Buffer.from(secret, 'utf8').toString('base64'));
    },
    clean: (text) => {
      let clean = text.slice(0, LONGEST_TEXT);
      for (const secret of secrets) clean = clean.replaceAll(secret, '[secret]');
      return clean.replace(MAIL_ADDRESS, '[address]').replace(LONG_BASE64, '[data]');
    },
  };
}
