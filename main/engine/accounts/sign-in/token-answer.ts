// What a token endpoint's answer means (RFC 6749, 5.1 and 5.2). Nothing of it is ever repeated in a failure, save its error code and the
// provider's own words about it: everything else there may be a token.
import { z } from 'zod';
import { failed, ok, type Failure, type Result } from '../../../contract/errors.ts';
import type { OAuthProvider } from '../../../contract/views.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { FormAnswer } from '../../ports/ports.ts';
import { PROVIDER_NAMES } from './oauth-providers.ts';

export type Tokens = {
  readonly access: string;
  /** null: the one we have stays good. */
  readonly refresh: string | null;
  readonly expiresAt: Instant;
};

const granted = z.object({
  access_token: z.string().min(1).max(20_000),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().min(0).max(10_000_000).optional(),
  refresh_token: z.string().min(1).max(20_000).optional(),
  scope: z.string().max(5_000).optional(),
});
const refused = z.object({
  error: z.string().max(100),
  error_description: z.string().max(5_000).optional(),
});

/** What most servers give where they do not say (RFC 6749 recommends to say). */
const USUAL_LIFE_S = 3_600;

/** The grant is over because of its age or disuse, in the words of Google and Microsoft (AADSTS70008, AADSTS700082). */
const AGE_WORDS = /AADSTS(70008|700082|700084)\b|inactiv|expired/i;
/** Google does not tell the two apart ("expired or revoked"): then it is what the owner can check. */
const REVOKED_WORDS = /revoked/i;
/** Microsoft gives this code where the owner must do something at its page: second factor, new terms, a password that changed. */
const OWNER_ERRORS: ReadonlySet<string> = new Set([
  'invalid_grant',
  'interaction_required',
  'consent_required',
  'login_required',
]);
const SET_UP_ERRORS: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'unsupported_grant_type',
  'invalid_scope',
]);

export function readTokenAnswer(
  answer: FormAnswer,
  at: {
    readonly provider: OAuthProvider;
    readonly host: string;
    readonly now: Instant;
    readonly email: string;
    readonly scopes: readonly string[];
  },
): Result<Tokens> {
  const values = { provider: PROVIDER_NAMES[at.provider], host: at.host, email: at.email };
  if (answer.kind === 'no-answer') return { ok: false, error: unreached(answer.code, values) };
  const body = jsonIn(answer.body);
  if (answer.status === 200) {
    const read = granted.safeParse(body);
    if (!read.success) return failed('server-nonsense', 'auto', 'no token in the answer', values);
    const { access_token: access, expires_in: lifeS = USUAL_LIFE_S, refresh_token: refresh = null, scope } = read.data;
    if (scope !== undefined && !grantsAll(scope, at.scopes)) {
      return failed('sign-in-stopped', 'user', 'access to the mail was not granted', values);
    }
    return ok({ access, refresh, expiresAt: at.now + lifeS * 1_000 });
  }
  if (answer.status === 429 || answer.status >= 500) {
    return failed('server-busy', 'after', `HTTP ${answer.status}`, values);
  }
  const why = refused.safeParse(body);
  if (!why.success) return failed('server-nonsense', 'auto', `HTTP ${answer.status}`, values);
  const { error, error_description: words = '' } = why.data;
  // Only the words of the error; they end before Microsoft's trace numbers.
  const detail = `${error}: ${words.split(/\r?\n|Trace ID/)[0]?.slice(0, 300) ?? ''}`.replace(/: $/, '');
  if (OWNER_ERRORS.has(error)) {
    return failed(
      AGE_WORDS.test(words) && !REVOKED_WORDS.test(words) ? 'sign-in-expired' : 'sign-in-revoked',
      'user',
      detail,
      values,
    );
  }
  if (SET_UP_ERRORS.has(error)) return failed('sign-in-not-set-up', 'user', detail, values);
  if (error === 'temporarily_unavailable' || error === 'server_error')
    return failed('server-busy', 'after', detail, values);
  return failed('server-nonsense', 'auto', detail, values);
}

/** The network's failure is not the owner's, and nothing that he granted is touched by it. */
function unreached(code: string, values: Readonly<Record<string, string>>): Failure {
  const as = (kind: 'connection-refused' | 'timeout' | 'tls-certificate' | 'offline' | 'connection-lost') =>
    failed(kind, 'auto', code, values).error;
  if (code === 'ECONNREFUSED') return as('connection-refused');
  if (code === 'ETIMEDOUT' || /^UND_ERR_\w+_TIMEOUT$/.test(code)) return as('timeout');
  if (/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT)/.test(code)) return as('tls-certificate');
  // The provider's own server does exist: a name that is not found is a network without the internet behind it.
  if (/^(ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EADDRNOTAVAIL)$/.test(code)) return as('offline');
  return as('connection-lost');
}

/** Servers repeat scopes in any order and case; offline_access is not repeated by all. */
function grantsAll(scope: string, wanted: readonly string[]): boolean {
  const given = new Set(scope.toLowerCase().split(/\s+/));
  return wanted.every((name) => name === 'offline_access' || given.has(name.toLowerCase()));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
