// The lines at the foot: what was done and can be taken back with one key, a message that still waits, and what went wrong.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { background } from '../client/background.ts';
import { every } from '../client/machine-clock.ts';
import { failureWords } from '../i18n/trade-words.ts';
import { noticesInSight, type Notice } from '../state/notices.ts';
import { useDesk, useLanguage } from '../state/use-desk.tsx';
import { Icon } from '../ui/icon.tsx';
import { KeyNames } from './key-names.tsx';
import { useBindings } from './use-keys.ts';

export function NoticeBar() {
  const desk = useDesk();
  const notices = useStore(desk.notices.store, (state) => state.notices);
  const newestUndo = notices.findLast((notice) => notice.undo !== null)?.id;
  return (
    <div className="notices" role="status">
      {noticesInSight(notices).map((notice) => (
        <NoticeLine key={notice.id} notice={notice} hasKey={notice.id === newestUndo} />
      ))}
    </div>
  );
}

function NoticeLine({ notice, hasKey }: { readonly notice: Notice; readonly hasKey: boolean }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const undoKeys = useBindings().keysOf('undo');
  const { undo, failure, leaving, conversation } = notice;
  return (
    <div className={failure === null ? 'notice' : 'notice failed'}>
      {leaving === null ? (
        <span className="notice-words">{notice.text}</span>
      ) : (
        <Countdown {...leaving} afterwards={notice.text} />
      )}
      {failure !== null && <span className="notice-words">{failureWords(language, failure).action}</span>}
      {conversation !== undefined && (
        <button
          type="button"
          className="notice-undo"
          onClick={() => {
            desk.notices.remove(notice.id);
            desk.place.setState({ view: { kind: 'desk' }, conversation, isReading: true });
          }}
        >
          {t('outbox.openConversation')}
        </button>
      )}
      {undo !== null && (
        <button
          type="button"
          className="notice-undo"
          aria-keyshortcuts={undoKeys[0]}
          onClick={() => background(desk.takeBack(notice))}
        >
          {t('common.undo')} {hasKey && <KeyNames strokes={undoKeys.slice(0, 1)} />}
        </button>
      )}
      <button
        type="button"
        className="notice-close"
        aria-label={t('common.dismiss')}
        title={t('common.dismiss')}
        onClick={() => desk.notices.remove(notice.id)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Seconds until the message leaves, with a bar that empties; afterwards the plain words. */
type CountdownProps = { readonly leavesAt: number; readonly who: string; readonly afterwards: string };

function Countdown({ leavesAt, who, afterwards }: CountdownProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [leftMs, setLeftMs] = useState(() => leavesAt - desk.deskNow());
  const [wholeMs] = useState(() => Math.max(1, leftMs));
  useEffect(() => every(200, () => setLeftMs(leavesAt - desk.deskNow())), [leavesAt, desk]);
  if (leftMs <= 0) return <span className="notice-words">{afterwards}</span>;
  return (
    <span className="notice-words countdown">
      <span className="countdown-bar" style={{ width: `${(100 * leftMs) / wholeMs}%` }} />
      {/* Counting down aloud would drown everything else. */}
      <span className="for-screen-reader">{t('notice.leavesSoon', { who })}</span>
      <span aria-hidden="true">{t('notice.leaves', { who, seconds: String(Math.ceil(leftMs / 1_000)) })}</span>
    </span>
  );
}
