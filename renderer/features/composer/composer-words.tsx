// What is to be known before it leaves: one line at a time, the most pressing one; and what the channel takes.
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../main/domain/conversation/message.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import { lengthTaken } from '../../../main/domain/sending/channel-limits.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useLanguage, useMoments } from '../../state/use-desk.tsx';

type WordsProps = {
  readonly fields: readonly string[];
  readonly isUrgent: boolean;
  readonly isOffline: boolean;
  readonly isDemo: boolean;
};

export function ComposerWords({ fields, isUrgent, isOffline, isDemo }: WordsProps) {
  const { t } = useTranslation();
  if (fields.length > 0) {
    return (
      <p className={isUrgent ? 'composer-words urgent' : 'composer-words'} role="status">
        {t('composer.missing', {
          count: fields.length,
          fields: fields.join(', '),
          interpolation: { skipOnVariables: true },
        })}
      </p>
    );
  }
  if (isOffline) return <p className="composer-words">{t('composer.offline')}</p>;
  return isDemo ? <p className="composer-words">{t('composer.demoHint')}</p> : null;
}

type LimitsProps = {
  readonly channel: Channel;
  readonly text: string;
  /** Until when the network lets the customer be answered; null: it says nothing of it. */
  readonly windowClosesAt: Instant | null;
};

/** Below this part of it, a limit is nobody's concern. */
const NEAR = 0.7;

export function ChannelLimits({ channel, text, windowClosesAt }: LimitsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moments = useMoments();
  const taken = lengthTaken(channel, text);
  const isNear = taken !== null && taken.used > NEAR * taken.most;
  if (!isNear && windowClosesAt === null) return null;
  return (
    <p className={isNear && taken.used > taken.most ? 'channel-limits urgent' : 'channel-limits'} role="status">
      {windowClosesAt !== null && <span>{t('limits.until', { when: moments.when(windowClosesAt) })}</span>}
      {isNear && (
        <span>
          {t(`limits.${taken.unit}`, {
            used: moments.count(taken.used),
            most: moments.count(taken.most),
            channel: channelName(language, channel),
          })}
        </span>
      )}
    </p>
  );
}
