// Who may be the same person, who was joined with him, and joining by hand.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactCard, ContactRow, ContactSuggestion } from '../../../main/contract/contacts.ts';
import { sameReasonWords } from '../../../main/contract/text/contact-words.ts';
import { shownAddress } from '../../../main/domain/contact/way.ts';
import { background } from '../../client/background.ts';
import type { Whom } from '../../state/people.ts';
import { useDesk, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useContactList } from './use-contact-list.ts';

type ProposedProps = { readonly whom: Whom; readonly suggestions: readonly ContactSuggestion[] };

export function CardProposed({ whom, suggestions }: ProposedProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  return suggestions.slice(0, 1).map((one) => {
    const other: Whom = {
      address: one.address,
      who: one.name === one.shown ? one.shown : `${one.name} (${one.shown})`,
    };
    return (
      <section key={one.address} className="card-proposed" aria-label={t('card.same')}>
        <strong>{t('card.same')}</strong>
        <p>
          {one.shown === '' ? one.name : other.who}
          <span className="soft"> · {sameReasonWords(language, one.reason)}</span>
        </p>
        <div className="row-of-buttons">
          <Button size="small" onClick={() => background(desk.people.merge(whom, other))}>
            {t('card.isSame')}
          </Button>
          <Button size="small" look="quiet" onClick={() => background(desk.people.refuse(whom, other))}>
            {t('card.isOther')}
          </Button>
        </div>
      </section>
    );
  });
}

export function CardMerges({ whom, card }: { readonly whom: Whom; readonly card: ContactCard }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const [newest, ...earlier] = card.merges;
  const [isChoosing, setIsChoosing] = useState(false);
  return (
    <section className="card-part card-merges">
      {[...(newest === undefined ? [] : [newest]), ...earlier].map((merge) => (
        <p key={merge.id} className="soft">
          {t('card.mergedWith', { name: merge.names[1], when: moments.short(merge.at) })}{' '}
          {merge === newest && (
            <Button size="small" look="quiet" onClick={() => background(desk.people.split(whom, merge.id))}>
              {t('card.split')}
            </Button>
          )}
        </p>
      ))}
      {isChoosing ? (
        <MergeChoice
          whom={whom}
          taken={card.handles.map(({ address }) => address)}
          onDone={() => setIsChoosing(false)}
        />
      ) : (
        <Button size="small" look="quiet" onClick={() => setIsChoosing(true)}>
          {t('card.merge')}
        </Button>
      )}
    </section>
  );
}

const MOST_FOUND = 6;

type MergeChoiceProps = { readonly whom: Whom; readonly taken: readonly string[]; readonly onDone: () => void };

function MergeChoice({ whom, taken, onDone }: MergeChoiceProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [text, setText] = useState('');
  const { rows } = useContactList(text, '');
  const found = text.trim() === '' ? [] : rows;
  const others = found
    .filter(({ handles }) => !handles.some((address) => taken.includes(address)))
    .slice(0, MOST_FOUND);
  const merge = async (row: ContactRow): Promise<void> => {
    if (await desk.people.merge(whom, { address: row.address, who: row.name })) onDone();
  };
  return (
    <div className="card-merge-choice">
      <TextField
        label={t('card.mergeLabel')}
        value={text}
        onText={setText}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone();
        }}
      />
      {text.trim() !== '' && others.length === 0 && <p className="soft">{t('card.mergeNone')}</p>}
      <ul className="card-list">
        {others.map((row) => (
          <li key={row.address}>
            <button type="button" className="card-story" onClick={() => background(merge(row))}>
              <span className="cut">{row.name}</span>
              <span className="soft cut">{shownAddress(row.address)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
