// Every way to reach a customer: a mail begins here, a call or a page is handed to the owner's own program.
import { useTranslation } from 'react-i18next';
import { MOST_HANDLES, type ContactCard, type HandleView } from '../../../main/contract/contacts.ts';
import { background } from '../../client/background.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { goToDraft } from '../../state/place.ts';
import type { Whom } from '../../state/people.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { CardAdder } from './card-adder.tsx';

const ICONS: Readonly<Record<HandleView['kind'], IconName>> = {
  email: 'mail',
  phone: 'phone',
  handle: 'chat',
  link: 'link',
};

export function CardHandles({ whom, card }: { readonly whom: Whom; readonly card: ContactCard }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const kept = card.handles.filter(({ isKept }) => isKept).map(({ address }) => address);
  const keep = (handles: readonly string[]): Promise<boolean> => desk.people.change(whom, { handles });
  return (
    <section className="card-part" aria-labelledby="card-reach">
      <h4 id="card-reach">{t('card.reach')}</h4>
      <ul className="card-list">
        {card.handles.map((handle) => (
          <li key={handle.address} className="card-row">
            <Icon name={ICONS[handle.kind]} />
            <Reach handle={handle} name={whom.who} />
            {!handle.isKept && (
              <Button
                size="small"
                look="quiet"
                title={t('card.keepHandle', { shown: handle.shown })}
                onClick={() => background(keep([...kept, handle.address]))}
              >
                {t('card.keep')}
              </Button>
            )}
            {handle.isKept && kept.length > 1 && (
              <button
                type="button"
                className="card-remove"
                aria-label={t('card.removeHandle', { shown: handle.shown })}
                title={t('card.removeHandle', { shown: handle.shown })}
                onClick={() => background(keep(kept.filter((address) => address !== handle.address)))}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {kept.length < MOST_HANDLES && (
        <CardAdder
          label={t('card.addHandle')}
          hint={t('card.addHandleHint')}
          most={320}
          onAdd={(written) => keep([...(kept.length === 0 ? [card.address] : kept), written])}
        />
      )}
    </section>
  );
}

function Reach({ handle, name }: { readonly handle: HandleView; readonly name: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const { kind, address, shown, channel } = handle;
  const write = async (): Promise<void> => {
    const begun = await desk.writing.begin({ kind: 'new', account: null, to: [{ name, address }] });
    if (begun.ok) goToDraft(desk.place, begun.value);
    else desk.tellFailure(begun.error);
  };
  const open = async (url: string): Promise<void> => {
    const opened = await desk.client.shell('shell.openLink', { url });
    if (!opened.ok) desk.tellFailure(opened.error);
  };
  if (kind === 'handle') {
    return (
      <span className="card-reach">
        {shown} <span className="soft">{channel === null ? '' : channelName(language, channel)}</span>
      </span>
    );
  }
  const title =
    kind === 'email' ? t('card.writeTo', { shown }) : t(kind === 'phone' ? 'card.call' : 'card.openLink', { shown });
  return (
    <button
      type="button"
      className="card-reach link"
      title={title}
      translate="no"
      onClick={() => background(kind === 'email' ? write() : open(address))}
    >
      {shown}
      {!handle.isKept && <span className="soft"> {t('card.onlyNoted')}</span>}
    </button>
  );
}
