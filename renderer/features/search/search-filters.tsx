// What was understood as more than words, each as a chip that takes it out again; before anything is typed, the conditions that one
// can begin with; and while one types, how it may go on.
import { useTranslation } from 'react-i18next';
import type { SearchFilter } from '../../../main/contract/views.ts';
import { useMoments } from '../../state/use-desk.tsx';
import type { Moments } from '../../i18n/moments.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Offer } from './use-offers.ts';

type FilterChipsProps = {
  readonly filters: readonly SearchFilter[];
  readonly onRemove: (filter: SearchFilter) => void;
};

export function FilterChips({ filters, onRemove }: FilterChipsProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  if (filters.length === 0) return null;
  return (
    <ul className="search-filters" aria-label={t('search.filters')}>
      {filters.map((filter, index) => {
        const words = t(`search.filter.${filter.isExcluded ? 'not' : 'is'}`, {
          kind: t(`search.kind.${filter.kind}`),
          value: valueOf(filter, moments),
        });
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the same condition may stand there twice
          <li key={`${index} ${filter.text}`}>
            <button
              type="button"
              className="chip search-filter"
              aria-label={t('search.removeFilter', { filter: words })}
              onClick={() => onRemove(filter)}
            >
              <span className="cut">{words}</span>
              <Icon name="close" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function valueOf({ value, span }: SearchFilter, moments: Moments): string {
  if (span === null) return value;
  const first = moments.day(span.from);
  // Up to midnight is up to the day before.
  const last = moments.day(span.until - 1);
  return first === last ? first : `${first} – ${last}`;
}

const STARTERS = ['from', 'label', 'attachment', 'unread', 'lastWeek', 'sent'] as const;

export function Starters({ onChoose }: { readonly onChoose: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <ul className="search-filters" aria-label={t('search.starters')}>
      {STARTERS.map((name) => (
        <li key={name}>
          <button
            type="button"
            className="chip search-filter"
            onClick={() => onChoose(t(`search.starter.${name}.typed`))}
          >
            {t(`search.starter.${name}.shown`)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Tab goes from the field to the first of them. */
export function Offers({
  offers,
  onChoose,
}: {
  readonly offers: readonly Offer[];
  readonly onChoose: (query: string) => void;
}) {
  const { t } = useTranslation();
  if (offers.length === 0) return null;
  return (
    <ul className="search-filters" aria-label={t('search.offers')}>
      {offers.map(({ shown, help, query }) => (
        <li key={query}>
          <button type="button" className="chip search-offer" onClick={() => onChoose(query)}>
            <span className="cut">{shown}</span>
            {help !== '' && <span className="soft cut">{help}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Without the first of these, and without the blank it leaves behind. */
export function withoutFilter(query: string, text: string): string {
  const at = query.indexOf(text);
  if (at === -1) return query;
  return `${query.slice(0, at)}${query.slice(at + text.length).trimStart()}`.trimEnd();
}
