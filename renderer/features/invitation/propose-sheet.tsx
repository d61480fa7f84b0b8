// Another moment for an appointment: which one, and a word beside it. What leaves is shown before it does.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../../main/contract/invitation.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import type { OfficeHours } from '../../../main/domain/office-hours/office-hours.ts';
import { createOpenTime } from '../../../main/domain/office-hours/open-time.ts';
import { customerName } from '../../../main/domain/contact/way.ts';
import { zoneName } from '../../i18n/zone-names.ts';
import { useWhenFacts } from '../../state/use-when-facts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { WhenField } from '../../ui/when-field.tsx';
import type { Preset } from '../../ui/when-presets.ts';
import { timeWords } from './event-words.ts';

type ProposeSheetProps = {
  readonly view: InvitationView;
  readonly onSend: (start: Instant, words: string) => void;
  readonly onClose: () => void;
};

export function ProposeSheet({ view, onSend, onClose }: ProposeSheetProps) {
  const { t } = useTranslation();
  const shared = useWhenFacts();
  const { now, hours, language, moments } = shared;
  const [at, setAt] = useState<Instant | null>(null);
  const [words, setWords] = useState('');
  const { theirZone, organizer, start } = view;
  const who = organizer === null ? '' : customerName(organizer);
  return (
    <Dialog title={t('invitation.proposeTitle')} onClose={onClose}>
      {at === null ? (
        <WhenField
          {...shared}
          // The time is that of the appointment; what they differ in is the day.
          moments={{ ...moments, time: moments.weekdayAndDate }}
          presets={sameTimeLater(start?.kind === 'instant' ? start.at : now, hours, now)}
          notBefore={now}
          onChoose={setAt}
        />
      ) : (
        <div className="settings-stack">
          <p>
            {t('invitation.proposal', { when: moments.full(at) })}
            {theirZone !== null && (
              <span className="soft">
                {' '}
                (
                {t('invitation.theirTime', {
                  time: timeWords(at, language, theirZone),
                  zone: zoneName(language, theirZone),
                })}
                )
              </span>
            )}
          </p>
          <Field label={t('invitation.proposeWords')} help={t('invitation.proposeHelp', { who })}>
            {(ids) => (
              <textarea
                {...ids}
                className="textarea"
                rows={3}
                maxLength={5_000}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </Field>
          <div className="row-of-buttons">
            <Button look="main" onClick={() => onSend(at, words)}>
              {t('invitation.proposeSend')}
            </Button>
            <Button onClick={() => setAt(null)}>{t('invitation.proposeOther')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

const OFFERED = 3;
/** Who is closed for longer than that says himself when it suits him. */
const DAYS_LOOKED_AT = 21;

/** The same time on the first days that are open. */
function sameTimeLater(start: Instant, hours: OfficeHours, now: Instant): readonly Preset[] {
  const open = createOpenTime(hours);
  const { day, msOfDay } = open.clock.at(Math.max(start, now));
  const wanted = open.clock.at(start).msOfDay;
  const first = wanted === msOfDay ? 1 : 0;
  return Array.from({ length: DAYS_LOOKED_AT }, (_, ahead) => open.clock.instantOf(day + first + ahead, wanted))
    .filter((at) => at > now && open.isOpenAt(at))
    .slice(0, OFFERED)
    .map((at) => ({ name: 'slot', at }));
}
