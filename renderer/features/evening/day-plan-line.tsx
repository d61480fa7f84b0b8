// One line of the day: its time, who and about what, and what can be done with it.
import { useTranslation } from 'react-i18next';
import { channelName } from '../../i18n/trade-words.ts';
import { useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { DayLine } from './day-plan-lines.ts';

export type LineDeeds = {
  readonly choose: (conversation: number) => void;
  readonly open: (conversation: number) => void;
  readonly done: (conversation: number) => void;
  readonly move: (conversation: number) => void;
};

type DayPlanLineProps = { readonly one: DayLine; readonly isChosen: boolean; readonly deeds: LineDeeds };

export function DayPlanLine({ one, isChosen, deeds }: DayPlanLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moments = useMoments();
  const look = isChosen ? 'plan-line chosen' : 'plan-line';
  const at = <span className="plan-at">{moments.time(one.at)}</span>;
  switch (one.kind) {
    case 'hole':
      return (
        <li className="plan-line hole">
          {at}
          <span className="soft">{t('plan.hole', { until: moments.time(one.hole.until) })}</span>
        </li>
      );
    case 'leaving':
      return (
        <li className={`${look} by-itself`}>
          {at}
          <Icon name="send" />
          <button type="button" className="plan-what" onClick={() => deeds.open(one.line.conversation)}>
            {t('plan.answerTo', { who: one.line.who })}
          </button>
          <span className={one.line.state === 'failed' || one.line.state === 'unknown' ? 'chip warn' : 'soft'}>
            {t(`plan.delivery.${one.line.state}`)}
          </span>
        </li>
      );
    case 'waking':
      return (
        <li className={`${look} by-itself`}>
          {at}
          <Icon name="snooze" />
          <What line={one.line} onOpen={deeds.open} />
          <span className="soft">{t('plan.wakes')}</span>
        </li>
      );
    case 'planned': {
      const { conversation, isDone, channel, who } = one.line;
      return (
        <li className={`${look} planned${isDone ? ' done' : ''}`}>
          {at}
          <button
            type="button"
            className="plan-check"
            role="checkbox"
            aria-checked={isDone}
            aria-label={t('plan.check', { who })}
            disabled={isDone}
            onClick={() => deeds.done(conversation)}
          >
            {isDone && <Icon name="done" />}
          </button>
          <What line={one.line} onOpen={deeds.open} />
          <span className="soft">{isDone ? t('plan.isDone') : channelName(language, channel)}</span>
          {!isDone && (
            <span className="no-print">
              <Button size="small" look="quiet" hint="plan" onClick={() => deeds.move(conversation)}>
                {t('plan.move')}
              </Button>
            </span>
          )}
        </li>
      );
    }
  }
}

type WhatProps = {
  readonly line: { readonly conversation: number; readonly who: string; readonly subject: string };
  readonly onOpen: (conversation: number) => void;
};

function What({ line, onOpen }: WhatProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className="plan-what" onClick={() => onOpen(line.conversation)}>
      <strong>{line.who}</strong> <span className="soft">{line.subject.trim() || t('common.noSubject')}</span>
    </button>
  );
}
