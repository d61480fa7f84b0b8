// What an empty list looks like: a rest, with the day's figures, not a void.
import { useTranslation } from 'react-i18next';
import type { Section } from '../../../main/domain/queue/sections.ts';
import { DeskPicture } from '../../ui/desk-picture.tsx';
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
    <div className="empty-queue whole">
      <DeskPicture />
      <h3 className="empty-title">{t(isStarting ? 'empty.startingTitle' : 'empty.title')}</h3>
      <p className="soft">{t(isStarting ? 'empty.starting' : 'empty.body')}</p>
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
