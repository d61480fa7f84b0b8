// The trash: what was thrown away, until when it can be put back, and that with one press. Each line opens its conversation.
import { useTranslation } from 'react-i18next';
import type { TrashedView } from '../../../main/contract/trash.ts';
import { background } from '../../client/background.ts';
import { useDesk, useMoments, usePlace } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { useTrash } from './use-trash.ts';

export function TrashPane() {
  const { t } = useTranslation();
  const { page, more } = useTrash();
  return (
    <section className="list-pane" aria-label={t('trash.title')}>
      <header className="list-head">
        <h2>{t('trash.title')}</h2>
      </header>
      {page !== null && (
        <div className="trash-lists">
          <p className="soft">{t(page.total === 0 ? 'trash.empty' : 'trash.intro')}</p>
          <ul>
            {page.trashed.map((trashed) => (
              <TrashedLine key={trashed.item.conversation} trashed={trashed} />
            ))}
          </ul>
          {page.trashed.length < page.total && (
            <Button look="quiet" onClick={more}>
              {t('trash.more')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function TrashedLine({ trashed: { item, goneAt } }: { readonly trashed: TrashedView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const selected = usePlace((place) => place.conversation);
  return (
    <li className="trash-line">
      <button
        type="button"
        className="trash-open"
        data-conversation={item.conversation}
        aria-current={item.conversation === selected}
        onClick={() => desk.place.setState({ conversation: item.conversation, isReading: true })}
      >
        <strong className="cut">{item.who}</strong>
        <span className="soft">{t('trash.until', { when: moments.day(goneAt) })}</span>
        <span className="cut">{item.subject.trim() || t('common.noSubject')}</span>
      </button>
      <Button
        size="small"
        look="quiet"
        aria-label={t('trash.putBackWhose', { who: item.who })}
        onClick={() => background(desk.decide.putBack(item))}
      >
        {t('trash.putBack')}
      </Button>
    </li>
  );
}
