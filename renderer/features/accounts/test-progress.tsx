// The connection test as it runs: five steps, each with its state in words.
import { useTranslation } from 'react-i18next';
import type { TestStep } from '../../../main/contract/views.ts';
import { TEST_STEPS } from './use-account-wizard.ts';

type TestProgressProps = {
  readonly begun: readonly TestStep[];
  readonly hasFailed: boolean;
  readonly isDone: boolean;
};

export function TestProgress({ begun, hasFailed, isDone }: TestProgressProps) {
  const { t } = useTranslation();
  const busyAt = Math.max(0, ...begun.map((step) => TEST_STEPS.indexOf(step)));
  const stateOf = (index: number): 'waiting' | 'busy' | 'done' | 'failed' => {
    if (isDone || index < busyAt) return 'done';
    if (index > busyAt) return 'waiting';
    return hasFailed ? 'failed' : 'busy';
  };
  return (
    <ol className="test-steps" aria-live="polite" aria-label={t('wizard.testing')}>
      {TEST_STEPS.map((step, index) => {
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
