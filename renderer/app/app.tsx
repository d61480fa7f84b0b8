// The whole window: rail, list and conversation side by side, or one of the other rooms. Features meet only here.
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { background } from '../client/background.ts';
import { AcknowledgementSettings } from '../features/acknowledgements/acknowledgement-settings.tsx';
import { AccountList } from '../features/accounts/account-list.tsx';
import { LedgerPane } from '../features/commitments/ledger-pane.tsx';
import { AccountWizard } from '../features/accounts/account-wizard.tsx';
import { CannedLearned } from '../features/canned/canned-learned.tsx';
import { CannedManager } from '../features/canned/canned-manager.tsx';
import { LetterProvider } from '../features/composer/letter-context.tsx';
import { ContactsPane } from '../features/contacts/contacts-pane.tsx';
import { MessageSourceSheet } from '../features/conversation/message-source-sheet.tsx';
import { PrintedStory } from '../features/conversation/printed-story.tsx';
import { Story } from '../features/conversation/story.tsx';
import { DayPlanPane } from '../features/evening/day-plan-pane.tsx';
import { EveningPane } from '../features/evening/evening-pane.tsx';
import { useFreshPlan } from '../features/evening/use-evening.ts';
import { OutboxPane } from '../features/outbox/outbox-pane.tsx';
import { QueuePane } from '../features/queue/queue-pane.tsx';
import { LinkSheet } from '../features/remote-content/link-sheet.tsx';
import { ReportPane } from '../features/report/report-pane.tsx';
import { SearchPane } from '../features/search/search-pane.tsx';
import { OwnDataSettings } from '../features/own-data/own-data-settings.tsx';
import { TrashPane } from '../features/trash/trash-pane.tsx';
import { SettingsPane } from '../features/settings/settings-pane.tsx';
import { Welcome } from '../features/welcome/welcome.tsx';
import { useDesk, useFacts, useLanguage, usePlace } from '../state/use-desk.tsx';
import { Answer } from './answer.tsx';
import { createActions, type SheetName } from './actions.ts';
import { ConversationBeside } from './conversation-beside.tsx';
import { KeysSettings } from './keys-settings.tsx';
import { FromOthers } from './from-others.tsx';
import { Mishap } from './mishap.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Rail } from './rail.tsx';
import { Sheets } from './sheets.tsx';
import { TopLines } from './top-lines.tsx';
import { useAppearance } from './use-appearance.ts';
import { useErrands } from './use-errands.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useHintOf, useKeys } from './use-keys.ts';
import { roomName } from './room-name.ts';
import { Writing } from './writing.tsx';
import { KeyHints } from '../ui/key-hints.ts';
import { RoomKeys } from '../ui/room-deeds.ts';

export function App() {
  const { t } = useTranslation();
  const desk = useDesk();
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [isConnecting, setIsConnecting] = useState(false);
  const actions = useMemo(() => createActions(desk, setSheet), [desk]);
  const view = usePlace((place) => place.view);
  const isReading = usePlace((place) => place.isReading);
  const language = useLanguage();
  // A desk may do without mail: what the owner writes down himself makes it one.
  const isDesk = useFacts(({ accounts, status }) => accounts.length > 0 || status.hasNotes);
  const announcement = useFacts((facts) => facts.announcement);
  useAppearance();
  const claimKeys = useKeys(actions);
  useKeptFocus();
  const hintOf = useHintOf();
  useFreshPlan();
  useErrands(actions);
  const openAvailability = useCallback(() => setSheet('availability'), []);
  const leaveWizard = useCallback(() => setIsConnecting(false), []);

  // While the wizard is open it stays, although the account exists from its last step on.
  if (isConnecting || !isDesk) {
    return (
      <>
        <TopLines />
        {isConnecting ? (
          <main className="welcome">
            <div className="welcome-sheet">
              <h1>{t('wizard.title')}</h1>
              <AccountWizard onDone={leaveWizard} onLeave={leaveWizard} />
            </div>
          </main>
        ) : (
          <Welcome onConnect={() => setIsConnecting(true)} onBegin={() => background(desk.notes.begin())} />
        )}
        <NoticeBar />
      </>
    );
  }
  return (
    <KeyHints value={hintOf}>
      <RoomKeys value={claimKeys}>
        <LetterProvider>
          <div className="window">
            <a className="skip" href="#room">
              {t('app.skipToList')}
            </a>
            <TopLines />
            <div className={isReading ? 'desk reading' : 'desk'}>
              <Rail
                onNew={() => setSheet('new-note')}
                onCompose={() => actions.run('compose')}
                onKeys={() => setSheet('keys')}
                onAvailability={openAvailability}
              />
              <main id="room" className="room" tabIndex={-1} aria-label={roomName(t, language, view)}>
                <Mishap of={view.kind}>
                  {view.kind === 'settings' ? (
                    <SettingsPane
                      tab={view.tab}
                      Canned={CannedManager}
                      CannedLearned={CannedLearned}
                      Acknowledgements={AcknowledgementSettings}
                      Accounts={AccountList}
                      OwnData={OwnDataSettings}
                      Sources={FromOthers}
                      Keys={KeysSettings}
                      onAddAccount={() => setSheet('add-account')}
                      onGivenNotifications={() => setSheet('notifications')}
                    />
                  ) : view.kind === 'writing' ? (
                    <Writing draft={view.draft} onNew={() => actions.run('compose')} />
                  ) : view.kind === 'report' ? (
                    <ReportPane />
                  ) : view.kind === 'contacts' ? (
                    <ContactsPane />
                  ) : view.kind === 'evening' ? (
                    <EveningPane Story={Story} Answer={Answer} />
                  ) : view.kind === 'day-plan' ? (
                    <DayPlanPane onDone={() => actions.run('done')} onMove={() => actions.run('plan')} />
                  ) : (
                    <>
                      {view.kind === 'search' && <SearchPane />}
                      {view.kind === 'outbox' && <OutboxPane />}
                      {view.kind === 'promises' && <LedgerPane />}
                      {view.kind === 'trash' && <TrashPane />}
                      {(view.kind === 'desk' || view.kind === 'section') && <QueuePane />}
                      <ConversationBeside actions={actions} />
                    </>
                  )}
                </Mishap>
              </main>
            </div>
            <NoticeBar />
            <MessageSourceSheet />
            <PrintedStory />
            {sheet !== null && <Sheets key={sheet} sheet={sheet} actions={actions} onClose={() => setSheet(null)} />}
            <LinkSheet />
            <p className="for-screen-reader" role="status" aria-live="polite">
              {announcement}
            </p>
          </div>
        </LetterProvider>
      </RoomKeys>
    </KeyHints>
  );
}
