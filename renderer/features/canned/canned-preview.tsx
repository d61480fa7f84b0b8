// A saved reply as the customer reads it, with what was filled in tinted and what stays open marked.
import type { CannedLanguage } from '../../../main/domain/canned/template.ts';
import { officeHoursOf } from '../../../main/domain/office-hours/holidays.ts';
import { createOpenTime } from '../../../main/domain/office-hours/open-time.ts';
import { useFacts, useNow } from '../../state/use-desk.tsx';
import { samplePieces } from './sample.ts';

export function CannedLetter({ text, language }: { readonly text: string; readonly language: CannedLanguage }) {
  const settings = useFacts((facts) => facts.settings);
  const now = useNow();
  const openTime = createOpenTime(officeHoursOf(settings.officeHours, now));
  return (
    <div className="canned-letter" lang={language}>
      {samplePieces(text, language, { me: settings.me, now, openTime }).map((piece, index) => {
        // Pieces follow from the text alone and hold no state.
        // oxlint-disable-next-line react/no-array-index-key
        const key = index;
        if (piece.kind === 'words') return <span key={key}>{piece.text}</span>;
        if (piece.kind === 'filled')
          return (
            <span key={key} className="filled">
              {piece.text}
            </span>
          );
        return <mark key={key}>{piece.text}</mark>;
      })}
    </div>
  );
}
