// Above the story: about what, with whom, by when, and what can be done with it.
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../../main/contract/views.ts';
import { customerName, shownAddress } from '../../../main/domain/contact/way.ts';
import { isDeleted } from '../../../main/domain/queue/decisions.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { MomentMark, MomentSource } from './moment-mark.tsx';

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
  const { reading } = useDesk();
  const { item, customer } = view;
  const isDone = item.section === 'done';
  const subject = item.subject.trim() || t('common.noSubject');
  const shown = shownAddress(customer.address);
  const history =
    customer.conversations <= 1
      ? [t('conversation.first')]
      : [
          t('conversation.reads', { since: moments.monthYear(customer.firstSeenAt) }),
          t('conversation.conversations', { count: customer.conversations }),
        ];
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
          {history.map((words) => (
            <span key={words}>{words}</span>
          ))}
        </span>
        <MomentSource item={item} />
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
        <Button size="small" icon="plan" hint="plan" onClick={deeds.plan}>
          {item.plannedAt === null ? t('evening.plan') : t('plan.row', { when: moments.when(item.plannedAt) })}
        </Button>
        <Button size="small" look="quiet" icon="person" hint="card" onClick={deeds.card}>
          {t('card.title')}
        </Button>
        <Menu label={t('action.more')}>
          <MenuItem icon="pencil" hint="add-note" onChoose={deeds.note}>
            {t('notes.addAction')}
          </MenuItem>
          <MenuItem icon="move" hint="move" onChoose={deeds.move}>
            {t(item.section === 'fyi' ? 'action.toQueue' : 'action.toFyi')}
          </MenuItem>
          <MenuItem icon="star" hint="vip" isOn={customer.isVip} onChoose={deeds.vip}>
            {t('action.vip')}
          </MenuItem>
          <MenuItem icon="question" hint="explain" onChoose={deeds.explain}>
            {t('action.why')}
          </MenuItem>
          <MenuItem icon="search" hint="find" onChoose={() => reading.find(true)}>
            {t('story.find')}
          </MenuItem>
          <MenuItem icon="print" hint="print" onChoose={() => reading.print(true)}>
            {t('story.print')}
          </MenuItem>
          {!isDeleted(view.decisions) && (
            <MenuItem icon="trash" hint="delete" onChoose={deeds.remove}>
              {t('trash.delete')}
            </MenuItem>
          )}
        </Menu>
      </div>
    </header>
  );
}
