// Above the story: about what, with whom, by when, and what can be done with it.
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../../main/contract/views.ts';
import { customerName, shownAddress } from '../../../main/domain/contact/way.ts';
import { isDeleted } from '../../../main/domain/queue/decisions.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { MomentMark } from './moment-mark.tsx';

export type ConversationDeeds = {
  readonly done: () => void;
  readonly snooze: () => void;
  readonly when: () => void;
  readonly plan: () => void;
  readonly followUp: () => void;
  readonly phoned: () => void;
  readonly move: () => void;
  /** Throws it away, or puts it back. */
  readonly remove: () => void;
  readonly vip: () => void;
  readonly explain: () => void;
  readonly note: () => void;
  readonly card: () => void;
  readonly back: () => void;
};

type HeadProps = { readonly view: ConversationView; readonly deeds: ConversationDeeds };

export function ConversationHead({ view, deeds }: HeadProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { item, customer } = view;
  const isDone = item.section === 'done';
  const subject = item.subject.trim() || t('common.noSubject');
  const shown = shownAddress(customer.address);
  return (
    <header className="conversation-head">
      <div className="conversation-title">
        <div className="narrow-only">
          <Button look="quiet" size="small" icon="back" onClick={deeds.back}>
            {t('common.back')}
          </Button>
        </div>
        <h2 title={subject}>{subject}</h2>
        <MomentMark item={item} onReplyBy={deeds.when} onFollowUp={deeds.followUp} />
      </div>
      <div className="customer">
        <strong>{customerName(customer)}</strong>
        {customer.name !== '' && shown !== '' && (
          <span className="soft" translate="no">
            {shown}
          </span>
        )}
        <span className="soft since">
          {customer.conversations <= 1
            ? t('conversation.first')
            : `${t('conversation.reads', { since: moments.monthYear(customer.firstSeenAt) })} · ${t('conversation.conversations', { count: customer.conversations })}`}
        </span>
        <Button size="small" look="quiet" hint="plan" onClick={deeds.plan}>
          {item.plannedAt === null ? t('evening.plan') : t('plan.row', { when: moments.when(item.plannedAt) })}
        </Button>
        <Button size="small" look="quiet" hint="add-note" title={t('notes.addAction')} onClick={deeds.note}>
          {t('notes.add')}
        </Button>
        <Button size="small" look="quiet" hint="card" onClick={deeds.card}>
          {t('card.title')}
        </Button>
      </div>
      <div className="row-of-buttons deeds" role="toolbar" aria-label={t('conversation.actions')}>
        <Button size="small" icon="done" hint="done" onClick={deeds.done}>
          {t(isDone ? 'action.reopen' : 'action.done')}
        </Button>
        <Button size="small" icon="snooze" hint="snooze" onClick={deeds.snooze}>
          {t('action.snooze')}
        </Button>
        <Button size="small" icon="phone" hint="phoned" onClick={deeds.phoned}>
          {t('action.phoned')}
        </Button>
        <Button size="small" icon="move" hint="move" onClick={deeds.move}>
          {t(item.section === 'fyi' ? 'action.toQueue' : 'action.toFyi')}
        </Button>
        <Button
          size="small"
          icon="star"
          isIconFilled={customer.isVip}
          hint="vip"
          aria-pressed={customer.isVip}
          onClick={deeds.vip}
        >
          {t('action.vip')}
        </Button>
        {!isDeleted(view.decisions) && (
          <Button
            size="small"
            look="quiet"
            icon="trash"
            hint="delete"
            aria-label={t('trash.delete')}
            title={t('trash.delete')}
            onClick={deeds.remove}
          />
        )}
        <Button size="small" look="quiet" icon="question" hint="explain" onClick={deeds.explain}>
          {t('action.why')}
        </Button>
      </div>
    </header>
  );
}
