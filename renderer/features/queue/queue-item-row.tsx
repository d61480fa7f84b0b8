// One conversation in the list: who, by which route, about what, by when, and the strongest reason for its place.
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView, QueueItem } from '../../../main/contract/views.ts';
import type { UiLanguage } from '../../../main/domain/conversation/message.ts';
import { UNTIL_THEY_WRITE } from '../../../main/domain/queue/decisions.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import type { Moments } from '../../i18n/moments.ts';
import {
  promisedWords,
  reasonWords,
  replyByWords,
  sinceWords,
  sourceMark,
  sourceWords,
  whyWords,
} from '../../i18n/trade-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { ChannelMark } from './channel-mark.tsx';
import { ROW_PX } from './row-places.ts';

type RowProps = {
  readonly item: QueueItem;
  readonly isSelected: boolean;
  readonly language: UiLanguage;
  readonly moments: Moments;
  readonly now: Instant;
  readonly zone: string;
  /** Told only where there is more than one. */
  readonly account: Pick<AccountView, 'email' | 'colour'> | null;
};

type OptionProps = RowProps & {
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Counted from 1, of so many rows. */
  readonly position: number;
  readonly rows: number;
  readonly onChoose: (conversation: number) => void;
};

/** Drawn anew only when something about it is new: a step through the list draws the row that is left and the one that is reached. */
export const QueueItemRow = memo(function QueueItemRow({ top, position, rows, onChoose, ...row }: OptionProps) {
  const { conversation } = row.item;
  return (
    // The list itself hears the keys; a row needs no focus of its own.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events
    <div
      id={`row-${conversation}`}
      role="option"
      aria-selected={row.isSelected}
      aria-setsize={rows}
      aria-posinset={position}
      className="queue-option"
      style={{ transform: `translateY(${top}px)`, height: ROW_PX }}
      onClick={() => onChoose(conversation)}
    >
      <Row {...row} />
    </div>
  );
});

function Row({ item, isSelected, language, moments, now, zone, account }: RowProps) {
  const { t } = useTranslation();
  const state = isSelected ? ' selected' : '';
  return (
    <div className={`queue-row${item.isUnread ? ' unread' : ''}${state}`}>
      <span className="who cut">
        {account !== null && (
          <span
            className="account-edge"
            role="img"
            aria-label={account.email}
            title={account.email}
            style={{ background: `var(--account-${account.colour})` }}
          />
        )}
        {item.isUnread && <span className="unread-dot" role="img" aria-label={t('queue.unread')} />}
        {item.who}
      </span>
      <When item={item} language={language} moments={moments} now={now} zone={zone} />
      <span className="about cut">
        <ChannelMark channel={item.channel} />
        <About subject={item.subject.trim()} preview={item.preview} />
      </span>
      <span className="reason">
        {item.hasAttachments && (
          <span role="img" aria-label={t('queue.attachments')}>
            <Icon name="clip" />
          </span>
        )}
        {item.promise !== null && <PromiseMark promise={item.promise} language={language} />}
        {item.delivery !== null && item.delivery !== 'sent' ? (
          <DeliveryChip state={item.delivery} />
        ) : item.plannedAt !== null ? (
          <span className="chip planned cut">{t('plan.row', { when: moments.short(item.plannedAt) })}</span>
        ) : (
          <ReasonChip item={item} language={language} moments={moments} now={now} zone={zone} />
        )}
      </span>
    </div>
  );
}

type PromiseMarkProps = { readonly promise: NonNullable<QueueItem['promise']>; readonly language: UiLanguage };

/** Quiet: what the promise asks of the owner is in its reply-by, or in the conversation. */
function PromiseMark({ promise: { state, words }, language }: PromiseMarkProps) {
  const { t } = useTranslation();
  const label = state === 'proposed' ? t('promise.toConfirm', { words }) : promisedWords(language, words);
  return (
    <span className={`promise-mark ${state}`} role="img" aria-label={label} title={label}>
      <Icon name="promise" />
    </span>
  );
}

/** A note has no subject but its first words: they are not said twice. */
function About({ subject, preview }: { readonly subject: string; readonly preview: string }) {
  const { t } = useTranslation();
  if (subject !== '' && preview.startsWith(subject.replace(/…$/, '')))
    return <span className="subject">{preview}</span>;
  return (
    <>
      <span className="subject">{subject || t('common.noSubject')}</span>
      {preview !== '' && <span className="preview">{preview}</span>}
    </>
  );
}

function When({ item, language, moments, now, zone }: Omit<RowProps, 'isSelected' | 'account'>) {
  const { t } = useTranslation();
  if (item.section === 'snoozed' && item.snoozedUntil === UNTIL_THEY_WRITE) {
    return <span className="when">{t('snoozing.row')}</span>;
  }
  if (item.section === 'snoozed' && item.snoozedUntil !== null) {
    return <span className="when">{t('queue.snoozedUntil', { when: moments.short(item.snoozedUntil) })}</span>;
  }
  const isDue = item.section === 'overdue' || item.section === 'now' || item.section === 'soon';
  if (isDue && item.replyBy !== null) {
    const from = sourceWords(language, item, now, zone) ?? undefined;
    const mark = sourceMark(language, item.replyByFrom);
    return (
      <span className={`when ${item.section}`} title={from}>
        {/* How long the network still takes an answer says more than by when we wanted to give one. */}
        {item.replyByFrom === 'window' && item.replyBy > now ? from : replyByWords(language, item.replyBy, now, zone)}
        {mark !== null && <span className="when-from"> · {mark}</span>}
      </span>
    );
  }
  if (item.followUp !== null && item.followUp.at <= now)
    return <span className="when now">{t('followUp.unheard')}</span>;
  if (item.followUp !== null && item.section === 'waiting') {
    return <span className="when">{t('followUp.row', { when: moments.short(item.followUp.at) })}</span>;
  }
  return <span className="when">{moments.short(item.lastAt)}</span>;
}

/** That it came back, or since when we heard nothing, before the strongest reason for its place. */
function ReasonChip({ item, language, moments, now, zone }: Omit<RowProps, 'isSelected' | 'account'>) {
  const { t } = useTranslation();
  const { snoozedUntil, followUp } = item;
  if (snoozedUntil !== null && snoozedUntil <= now && item.section !== 'done') {
    return (
      <span className="chip cut" title={t('snoozing.backFull', { when: moments.full(snoozedUntil) })}>
        {t('snoozing.back')}
      </span>
    );
  }
  if (followUp !== null && followUp.at <= now && item.replyBy === null) {
    return (
      <span className="chip cut">{t('followUp.since', { when: sinceWords(language, followUp.since, now, zone) })}</span>
    );
  }
  if (item.section === 'fyi') {
    const why = item.why === null ? null : whyWords(language, item.why);
    return why === null ? null : (
      <span className="chip cut" title={why.full}>
        {why.short}
      </span>
    );
  }
  const top = item.factors.toSorted((a, b) => b.points - a.points).find(({ name }) => name !== 'time-left');
  return top === undefined ? null : <span className="chip cut">{reasonWords(language, top)}</span>;
}

const DELIVERY_WORDS = { queued: 'queued', sending: 'sending', failed: 'failed', unknown: 'unsure' } as const;

function DeliveryChip({ state }: { readonly state: keyof typeof DELIVERY_WORDS }) {
  const { t } = useTranslation();
  const look = state === 'failed' || state === 'unknown' ? 'chip warn' : 'chip';
  return <span className={look}>{t(`queue.${DELIVERY_WORDS[state]}`)}</span>;
}
