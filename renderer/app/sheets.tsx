// The sheets that open over the desk: choose a moment, explain the order, keys, do something.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../main/contract/views.ts';
import { officeHoursOf } from '../../main/domain/office-hours/holidays.ts';
import { background } from '../client/background.ts';
import { AccountWizard } from '../features/accounts/account-wizard.tsx';
import { AvailabilitySheet } from '../features/availability/availability-sheet.tsx';
import { PersonData } from '../features/own-data/person-data.tsx';
import { RankExplained } from '../features/queue/rank-explained.tsx';
import { useDesk, useFacts, useLanguage, useMoments, useNow } from '../state/use-desk.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { WhenField } from '../ui/when-field.tsx';
import { afterWakePresets, replyByPresets, snoozeChoices, type Preset } from '../ui/when-presets.ts';
import type { Actions, SheetName } from './actions.ts';
import { KeysHelp } from './keys-help.tsx';
import { Palette } from './palette.tsx';

type SheetsProps = { readonly sheet: SheetName | null; readonly actions: Actions; readonly onClose: () => void };

export function Sheets({ sheet, actions, onClose }: SheetsProps) {
  const { t } = useTranslation();
  // The conversation at the moment of opening: the list may move underneath.
  const [about] = useState(actions.current);
  switch (sheet) {
    case null:
      return null;
    case 'keys':
      return <KeysHelp onClose={onClose} />;
    case 'palette':
      return <Palette actions={actions} onClose={onClose} />;
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
    case 'reply-by':
      return about === null ? null : <ReplyBySheet item={about} onClose={onClose} />;
    case 'explain':
      return about === null ? null : (
        <Dialog title={t('queue.explainTitle')} onClose={onClose}>
          <RankExplained item={about} />
        </Dialog>
      );
    case 'person-data':
      return about === null ? null : (
        <Dialog title={t('ownData.person')} onClose={onClose}>
          <PersonData address={about.address} />
        </Dialog>
      );
  }
}

type ItemSheetProps = { readonly item: QueueItem; readonly onClose: () => void };

function SnoozeSheet({ item, onClose }: ItemSheetProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const [wake, setWake] = useState<number | null>(null);
  const finish = (until: number, replyBy: number | null): void => {
    onClose();
    background(desk.decide.snooze(item, until, replyBy));
  };
  return (
    <Dialog title={wake === null ? t('when.snoozeTitle') : t('when.replyByTitle')} onClose={onClose}>
      {wake === null ? (
        <Moment
          key="until"
          presets={snoozeChoices}
          // Asleep past the reply-by, the customer would silently be too late: the owner says what holds now.
          onChoose={(at) => (item.replyBy !== null && at > item.replyBy ? setWake(at) : finish(at, null))}
        />
      ) : (
        <div className="settings-stack">
          <p>{t('when.pastReplyBy', { when: item.replyBy === null ? '' : moments.when(item.replyBy) })}</p>
          <Moment
            key="reply-by"
            presets={(_, hours) => afterWakePresets(wake, hours)}
            onChoose={(at) => finish(wake, at)}
          />
        </div>
      )}
    </Dialog>
  );
}

function ReplyBySheet({ item, onClose }: ItemSheetProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const set = (at: number | null): void => {
    onClose();
    background(desk.decide.setReplyBy(item, at));
  };
  return (
    <Dialog title={t('when.replyByTitle')} onClose={onClose}>
      <Moment presets={replyByPresets} onChoose={set} />
      {item.replyByFrom === 'hand' && (
        <Button look="quiet" size="small" onClick={() => set(null)}>
          {t('when.clearHand')}
        </Button>
      )}
    </Dialog>
  );
}

type MomentProps = {
  readonly presets: (now: number, hours: ReturnType<typeof officeHoursOf>) => readonly Preset[];
  readonly onChoose: (at: number) => void;
};

function Moment({ presets, onChoose }: MomentProps) {
  const setting = useFacts(({ settings }) => settings.officeHours);
  const language = useLanguage();
  const moments = useMoments();
  const now = useNow();
  const hours = officeHoursOf(setting, now);
  return (
    <WhenField
      presets={presets(now, hours)}
      now={now}
      hours={hours}
      language={language}
      moments={moments}
      onChoose={onChoose}
    />
  );
}
