// One conversation among the results: who, when, what about, and the piece of the message that was meant.
import { useTranslation } from 'react-i18next';
import type { SearchHit, TextPiece } from '../../../main/contract/views.ts';
import { useMoments } from '../../state/use-desk.tsx';

export function SearchHitRow({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation();
  const moments = useMoments();
  return (
    <>
      <p className="hit-head">
        <strong className="cut">{hit.who}</strong>
        <span className="soft">{moments.short(hit.at)}</span>
      </p>
      <p className="hit-head">
        <span className="cut">
          {hit.inSubject.length > 0 ? <Marked pieces={hit.inSubject} /> : hit.subject.trim() || t('common.noSubject')}
        </span>
        {hit.messages > 1 && <span className="soft">{t('search.messages', { count: hit.messages })}</span>}
      </p>
      {hit.onCard !== null && hit.onCard !== hit.who && (
        <p className="hit-on-card soft cut">{t('search.onCard', { words: hit.onCard })}</p>
      )}
      <p className="hit-snippet soft">
        <Marked pieces={hit.snippet} />
      </p>
    </>
  );
}

function Marked({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map((piece, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- pieces of one line, never reordered
    piece.isMatch ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  );
}
