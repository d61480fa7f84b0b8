// The left rail: sections with counts in their fixed order, the other rooms, and below them how the accounts are doing.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SECTIONS } from '../../main/domain/queue/sections.ts';
import { sectionName } from '../i18n/trade-words.ts';
import { useDesk, useFacts, useLanguage, useMoments, usePlace } from '../state/use-desk.tsx';
import type { View } from '../state/place.ts';
import { BalieMark } from '../ui/balie-mark.tsx';
import { Button, KeyOf } from '../ui/button.tsx';
import type { HintedAction } from '../ui/key-hints.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { AccountHealth } from '../features/accounts/account-health.tsx';
import { AvailabilitySwitch } from '../features/availability/availability-switch.tsx';
import { PausedLine } from '../features/settings/paused-line.tsx';
import { useEveningState } from '../features/evening/use-evening.ts';
import { isUnderway, needsOwner } from '../features/outbox/outbox-pane.tsx';

type RailProps = {
  readonly onNew: () => void;
  readonly onCompose: () => void;
  readonly onKeys: () => void;
  readonly onAvailability: () => void;
};

export function Rail({ onNew, onCompose, onKeys, onAvailability }: RailProps) {
  const { t } = useTranslation();
  const view = usePlace((place) => place.view);
  const counts = useFacts((facts) => facts.counts);
  const promises = useFacts((facts) => facts.promises);
  const deliveries = useFacts((facts) => facts.deliveries);
  const evening = useEveningState();
  const isDemo = useFacts(({ status }) => status.isDemo);
  const language = useLanguage();
  const moments = useMoments();
  const waiting = deliveries.filter((delivery) => isUnderway(delivery) || needsOwner(delivery)).length;
  const isTroubled = deliveries.some(needsOwner);
  const drafts = useStore(useDesk().writing.store, ({ rows }) => rows.length);
  const toAnswer = counts.overdue + counts.now + counts.soon;
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <h1 className="rail-brand" translate="no">
        <BalieMark />
        Balie
      </h1>
      <div className="rail-new">
        <Button icon="plus" hint="new-note" title={t('notes.newHint')} onClick={onNew}>
          {t('notes.new')}
        </Button>
        <Button icon="pencil" hint="compose" title={t('drafts.newHint')} onClick={onCompose}>
          {t('drafts.short')}
        </Button>
      </div>
      <ul className="rail-list">
        <RailItem to={{ kind: 'desk' }} isHere={view.kind === 'desk'} count={moments.count(toAnswer)} look="all">
          {t('rail.desk')}
        </RailItem>
        {SECTIONS.map((section) => (
          <RailItem
            key={section}
            to={{ kind: 'section', section }}
            isHere={view.kind === 'section' && view.section === section}
            count={counts[section] === 0 ? '' : moments.count(counts[section])}
            look={`section ${counts[section] === 0 ? 'none' : section}`}
          >
            {sectionName(language, section)}
          </RailItem>
        ))}
      </ul>
      <ul className="rail-list">
        {(evening?.isAfterClosing === true || isDemo || view.kind === 'evening') && (
          <RailItem
            to={{ kind: 'evening' }}
            isHere={view.kind === 'evening'}
            icon="evening"
            count={evening === null || evening.toDecide === 0 ? '' : moments.count(evening.toDecide)}
          >
            {t('evening.rail')}
          </RailItem>
        )}
        <RailItem to={{ kind: 'day-plan' }} isHere={view.kind === 'day-plan'} icon="plan">
          {t('plan.title')}
        </RailItem>
        <RailItem to={{ kind: 'search' }} isHere={view.kind === 'search'} icon="search" hint="search">
          {t('rail.search')}
        </RailItem>
        {(waiting > 0 || view.kind === 'outbox') && (
          <RailItem
            to={{ kind: 'outbox' }}
            isHere={view.kind === 'outbox'}
            icon="outbox"
            count={waiting === 0 ? '' : moments.count(waiting)}
            look={isTroubled ? 'trouble' : ''}
          >
            {t('rail.outbox')}
            {isTroubled && <span className="for-screen-reader"> {t('rail.outboxTrouble')}</span>}
          </RailItem>
        )}
        {(drafts > 0 || view.kind === 'writing') && (
          <RailItem
            to={{ kind: 'writing', draft: null }}
            isHere={view.kind === 'writing'}
            icon="pencil"
            count={drafts === 0 ? '' : moments.count(drafts)}
          >
            {t('drafts.title')}
          </RailItem>
        )}
        {(promises.open > 0 || promises.proposed > 0 || view.kind === 'promises') && (
          <RailItem
            to={{ kind: 'promises' }}
            isHere={view.kind === 'promises'}
            icon="promise"
            count={promises.open === 0 ? '' : moments.count(promises.broken || promises.open)}
            look={promises.broken > 0 ? 'trouble' : ''}
          >
            {t('ledger.title')}
            {promises.broken > 0 && (
              <span className="for-screen-reader"> {t('ledger.broken', { count: promises.broken })}</span>
            )}
          </RailItem>
        )}
        <RailItem to={{ kind: 'contacts', address: null }} isHere={view.kind === 'contacts'} icon="person">
          {t('contacts.title')}
        </RailItem>
        <RailItem to={{ kind: 'trash' }} isHere={view.kind === 'trash'} icon="trash">
          {t('trash.title')}
        </RailItem>
        <RailItem to={{ kind: 'report' }} isHere={view.kind === 'report'} icon="report">
          {t('rail.report')}
        </RailItem>
        <RailItem to={{ kind: 'settings', tab: 'general' }} isHere={view.kind === 'settings'} icon="settings">
          {t('rail.settings')}
        </RailItem>
        <li>
          <button type="button" className="rail-item" onClick={onKeys}>
            <Icon name="keys" />
            <span className="rail-word">{t('rail.help')}</span>
            <KeyOf action="keys" />
          </button>
        </li>
      </ul>
      <div className="rail-foot">
        <AvailabilitySwitch onOpen={onAvailability} />
        <PausedLine />
        <AccountHealth />
      </div>
    </nav>
  );
}

type RailItemProps = {
  readonly to: View;
  readonly isHere: boolean;
  readonly icon?: IconName;
  readonly hint?: HintedAction;
  readonly count?: string;
  readonly look?: string;
  readonly children: ReactNode;
};

function RailItem({ to, isHere, icon, hint, count = '', look = '', children }: RailItemProps) {
  const desk = useDesk();
  return (
    <li>
      <button
        type="button"
        className={`rail-item ${look}`}
        aria-current={isHere ? 'page' : undefined}
        onClick={() => desk.place.setState({ view: to, isReading: false })}
      >
        {icon !== undefined && <Icon name={icon} />}
        <span className="rail-word">{children}</span>
        {hint !== undefined && <KeyOf action={hint} />}
        {count !== '' && <span className="rail-count">{count}</span>}
      </button>
    </li>
  );
}
