// The connection test as it runs: five steps, each with its state in words.
import { useTranslation } from 'react-i18next';
import type { TestStep } from '../../../main/contract/views.ts';
import { TEST_STEPS } from './use-account-wizard.ts';

type TestProgressProps = {
  readonly begun: readonly TestStep[];
  readonly hasFailed: boolean;
  readonly isDone: boolean;
  /** Signing in begins in the browser. */
  readonly byBrowser?: boolean;
};

export function TestProgress({ begun, hasFailed, isDone, byBrowser = false }: TestProgressProps) {
  const { t } = useTranslation();
  const steps = byBrowser ? TEST_STEPS : TEST_STEPS.filter((step) => step !== 'browser');
  const busyAt = Math.max(0, ...begun.map((step) => steps.indexOf(step)));
  const stateOf = (index: number): 'waiting' | 'busy' | 'done' | 'failed' => {
    if (isDone || index < busyAt) return 'done';
    if (index > busyAt) return 'waiting';
    return hasFailed ? 'failed' : 'busy';
  };
  return (
    <ol className="test-steps" aria-live="polite" aria-label={t('wizard.testing')}>
      {steps.map((step, index) => {
        const state = stateOf(index);
        return (
          <li key={step} className={state}>
            <span>{t(`wizard.step.${step}`)}</span>
            <span className="test-state">{t(`wizard.stepState.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
