// What Balie understood of a moment that is being typed: the day and hour, how much working time lies before it, and what looks like
// a slip.
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../main/domain/instant.ts';
import type { OfficeHours } from '../../main/domain/office-hours/office-hours.ts';
import { createOpenTime } from '../../main/domain/office-hours/open-time.ts';
import { momentRemarks } from '../../main/domain/reply-by/moment-remarks.ts';
import type { Moments } from '../i18n/moments.ts';

type MomentReadProps = {
  readonly at: Instant;
  readonly now: Instant;
  readonly hours: OfficeHours;
  readonly moments: Moments;
};

export function MomentRead({ at, now, hours, moments }: MomentReadProps) {
  const { t } = useTranslation();
  const { workingMinutes, isClosed, isFar } = momentRemarks(at, now, createOpenTime(hours));
  const when = moments.full(at);
  const remarks = [isClosed ? t('moment.closed') : null, isFar ? t('moment.far') : null].filter((one) => one !== null);
  return (
    <>
      <p>
        <strong>
          {workingMinutes === 0 ? t('moment.readsSoon', { when }) : t('moment.reads', { when, working: working() })}
        </strong>
      </p>
      {remarks.length > 0 && <p className="when-remark">{remarks.join(' ')}</p>}
    </>
  );

  /** To the half hour: nobody plans by the minute over days. */
  function working(): string {
    if (workingMinutes < 60) return t('moment.workingMinutes', { count: workingMinutes });
    const count = Math.round(workingMinutes / 30) / 2;
    return t('moment.working', { count, shown: moments.count(count) });
  }
}
