// The ledger: what was promised to whom and by when, what waits for a yes, what was kept and what was let go.
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LEDGER_PARTS, type LedgerLine, type LedgerPart } from '../../../main/contract/commitments.ts';
import { background } from '../../client/background.ts';
import { replyByWords, standingWords } from '../../i18n/trade-words.ts';
import { useDesk, useFacts, useLanguage, useMoments, useNow, usePlace, useZone } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { useLedger } from './use-ledger.ts';
import './commitments.css';

export function LedgerPane() {
  const { t } = useTranslation();
  const moments = useMoments();
  const counts = useFacts((facts) => facts.promises);
  const [part, setPart] = useState<LedgerPart>(counts.open === 0 && counts.proposed > 0 ? 'proposed' : 'open');
  const { lines, more } = useLedger(part);
  return (
    <section className="list-pane" aria-label={t('ledger.title')}>
      <header className="list-head">
        <h2>{t('ledger.title')}</h2>
      </header>
      <div className="ledger-parts" role="group" aria-label={t('ledger.parts')}>
        {LEDGER_PARTS.map((one) => (
          <button
            key={one}
            type="button"
            className="ledger-part"
            aria-pressed={one === part}
            onClick={() => setPart(one)}
          >
            {t(`ledger.part.${one}`)}
            {counts[one] > 0 && <span className="ledger-count">{moments.count(counts[one])}</span>}
          </button>
        ))}
      </div>
      {part === 'open' && counts.broken > 0 && (
        <p className="ledger-broken">{t('ledger.broken', { count: counts.broken })}</p>
      )}
      {lines !== null && lines.length === 0 && <p className="soft ledger-empty">{t(`ledger.empty.${part}`)}</p>}
      {/* Up and down go from line to line, as in the queue; everything else is reached with Tab. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons hear the keys */}
      <ul className="ledger" onKeyDown={stepThroughLines}>
        {lines?.map((line) => (
          <Line key={line.id} line={line} />
        ))}
        {lines !== null && lines.length < counts[part] && (
          <li>
            <Button size="small" look="quiet" onClick={more}>
              {t('ledger.more')}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

function stepThroughLines(event: KeyboardEvent<HTMLUListElement>): void {
  const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.ledger-line')];
  const at = lines.findIndex((line) => line.parentElement?.contains(document.activeElement));
  event.preventDefault();
  lines[Math.max(0, Math.min(lines.length - 1, at + by))]?.focus();
}

function Line({ line }: { readonly line: LedgerLine }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const moments = useMoments();
  const now = useNow();
  const zone = useZone();
  const selected = usePlace((place) => place.conversation);
  const isOn = line.state === 'open' || line.state === 'proposed';
  const isBroken = line.state === 'open' && line.dueAt <= now;
  const open = (): void => {
    if (line.message !== null) desk.conversation.aimAt(line.message);
    desk.place.setState({ conversation: line.conversation, isReading: true });
  };
  return (
    <li className={`ledger-item${isBroken ? ' broken' : ''}`}>
      <button
        type="button"
        className="ledger-line"
        data-conversation={line.conversation}
        aria-current={line.conversation === selected ? 'true' : undefined}
        onClick={open}
      >
        <strong className="cut">{line.who}</strong>
        <span className="ledger-due" title={moments.full(line.dueAt)}>
          {isOn ? replyByWords(language, line.dueAt, now, zone) : moments.short(line.closedAt ?? line.dueAt)}
        </span>
        <span className="ledger-words">“{line.words}”</span>
        <span className="soft ledger-age">
          {t('ledger.made', { when: moments.short(line.madeAt) })}
          {!isOn && ` · ${standingWords(language, line, now)}`}
        </span>
      </button>
      <span className="ledger-deeds">
        <LineDeeds line={line} />
      </span>
    </li>
  );
}

function LineDeeds({ line }: { readonly line: LedgerLine }) {
  const { t } = useTranslation();
  const desk = useDesk();
  switch (line.state) {
    case 'proposed':
      return (
        <>
          <Button size="small" onClick={() => background(desk.promises.watch(line, line.who))}>
            {t('promise.watch')}
          </Button>
          <Button size="small" look="quiet" onClick={() => background(desk.promises.drop(line, line.who))}>
            {t('promise.none')}
          </Button>
        </>
      );
    case 'open':
      return (
        <>
          <Button size="small" onClick={() => background(desk.promises.keep(line, line.who))}>
            {t('promise.fulfilled')}
          </Button>
          <Button size="small" look="quiet" onClick={() => background(desk.promises.drop(line, line.who))}>
            {t('promise.letGo')}
          </Button>
        </>
      );
    case 'kept':
    case 'moved':
    case 'dropped':
    case 'lapsed':
      return (
        <Button size="small" look="quiet" onClick={() => background(desk.promises.watch(line, line.who))}>
          {t('ledger.reopen')}
        </Button>
      );
  }
}
