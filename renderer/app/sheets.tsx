// The sheets that open over the desk: explain the order, keys, do something; those that ask for a moment are moment-sheets.tsx.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../main/contract/views.ts';
import { AccountWizard } from '../features/accounts/account-wizard.tsx';
import { AvailabilitySheet } from '../features/availability/availability-sheet.tsx';
import { PlanSheet } from '../features/evening/plan-sheet.tsx';
import { AddNote } from '../features/hand-entered/add-note.tsx';
import { NewNote } from '../features/hand-entered/new-note.tsx';
import { PromiseSheet } from '../features/commitments/promise-sheet.tsx';
import { SaySource } from '../features/mail-source/say-source.tsx';
import { PersonData } from '../features/own-data/person-data.tsx';
import { RankExplained } from '../features/queue/rank-explained.tsx';
import { GivenNotifications } from '../features/settings/given-notifications.tsx';
import { useDesk } from '../state/use-desk.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Actions, SheetName } from './actions.ts';
import { KeysHelp } from './keys-help.tsx';
import { FollowUpSheet, ReplyBySheet, SnoozeSheet } from './moment-sheets.tsx';
import { Palette } from './palette.tsx';

type SheetsProps = { readonly sheet: SheetName | null; readonly actions: Actions; readonly onClose: () => void };

export function Sheets({ sheet, actions, onClose }: SheetsProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  // The conversation at the moment of opening: the list may move underneath.
  const [about] = useState(actions.current);
  const goToPromise = (): void => {
    onClose();
    // This sheet must be gone first.
    requestAnimationFrame(() => actions.run('promise-moment'));
  };
  switch (sheet) {
    case null:
      return null;
    case 'keys':
      return (
        <KeysHelp
          onChange={() => {
            onClose();
            desk.place.setState({ view: { kind: 'settings', tab: 'keys' } });
          }}
          onClose={onClose}
        />
      );
    case 'palette':
      return <Palette actions={actions} onClose={onClose} />;
    case 'notifications':
      return <NotificationsSheet onClose={onClose} />;
    case 'new-note':
      return <NewNote onClose={onClose} />;
    case 'add-note':
      return about === null ? null : <AddNote item={about} onClose={onClose} />;
    case 'availability':
      return <AvailabilitySheet onClose={onClose} />;
    case 'add-account':
      return (
        <Dialog title={t('wizard.title')} isWide onClose={onClose}>
          <AccountWizard onDone={onClose} onLeave={onClose} />
        </Dialog>
      );
    case 'snooze':
      return about === null ? null : <SnoozeSheet item={about} onClose={onClose} />;
    case 'plan':
      return about === null ? null : <PlanSheet item={about} onClose={onClose} />;
    case 'reply-by':
      return about === null ? null : <ReplyBySheet item={about} onClose={onClose} onPromise={goToPromise} />;
    case 'follow-up':
      return about === null ? null : <FollowUpSheet item={about} onClose={onClose} onPromise={goToPromise} />;
    case 'promise':
      return about === null ? null : (
        <PromiseSheet conversation={about.conversation} who={about.who} promise={about.promise} onClose={onClose} />
      );
    case 'explain':
      return about === null ? null : (
        <Dialog title={t('queue.explainTitle')} onClose={onClose}>
          <RankExplained item={about} />
        </Dialog>
      );
    case 'source':
      return about === null ? null : <SaySource conversation={about.conversation} onClose={onClose} />;
    case 'person-data':
      return about === null ? null : <PersonSheet item={about} onClose={onClose} />;
  }
}

/** All about the customer; and if it is somebody else, who it is. */
function PersonSheet({ item, onClose }: { readonly item: QueueItem; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [isOther, setIsOther] = useState(false);
  if (isOther) return <SaySource conversation={item.conversation} onClose={onClose} />;
  return (
    <Dialog title={t('ownData.person')} onClose={onClose}>
      <div className="settings-stack">
        <PersonData address={item.address} />
        <div>
          <Button look="quiet" size="small" onClick={() => setIsOther(true)}>
            {t('sources.other')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function NotificationsSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <Dialog title={t('notifications.title')} isWide onClose={onClose}>
      <GivenNotifications
        onOpen={(conversation) => {
          onClose();
          desk.place.setState({ view: { kind: 'desk' }, conversation, isReading: true });
        }}
      />
    </Dialog>
  );
}
