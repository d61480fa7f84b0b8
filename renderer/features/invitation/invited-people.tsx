// Who asks, and who else is asked: the first few, and all of them when wanted.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationView } from '../../../main/contract/invitation.ts';
import { customerName } from '../../../main/domain/contact/way.ts';
import { Button } from '../../ui/button.tsx';

const FIRST = 4;

export function InvitedPeople({ view }: { readonly view: InvitationView }) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const { organizer, people, peopleCount } = view;
  const others = people.filter(({ address }) => address.toLowerCase() !== organizer?.address.toLowerCase());
  const shown = isWhole ? others : others.slice(0, FIRST);
  const hidden = peopleCount - (people.length - others.length) - shown.length;
  return (
    <>
      {organizer !== null && (
        <span className="invitation-line">{t('invitation.from', { who: customerName(organizer) })}</span>
      )}
      {shown.length > 0 && (
        <ul className="invitation-people">
          {shown.map(({ name, address, said }) => (
            <li key={address}>
              {customerName({ name, address })}
              {said !== 'needs-action' && <span className="soft"> ({t(`invitation.said.${said}`)})</span>}
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && others.length > FIRST && !isWhole && (
        <Button look="quiet" size="small" onClick={() => setIsWhole(true)}>
          {t('invitation.allPeople', { count: shown.length + hidden })}
        </Button>
      )}
      {hidden > 0 && (isWhole || others.length <= FIRST) && (
        <span className="soft">{t('invitation.more', { count: hidden })}</span>
      )}
    </>
  );
}
