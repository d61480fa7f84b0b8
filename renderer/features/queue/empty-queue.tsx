// What an empty list looks like: a rest, with the day's figures, not a void.
import { useTranslation } from 'react-i18next';
import type { Section } from '../../../main/domain/queue/sections.ts';
import { useDesk, useFacts, useMoments, usePlace } from '../../state/use-desk.tsx';

const FIGURES = ['waiting', 'snoozed', 'fyi', 'done'] as const satisfies readonly Section[];

export function EmptyQueue() {
  const { t } = useTranslation();
  const desk = useDesk();
  const view = usePlace((place) => place.view);
  const counts = useFacts((facts) => facts.counts);
  const isStarting = useFacts(({ accounts }) =>
    accounts.some(({ state }) => state.kind === 'first-sync' || state.kind === 'connecting'),
  );
  const moments = useMoments();
  if (view.kind === 'section') {
    return (
      <div className="empty-queue">
        <p className="soft">{t(`empty.section.${view.section}`)}</p>
      </div>
    );
  }
  return (
    <div className="empty-queue">
      <DeskPicture />
      <h2>{t('empty.title')}</h2>
      <p className="soft">{isStarting ? t('empty.starting') : t('empty.body')}</p>
      <ul className="figures">
        {FIGURES.map((section) => (
          <li key={section}>
            <button
              type="button"
              className="figure"
              onClick={() => desk.place.setState({ view: { kind: 'section', section } })}
            >
              <span className="number">{moments.count(counts[section])}</span>
              <span className="soft">{t(`empty.${section}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A desk, a lamp and a steaming cup. */
function DeskPicture() {
  return (
    <svg className="desk-picture" viewBox="0 0 160 96" aria-hidden="true">
      <path className="glow" d="M52 34 18 78h78L64 32z" />
      <path className="pen" d="M8 78h144M20 78v14M140 78v14M44 78V50l18-24M38 78h12M54 20l20 14-8 6-18-12z" />
      <path className="pen" d="M100 62h22v10a6 6 0 0 1-6 6h-10a6 6 0 0 1-6-6zM122 64h4a4 4 0 0 1 0 8h-4" />
      <path className="pen steam" d="M107 55c-3-4 3-6 0-10M115 55c-3-4 3-6 0-10" />
    </svg>
  );
}
