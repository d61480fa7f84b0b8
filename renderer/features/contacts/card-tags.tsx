// The labels and the own fields of a customer.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_FIELDS, MOST_TAGS, type ContactCard } from '../../../main/contract/contacts.ts';
import { background } from '../../client/background.ts';
import type { Whom } from '../../state/people.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CardAdder } from './card-adder.tsx';
import { CardLine } from './card-line.tsx';
import { useTags } from '../../state/use-tags.ts';

type PartProps = { readonly whom: Whom; readonly card: ContactCard };

export function CardTags({ whom, card: { tags } }: PartProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const known = useTags();
  const keep = (wanted: readonly string[]): Promise<boolean> => desk.people.change(whom, { tags: wanted });
  return (
    <section className="card-part" aria-labelledby="card-tags">
      <h4 id="card-tags">{t('card.tags')}</h4>
      {tags.length > 0 && (
        <ul className="card-tags">
          {tags.map((tag) => (
            <li key={tag} className="card-tag">
              {tag}
              <TagFirst tag={tag} />
              <button
                type="button"
                className="card-remove"
                aria-label={t('card.removeTag', { tag })}
                title={t('card.removeTag', { tag })}
                onClick={() => background(keep(tags.filter((one) => one !== tag)))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {tags.length < MOST_TAGS && (
        <CardAdder
          label={t('card.addTag')}
          hint={t('card.addTagHint')}
          most={40}
          known={known.filter((tag) => !tags.includes(tag))}
          onAdd={async (tag) =>
            tags.some((one) => one.toLowerCase() === tag.toLowerCase()) || (await keep([...tags, tag]))
          }
        />
      )}
    </section>
  );
}

/** Said of the label, and so of everybody who bears it. */
function TagFirst({ tag }: { readonly tag: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const isFirst = useFacts(({ settings }) => settings.tagsFirst.includes(tag.toLowerCase()));
  return (
    <button
      type="button"
      className="card-remove"
      aria-pressed={isFirst}
      aria-label={t('card.tagFirst', { tag })}
      title={t(isFirst ? 'card.tagFirstOn' : 'card.tagFirstOff', { tag })}
      onClick={() => background(desk.people.setTagFirst(tag, !isFirst))}
    >
      <Icon name="star" isFilled={isFirst} />
    </button>
  );
}

export function CardFields({ whom, card: { fields } }: PartProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const keep = (wanted: ContactCard['fields']): Promise<boolean> =>
    desk.people.change(whom, { fields: wanted.map((field) => ({ ...field })) });
  return (
    <section className="card-part" aria-labelledby="card-fields">
      <h4 id="card-fields">{t('card.fields')}</h4>
      {fields.map((field, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two fields may bear one name
        <div key={`${index}-${field.name}`} className="card-row">
          <CardLine
            label={field.name}
            value={field.value}
            most={2_000}
            onSave={(value) => background(keep(fields.map((one, at) => (at === index ? { ...one, value } : one))))}
          />
          <button
            type="button"
            className="card-remove"
            aria-label={t('card.removeField', { name: field.name })}
            title={t('card.removeField', { name: field.name })}
            onClick={() => background(keep(fields.filter((_, at) => at !== index)))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      {fields.length < MOST_FIELDS && <FieldAdder onAdd={(field) => keep([...fields, field])} />}
    </section>
  );
}

type FieldAdderProps = { readonly onAdd: (field: { name: string; value: string }) => Promise<boolean> };

function FieldAdder({ onAdd }: FieldAdderProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const add = async (): Promise<void> => {
    if (name.trim() === '' || !(await onAdd({ name: name.trim(), value: value.trim() }))) return;
    setName('');
    setValue('');
  };
  return (
    <form
      className="card-adder"
      onSubmit={(event) => {
        event.preventDefault();
        background(add());
      }}
    >
      <input
        className="input"
        aria-label={t('card.fieldName')}
        placeholder={t('card.fieldNameHint')}
        maxLength={60}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {name.trim() !== '' && (
        <>
          <input
            className="input"
            aria-label={t('card.fieldValue')}
            placeholder={t('card.fieldValue')}
            maxLength={2_000}
            autoComplete="off"
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
          <Button size="small" isSubmit>
            {t('card.add')}
          </Button>
        </>
      )}
    </form>
  );
}
