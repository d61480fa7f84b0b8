// Why a conversation stands where it stands: every factor with its points and what gave them; together they are the score.
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../main/contract/views.ts';
import { factorWords, followUpWords, sourceWords, whyWords } from '../../i18n/trade-words.ts';
import { useLanguage, useMoments, useNow, useZone } from '../../state/use-desk.tsx';

export function RankExplained({ item }: { readonly item: QueueItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moments = useMoments();
  const now = useNow();
  const zone = useZone();
  const points = (value: number): string => moments.count(Math.round(value * 10) / 10);
  return (
    <div className="rank">
      {item.why !== null && (
        <p>
          <strong>{t('why.here')}</strong> {whyWords(language, item.why).full}.
        </p>
      )}
      {item.replyBy !== null && item.replyByFrom !== null && (
        <p className="soft">
          {t('conversation.replyBy', { when: moments.full(item.replyBy) })}, {sourceWords(language, item, now, zone)}.
        </p>
      )}
      {item.followUp !== null && <p className="soft">{followUpWords(language, item.followUp, now, zone)}.</p>}
      {item.factors.length === 0 ? (
        <p>{t('queue.noFactors')}</p>
      ) : (
        <table className="rank-table">
          <thead className="for-screen-reader">
            <tr>
              <th scope="col">{t('queue.explain')}</th>
              <th scope="col">{t('queue.points')}</th>
            </tr>
          </thead>
          <tbody>
            {item.factors.map((factor) => {
              const words = factorWords(language, factor);
              return (
                <tr key={factor.name}>
                  <td>
                    <strong>{words.name}</strong> <span className="soft">{words.because}</span>
                  </td>
                  <td className="points">{points(factor.points)}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('queue.total')}</th>
              <td className="points">{points(item.score)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </div>
  );
}
