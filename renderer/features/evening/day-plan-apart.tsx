// What is owed on a day without a time of its own: promises, and what is due and planned for no hour.
import { useTranslation } from 'react-i18next';
import { replyByWords } from '../../i18n/trade-words.ts';
import { useLanguage, useNow, useZone } from '../../state/use-desk.tsx';

type ApartLine = {
  readonly key: number;
  readonly conversation: number;
  readonly who: string;
  readonly words: string;
  readonly at: number;
};
type ApartProps = {
  readonly title: string;
  readonly lines: readonly ApartLine[];
  /** How many more there are than stand here. */
  readonly more: number;
  readonly chosen: number | null;
  readonly onOpen: (conversation: number) => void;
};

export function DayPlanApart({ title, lines, more, chosen, onOpen }: ApartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const zone = useZone();
  if (lines.length === 0) return null;
  return (
    <section className="plan-due" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ key, conversation, who, words, at }) => (
          <li key={key} className={conversation === chosen ? 'plan-line chosen' : 'plan-line'}>
            <span className={`plan-at ${at <= now ? 'late' : ''}`}>{replyByWords(language, at, now, zone)}</span>
            <button type="button" className="plan-what" onClick={() => onOpen(conversation)}>
              <strong>{who}</strong> <span className="soft">{words.trim() || t('common.noSubject')}</span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">{t('plan.dueMore', { count: more })}</p>}
    </section>
  );
}
