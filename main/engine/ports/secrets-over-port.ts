// Passwords for an engine that runs in a worker thread: only the host's own thread reaches the keychain, so the questions travel
// as messages. Both ends are here; nothing is stored on the way.
import type { Secrets } from './ports.ts';

export type SecretQuestion =
  | { readonly op: 'read'; readonly account: string }
  | { readonly op: 'keep'; readonly account: string; readonly secret: string; readonly where: 'session' | 'keychain' }
  | { readonly op: 'forget'; readonly account: string }
  | { readonly op: 'status' };

type Answers = { readonly [Op in SecretQuestion['op']]: Awaited<ReturnType<Secrets[Op]>> };
export type SecretAnswerMessage = {
  readonly [Op in SecretQuestion['op']]: { readonly op: Op; readonly answer: Answers[Op] };
}[SecretQuestion['op']];

/** The engine's end. `learn` is told every secret that passes, so that the engine's log can keep it out. */
export function createAskedSecrets(
  ask: (question: SecretQuestion) => Promise<SecretAnswerMessage>,
  learn: (secret: string) => void,
): Secrets {
  return {
    read: async (account) => {
      const { answer } = expect('read', await ask({ op: 'read', account }));
      if (answer.kind === 'found') learn(answer.secret);
      return answer;
    },
    keep: async (account, secret, where) => {
      learn(secret);
      return expect('keep', await ask({ op: 'keep', account, secret, where })).answer;
    },
    forget: async (account) => {
      await ask({ op: 'forget', account });
    },
    status: async () => expect('status', await ask({ op: 'status' })).answer,
  };
}

/** The host's end. */
export async function answerSecretQuestion(secrets: Secrets, question: SecretQuestion): Promise<SecretAnswerMessage> {
  switch (question.op) {
    case 'read':
      return { op: 'read', answer: await secrets.read(question.account) };
    case 'keep':
      return { op: 'keep', answer: await secrets.keep(question.account, question.secret, question.where) };
    case 'forget':
      return { op: 'forget', answer: await secrets.forget(question.account) };
    case 'status':
      return { op: 'status', answer: await secrets.status() };
  }
}

function expect<Op extends SecretQuestion['op']>(
  op: Op,
  message: SecretAnswerMessage,
): Extract<SecretAnswerMessage, { readonly op: Op }> {
  if (message.op !== op) throw new Error(`asked the host to ${op}, it answered ${message.op}`);
  return message as Extract<SecretAnswerMessage, { readonly op: Op }>;
}
