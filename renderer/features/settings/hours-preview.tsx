// What the office hours mean, in one sentence about a message on Friday evening; follows every change at once.
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../main/contract/settings.ts';
import { MINUTE_MS } from '../../../main/domain/instant.ts';
import { weekdayIndex } from '../../../main/domain/office-hours/calendar.ts';
import { officeHoursOf } from '../../../main/domain/office-hours/holidays.ts';
import { createOpenTime } from '../../../main/domain/office-hours/open-time.ts';
import { replyByFor } from '../../../main/domain/reply-by/reply-by.ts';
import { useMoments, useNow } from '../../state/use-desk.tsx';

const FRIDAY = 4;
/** Twenty to six: just after most shops close. */
const ARRIVES_MS = (17 * 60 + 40) * MINUTE_MS;

export function HoursPreview({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const now = useNow();
  const hours = officeHoursOf(settings.officeHours, now);
  const { clock } = createOpenTime(hours);
  const { day } = clock.at(now);
  const friday = day + ((FRIDAY - weekdayIndex(day) + 7) % 7);
  const arrived = clock.instantOf(friday, ARRIVES_MS);
  const { replyBy } = replyByFor({ since: arrived, targetMinutes: settings.targets.email.firstMinutes, hours });
  return (
    <p className="notice-box" role="status">
      {replyBy === null
        ? t('settings.previewNever')
        : t('settings.preview', { arrived: moments.full(arrived), due: moments.full(replyBy) })}
    </p>
  );
}
