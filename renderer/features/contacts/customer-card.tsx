// The card of a customer: beside the conversation, as a drawer over it where there is no room, or as a page of its own.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactCard, ContactHistoryLine } from '../../../main/contract/contacts.ts';
import { LANGUAGES, type Language } from '../../../main/domain/conversation/message.ts';
import { shownAddress } from '../../../main/domain/contact/way.ts';
import { background } from '../../client/background.ts';
import type { Whom } from '../../state/people.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { CardBetween } from './card-between.tsx';
import { CardHandles } from './card-handles.tsx';
import { CardLine } from './card-line.tsx';
import { CardNote } from './card-note.tsx';
import { CardMerges, CardProposed } from './card-same.tsx';
import { CardFields, CardTags } from './card-tags.tsx';
import { useCard } from './use-card.ts';
import './contacts.css';

type CustomerCardProps = {
  readonly address: string;
  readonly look: 'beside' | 'drawer' | 'page';
  readonly onOpen: (line: ContactHistoryLine) => void;
  /** Left out on a page: there is nothing to go back to. */
  readonly onClose?: () => void;
  /** Beside a conversation: what the law lets him ask for. */
  readonly onData?: () => void;
};

export function CustomerCard({ address, look, onOpen, onClose, onData }: CustomerCardProps) {
  const { t } = useTranslation();
  const { card, suggestions } = useCard(address);
  return (
    // Esc, pressed in whatever part of it, closes it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      // Another customer's card begins at its top.
      key={address}
      id="customer-card"
      className={`customer-card ${look}`}
      aria-label={t('card.title')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onClose === undefined) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {card !== null && (
        <Card
          card={card}
          onOpen={onOpen}
          {...(onData === undefined ? {} : { onData })}
          close={<CloseCard onClose={onClose} />}
        >
          <CardProposed whom={whomOf(card)} suggestions={suggestions} />
        </Card>
      )}
      {card === null && <CloseCard onClose={onClose} />}
    </aside>
  );
}

function CloseCard({ onClose }: { readonly onClose: (() => void) | undefined }) {
  const { t } = useTranslation();
  return onClose === undefined ? null : (
    <Button
      look="quiet"
      size="small"
      icon="close"
      hint="card"
      aria-label={t('card.hide')}
      title={t('card.hide')}
      onClick={onClose}
    />
  );
}

const whomOf = (card: ContactCard): Whom => ({
  address: card.address,
  who: card.name || card.letters.name || shownAddress(card.address),
});

type CardProps = Pick<CustomerCardProps, 'onOpen' | 'onData'> & {
  readonly card: ContactCard;
  readonly close: ReactNode;
  readonly children: ReactNode;
};

function Card({ card, onOpen, onData, close, children }: CardProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const whom = whomOf(card);
  const said = (changes: Parameters<typeof desk.people.change>[1]): void =>
    background(desk.people.change(whom, changes));
  const spoken = card.letters.language === null ? null : t(`card.languages.${card.letters.language}`);
  const company = card.company || card.letters.company;
  return (
    <>
      <header className="card-head">
        <div className="card-title">
          <h3>{whom.who}</h3>
          {company !== '' && company !== whom.who && <p className="soft">{company}</p>}
        </div>
        <Button
          size="small"
          icon="star"
          isIconFilled={card.isVip}
          aria-pressed={card.isVip}
          onClick={() => background(desk.people.setVip(whom, !card.isVip))}
        >
          {t('action.vip')}
        </Button>
        {close}
      </header>
      {children}
      <CardNote whom={whom} note={card.note} />
      <CardTags whom={whom} card={card} />
      <CardHandles whom={whom} card={card} />
      <CardBetween card={card} onOpen={onOpen} />
      <section className="card-part">
        <CardLine
          label={t('card.name')}
          value={card.name}
          placeholder={card.letters.name}
          most={200}
          onSave={(name) => said({ name })}
        />
        <CardLine
          label={t('card.company')}
          value={card.company}
          placeholder={card.letters.company}
          most={200}
          onSave={(name) => said({ company: name })}
        />
        <SelectField
          label={t('card.language')}
          value={card.language ?? 'own'}
          options={[
            {
              value: 'own',
              label: spoken === null ? t('card.asHeWrites') : t('card.asHeWritesNow', { language: spoken }),
            },
            ...LANGUAGES.map((language) => ({ value: language, label: t(`card.languages.${language}`) })),
          ]}
          onValue={(value: Language | 'own') => said({ language: value === 'own' ? null : value })}
        />
      </section>
      <CardFields whom={whom} card={card} />
      <CardMerges whom={whom} card={card} />
      <footer className="card-foot">
        <Button size="small" look="quiet" onClick={() => background(desk.people.saveCards(card.address))}>
          {t('card.download')}
        </Button>
        {onData !== undefined && (
          <Button size="small" look="quiet" onClick={onData}>
            {t('card.data')}
          </Button>
        )}
        {card.id !== null && (
          <Button size="small" look="quiet" onClick={() => background(desk.people.remove(whom))}>
            {t('card.remove')}
          </Button>
        )}
      </footer>
    </>
  );
}
