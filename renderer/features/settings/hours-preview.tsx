// What the office hours mean, in one sentence about a message on Friday evening by one channel; follows every change at once.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../main/contract/settings.ts';
import { CHANNELS, type Channel } from '../../../main/domain/conversation/message.ts';
import { HOUR_MS, MINUTE_MS } from '../../../main/domain/instant.ts';
import { weekdayIndex } from '../../../main/domain/office-hours/calendar.ts';
import { officeHoursOf } from '../../../main/domain/office-hours/holidays.ts';
import { createOpenTime } from '../../../main/domain/office-hours/open-time.ts';
import { replyByFor } from '../../../main/domain/reply-by/reply-by.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useLanguage, useMoments, useNow } from '../../state/use-desk.tsx';

const FRIDAY = 4;
/** Twenty to six: just after most shops close. */
const ARRIVES_MS = (17 * 60 + 40) * MINUTE_MS;

type HoursPreviewProps = {
  readonly settings: Settings;
  readonly channel: Channel;
  readonly onChannel: (channel: Channel) => void;
};

export function HoursPreview({ settings, channel, onChannel }: HoursPreviewProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const language = useLanguage();
  const now = useNow();
  const selectId = useId();
  const hours = officeHoursOf(settings.officeHours, now);
  const { clock } = createOpenTime(hours);
  const { day } = clock.at(now);
  const friday = day + ((FRIDAY - weekdayIndex(day) + 7) % 7);
  const arrived = clock.instantOf(friday, ARRIVES_MS);
  const { firstMinutes, windowHours = null } = settings.targets[channel];
  const { replyBy } = replyByFor({ since: arrived, targetMinutes: firstMinutes, hours });
  const closesAt = windowHours === null ? Infinity : arrived + windowHours * HOUR_MS;
  return (
    <div className="notice-box hours-preview">
      <p role="status">
        {replyBy === null
          ? t('hoursMore.neverOpen')
          : t('settings.preview', { arrived: moments.full(arrived), due: moments.full(Math.min(replyBy, closesAt)) })}
      </p>
      <label htmlFor={selectId} className="preview-channel">
        {t('hoursMore.preview')}{' '}
        <select
          id={selectId}
          className="select"
          value={channel}
          onChange={(event) => onChannel(CHANNELS.find((one) => one === event.target.value) ?? channel)}
        >
          {CHANNELS.map((one) => (
            <option key={one} value={one}>
              {channelName(language, one)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
