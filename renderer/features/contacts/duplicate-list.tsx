// Pairs of people who may be one, gone through one by one: the same, somebody else, or first a look at the card.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactDuplicates, DuplicatePair } from '../../../main/contract/contacts.ts';
import { sameReasonWords } from '../../../main/contract/text/contact-words.ts';
import { background } from '../../client/background.ts';
import { keptFresh } from '../../client/kept-fresh.ts';
import type { Whom } from '../../state/people.ts';
import { useDesk, useLanguage, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

/** More than one goes through at a sitting. */
const MOST_SHOWN = 50;
const NONE: ContactDuplicates = { pairs: [], total: 0 };

export function useDuplicates(): ContactDuplicates {
  const desk = useDesk();
  const [found, setFound] = useState(NONE);
  useEffect(
    () =>
      keptFresh(desk.client, ['contacts-changed'], async (isWanted) => {
        const answer = await desk.client.call('contact.duplicates', { limit: MOST_SHOWN });
        if (isWanted() && answer.ok) setFound(answer.value);
      }),
    [desk],
  );
  return found;
}

type DuplicateListProps = {
  readonly found: ContactDuplicates;
  readonly onChoose: (address: string) => void;
};

export function DuplicateList({ found: { pairs, total }, onChoose }: DuplicateListProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  return (
    <div className="duplicates">
      {total > pairs.length && (
        <p className="soft">
          {t('contacts.duplicatesMore', { shown: moments.count(pairs.length), total: moments.count(total) })}
        </p>
      )}
      {total === 0 && <p className="soft">{t('contacts.duplicatesNone')}</p>}
      <ul>
        {pairs.map((pair) => (
          <li key={`${pair.one.address} ${pair.other.address}`}>
            <Pair pair={pair} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Pair({
  pair: { one, other, reason },
  onChoose,
}: { readonly pair: DuplicatePair } & Pick<DuplicateListProps, 'onChoose'>) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const whom = ({ address, name, shown }: DuplicatePair['one']): Whom => ({ address, who: name || shown });
  return (
    <section className="card-proposed" aria-label={t('card.same')}>
      {[one, other].map((person) => (
        <button key={person.address} type="button" className="card-story" onClick={() => onChoose(person.address)}>
          <strong className="cut">{person.name || person.shown}</strong>
          <span className="soft cut" translate="no">
            {person.shown === person.name ? '' : person.shown}
          </span>
        </button>
      ))}
      <p className="soft">{sameReasonWords(language, reason)}</p>
      <div className="row-of-buttons">
        <Button size="small" onClick={() => background(desk.people.merge(whom(one), whom(other)))}>
          {t('card.isSame')}
        </Button>
        <Button size="small" look="quiet" onClick={() => background(desk.people.refuse(whom(one), whom(other)))}>
          {t('card.isOther')}
        </Button>
      </div>
    </section>
  );
}
