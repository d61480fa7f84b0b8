// When notifications come and when they are silent, what they show, and whether Balie is there to give them.
import { useTranslation } from 'react-i18next';
import type { AutostartState } from '../../../main/contract/shell-commands.ts';
import { PAUSES } from '../../../main/domain/office-hours/pause.ts';
import { background } from '../../client/background.ts';
import { useDesk, useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/field.tsx';
import { useDesktop, type DesktopHand } from './use-desktop.ts';
import { usePausedUntil } from './use-pause.ts';
import { useSettings } from './use-settings.ts';

export function NotificationSettings({ onRecent }: { readonly onRecent: () => void }) {
  const { t } = useTranslation();
  const { settings, set } = useSettings();
  const hand = useDesktop();
  const { notifications } = settings;
  const change = (part: Partial<typeof notifications>): void => set({ notifications: { ...notifications, ...part } });
  return (
    <div className="settings-stack">
      {hand.desktop?.hasNotifications === false && <p className="soft">{t('notifications.noNotifications')}</p>}
      <Choice
        label={t('settings.notifications')}
        help={t('notifications.seenHelp')}
        isOn={notifications.enabled}
        onChange={(enabled) => change({ enabled })}
      />
      <Choice
        label={t('settings.hideContent')}
        help={t('settings.hideContentHelp')}
        isOn={notifications.hideContent}
        isDisabled={!notifications.enabled}
        onChange={(hideContent) => change({ hideContent })}
      />
      <Choice
        label={t('settings.outside')}
        help={t('notifications.outsideHelp')}
        isOn={notifications.outsideOfficeHours}
        isDisabled={!notifications.enabled}
        onChange={(outsideOfficeHours) => change({ outsideOfficeHours })}
      />
      {notifications.enabled && <Silence />}
      <h2>{t('notifications.recent')}</h2>
      <div>
        <Button onClick={onRecent}>{t('notifications.recentButton')}</Button>
      </div>
      {hand.desktop !== null && <Presence autostart={hand.desktop.autostart} hand={hand} />}
    </div>
  );
}

function Silence() {
  const { t } = useTranslation();
  const moments = useMoments();
  const desk = useDesk();
  const pausedUntil = usePausedUntil();
  return (
    <>
      <h2>{t('notifications.quiet')}</h2>
      {pausedUntil === null ? (
        <div className="row-of-buttons">
          {PAUSES.map((name) => (
            <Button key={name} onClick={() => background(desk.pause.begin(name))}>
              {name === 'hour'
                ? t('notifications.forAnHour')
                : t('notifications.untilOpening', { until: moments.when(desk.pause.endOf(name)) })}
            </Button>
          ))}
        </div>
      ) : (
        <div className="row-of-buttons">
          <span>{t('notifications.pausedUntil', { until: moments.when(pausedUntil) })}</span>
          <Button onClick={() => background(desk.pause.end())}>{t('notifications.again')}</Button>
        </div>
      )}
      <p className="soft small-text">{t('notifications.quietHelp')}</p>
    </>
  );
}

const WHY_NOT = { 'not-installed': 'notInstalled', 'not-writable': 'notWritable' } as const;

function Presence({ autostart, hand }: { readonly autostart: AutostartState; readonly hand: DesktopHand }) {
  const { t } = useTranslation();
  const isPossible = autostart.kind !== 'not-possible';
  return (
    <>
      <h2>{t('notifications.presence')}</h2>
      <Choice
        label={t('notifications.autostart')}
        help={isPossible ? t('notifications.autostartHelp') : t(`notifications.${WHY_NOT[autostart.why]}`)}
        isOn={autostart.kind === 'on' || autostart.kind === 'needs-approval'}
        isDisabled={!isPossible}
        onChange={hand.setAutostart}
      />
      {autostart.kind === 'needs-approval' && <p className="soft">{t('notifications.needsApproval')}</p>}
      {hand.desktop?.hasTray === false && <p className="soft">{t('notifications.noTray')}</p>}
    </>
  );
}
