// The answers behind a figure, the longest wait first. Each line opens its conversation.
import { useTranslation } from 'react-i18next';
import type { AnswerView, ReportPeriod } from '../../../main/contract/report.ts';
import { useDesk, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { MOST_ANSWERS, useAnswersBehind, type Behind } from './use-report.ts';
import { workingTime } from '../../i18n/working-time.ts';

type AnswersBehindProps = {
  readonly title: string;
  readonly period: ReportPeriod;
  readonly behind: Behind;
  readonly onClose: () => void;
};

export function AnswersBehind({ title, period, behind, onClose }: AnswersBehindProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { value: answers, error } = useAnswersBehind(period, behind);
  return (
    <aside className="report-behind" aria-label={title}>
      <header className="report-behind-head">
        <h3>{title}</h3>
        <Button size="small" look="quiet" onClick={onClose}>
          {t('report.close')}
        </Button>
      </header>
      {error !== null && <FailureBox error={error} language={language} />}
      <ul>
        {answers?.map((answer) => (
          <AnswerLine key={answer.message} answer={answer} />
        ))}
      </ul>
      {answers?.length === MOST_ANSWERS && <p className="soft">{t('report.more', { count: MOST_ANSWERS })}</p>}
    </aside>
  );
}

function AnswerLine({ answer }: { readonly answer: AnswerView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const words = { asked: moments.when(answer.askedAt), time: workingTime(t, answer.minutes) };
  return (
    <li>
      <button
        type="button"
        className="outbox-line"
        onClick={() =>
          desk.place.setState({ view: { kind: 'desk' }, conversation: answer.conversation, isReading: true })
        }
      >
        <strong className="cut">{answer.who}</strong>
        {!answer.isInTime && <span className="outbox-state trouble">{t('report.late')}</span>}
        <span className="cut report-subject">{answer.subject.trim() || t('common.noSubject')}</span>
        <span className="soft report-subject">
          {t(answer.by === 'phoned' ? 'report.linePhoned' : 'report.line', words)}
        </span>
      </button>
    </li>
  );
}
