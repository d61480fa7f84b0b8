// Everybody the owner knows: a list to look through on the left, the card of one of them on the right.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments, useDesk, usePlace } from '../../state/use-desk.tsx';
import { useTags } from '../../state/use-tags.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ContactList } from './contact-list.tsx';
import { CustomerCard } from './customer-card.tsx';
import { DuplicateList, useDuplicates } from './duplicate-list.tsx';
import { ImportCards } from './import-cards.tsx';
import { NewContact } from './new-contact.tsx';
import { useContactList } from './use-contact-list.ts';
import './contacts.css';

export function ContactsPane() {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const chosen = usePlace(({ view }) => (view.kind === 'contacts' ? view.address : null));
  const [text, setText] = useState('');
  const [tag, setTag] = useState('');
  const [sheet, setSheet] = useState<'add' | 'import' | null>(null);
  const [isPairing, setIsPairing] = useState(false);
  const list = useContactList(text, tag);
  const duplicates = useDuplicates();
  const tags = useTags();
  const choose = (address: string): void =>
    desk.place.setState({ view: { kind: 'contacts', address }, isReading: true });
  const isEmpty = list.total === 0 && text === '' && tag === '';
  return (
    <>
      <section className="list-pane" aria-label={t('contacts.title')}>
        <header className="list-head">
          <h2>{t('contacts.title')}</h2>
          <div className="row-of-buttons">
            <Button size="small" icon="plus" onClick={() => setSheet('add')}>
              {t('contacts.add')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setSheet('import')}>
              {t('contacts.import')}
            </Button>
          </div>
        </header>
        <div className="contact-filter" hidden={isPairing}>
          <input
            id="contact-search"
            type="search"
            className="input"
            aria-label={t('contacts.search')}
            placeholder={t('contacts.search')}
            value={text}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
          {tags.length > 0 && (
            <select
              className="select"
              aria-label={t('contacts.tag')}
              value={tag}
              onChange={(event) => setTag(event.target.value)}
            >
              <option value="">{t('contacts.allTags')}</option>
              {tags.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          )}
        </div>
        {!isPairing && list.total !== null && list.total > 0 && (
          <p className="soft contact-count">
            {t('contacts.count', { count: list.total, shown: moments.count(list.total) })}
          </p>
        )}
        {!isPairing && list.total === 0 && (
          <p className="soft contact-none">{t(isEmpty ? 'contacts.empty' : 'contacts.none')}</p>
        )}
        {(isPairing || duplicates.total > 0) && (
          <p className="contact-count">
            <Button size="small" look="quiet" aria-expanded={isPairing} onClick={() => setIsPairing(!isPairing)}>
              {isPairing ? t('contacts.duplicatesBack') : t('contacts.duplicates', { count: duplicates.total })}
            </Button>
          </p>
        )}
        {isPairing ? (
          <DuplicateList found={duplicates} onChoose={choose} />
        ) : (
          <ContactList list={list} chosen={chosen} onChoose={choose} />
        )}
      </section>
      <section className="conversation contact-page" aria-label={t('card.title')}>
        <div className="narrow-only">
          <Button look="quiet" size="small" icon="back" onClick={() => desk.place.setState({ isReading: false })}>
            {t('common.back')}
          </Button>
        </div>
        {chosen === null ? (
          <p className="soft no-conversation contact-choose">
            <Icon name="person" />
            {t('contacts.choose')}
          </p>
        ) : (
          <CustomerCard
            address={chosen}
            look="page"
            onOpen={({ conversation, section }) =>
              desk.place.setState({ view: { kind: 'section', section }, conversation, isReading: true })
            }
          />
        )}
      </section>
      {sheet === 'add' && (
        <NewContact
          onDone={(address) => {
            setSheet(null);
            if (address !== null) choose(address);
          }}
        />
      )}
      {sheet === 'import' && <ImportCards onClose={() => setSheet(null)} />}
    </>
  );
}
