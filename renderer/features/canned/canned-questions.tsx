// What a saved reply asks before it goes in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

type CannedQuestionsProps = {
  readonly title: string;
  readonly questions: readonly string[];
  readonly onAnswer: (answers: Readonly<Record<string, string>>) => void;
  readonly onClose: () => void;
};

export function CannedQuestions({ title, questions, onAnswer, onClose }: CannedQuestionsProps) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const isComplete = questions.every((question) => (answers[question] ?? '').trim() !== '');
  return (
    // Esc leaves the questions from any of their fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="canned-picker questions"
      aria-label={`${title}: ${t('canned.questions')}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onAnswer(answers);
      }}
    >
      <h3>{title}</h3>
      {questions.map((question, index) => (
        <TextField
          key={question}
          label={question}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- goes on where the owner was typing
          autoFocus={index === 0}
          value={answers[question] ?? ''}
          autoComplete="off"
          onText={(text) => setAnswers({ ...answers, [question]: text })}
        />
      ))}
      <div className="row-of-buttons">
        <Button look="main" size="small" isSubmit disabled={!isComplete}>
          {t('canned.insert')}
        </Button>
        <Button look="quiet" size="small" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
