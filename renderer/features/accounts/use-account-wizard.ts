// What the wizard knows and does, without how it looks: look up servers, try them, keep the account.
import { useState } from 'react';
import type { AccountDraft } from '../../../main/contract/account-commands.ts';
import type { Failure } from '../../../main/contract/errors.ts';
import type { AccountView, ServerSuggestion, TestStep } from '../../../main/contract/views.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';

export type WizardStep = 'who' | 'looking' | 'servers' | 'testing' | 'done';
export const TEST_STEPS: readonly TestStep[] = [
  'browser',
  'imap-connect',
  'imap-sign-in',
  'imap-mailboxes',
  'smtp-connect',
  'smtp-sign-in',
];

export type Wizard = {
  readonly step: WizardStep;
  readonly draft: AccountDraft;
  readonly suggestion: ServerSuggestion | null;
  readonly error: Failure | null;
  /** Steps of the test that have begun, in order. */
  readonly begun: readonly TestStep[];
  /** Under which the running test tells its steps. */
  readonly testId: string;
  readonly account: AccountView | null;
  readonly change: (part: Partial<AccountDraft>) => void;
  /** `again`: also when these servers are known already. */
  readonly lookUp: (again?: boolean) => Promise<void>;
  readonly connect: () => Promise<void>;
  readonly back: (step: WizardStep) => void;
};

const NO_STEPS: readonly TestStep[] = [];
const IMAP = { host: '', port: 993, security: 'tls' } as const;
const SMTP = { host: '', port: 465, security: 'tls' } as const;

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim());

export const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host.trim());

/** Plain text to a server elsewhere needs the owner's explicit yes. */
export const needsPlainYes = ({ imap, smtp }: Pick<AccountDraft, 'imap' | 'smtp'>): boolean =>
  [imap, smtp].some(({ security, host }) => security === 'plain' && !isLoopback(host));

export function useAccountWizard(knownEmail: string): Wizard {
  const desk = useDesk();
  const secrets = useFacts(({ status }) => status.secrets);
  const myName = useFacts(({ settings }) => settings.me.name);
  const [step, setStep] = useState<WizardStep>('who');
  const [suggestion, setSuggestion] = useState<ServerSuggestion | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const [account, setAccount] = useState<AccountView | null>(null);
  /** The address that the servers on the second sheet were looked up for. */
  const [lookedUp, setLookedUp] = useState('');
  const [testId, setTestId] = useState('');
  const [draft, setDraft] = useState<AccountDraft>({
    email: knownEmail,
    name: myName,
    user: '',
    password: '',
    imap: IMAP,
    smtp: SMTP,
    ca: null,
    keep: secrets,
    plainAllowed: false,
    oauth: null,
    history: '1y',
  });
  const begun = useFacts(({ testSteps }) => testSteps[testId]) ?? NO_STEPS;
  const change = (part: Partial<AccountDraft>): void => setDraft((before) => ({ ...before, ...part }));

  return {
    step,
    draft,
    suggestion,
    error,
    begun,
    testId,
    account,
    change,
    back: (to) => {
      setError(null);
      setStep(to);
    },
    lookUp: async (again = false) => {
      const email = draft.email.trim();
      setError(null);
      // Back and on again with the same address: what was typed by hand is kept.
      if (email === lookedUp && !again) {
        setStep('servers');
        return;
      }
      setStep('looking');
      const answer = await desk.client.call('accounts.suggest', { email });
      const found = answer.ok ? answer.value : null;
      setSuggestion(found);
      setLookedUp(email);
      change(
        found === null
          ? { email, user: email, imap: IMAP, smtp: SMTP, oauth: null }
          : {
              email,
              user: found.user,
              imap: found.imap,
              smtp: found.smtp,
              // Where the provider's own page works, nobody has to make an app password.
              oauth: found.oauth?.isSetUp === true ? found.oauth.provider : null,
            },
      );
      setStep('servers');
    },
    connect: async () => {
      const id = crypto.randomUUID();
      setTestId(id);
      setError(null);
      setStep('testing');
      const password = draft.oauth === null ? draft.password : '';
      const ready = { ...draft, password, plainAllowed: draft.plainAllowed && needsPlainYes(draft) };
      const added = await desk.client.call('accounts.add', { testId: id, draft: ready });
      if (!added.ok) {
        setError(added.error);
        return;
      }
      // The password has been handed over; the window has no more business with it.
      change({ password: '' });
      setAccount(added.value);
      setStep('done');
      await desk.refresh.accounts();
    },
  };
}
