// Puts a field or a question where the cursor is: each said in words, under the name it has in the owner's language.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FIELDS, type FieldName } from '../../../main/domain/canned/template.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { Field } from '../../ui/field.tsx';

/** As Dutch owners write them; template.ts knows both. */
const DUTCH: Readonly<Record<FieldName, string>> = {
  'contact.first_name': 'klant.voornaam',
  'contact.last_name': 'klant.achternaam',
  'contact.salutation': 'klant.aanhef',
  'contact.company': 'klant.bedrijf',
  'my.name': 'mijn.naam',
  'my.phone': 'mijn.telefoon',
  'thread.subject': 'gesprek.onderwerp',
  'thread.received': 'gesprek.ontvangen',
  'hours.next_open': 'uren.volgende_opening',
  'commitment.date': 'belofte.datum',
  'channel.name': 'kanaal.naam',
  'reply.by': 'antwoord.voor',
  'away.until': 'afwezig.tot',
};
const QUESTION = '?';

type WithoutDot<Name> = Name extends `${infer Group}.${infer Rest}` ? `${Group}_${Rest}` : never;
const keyOf = (name: FieldName) => name.replace('.', '_') as WithoutDot<FieldName>;

export function FieldMenu({ onInsert }: { readonly onInsert: (written: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosen, setChosen] = useState('');
  const named = (field: FieldName): string => (language === 'nl' ? DUTCH[field] : field);
  const choose = (value: string): void => {
    setChosen('');
    if (value === QUESTION) onInsert(`{{?${t('canned.question')}}}`);
    else if (value !== '') onInsert(`{{${value}}}`);
  };
  return (
    <Field
      label={t('canned.insertField')}
      help={t('canned.fallback', { example: '| "…"', interpolation: { skipOnVariables: true } })}
    >
      {(ids) => (
        <select {...ids} className="select" value={chosen} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('canned.chooseField')}</option>
          {FIELDS.map((field) => (
            <option key={field} value={named(field)}>
              {t(`canned.field.${keyOf(field)}`)}
            </option>
          ))}
          <option value={QUESTION}>{t('canned.ask')}</option>
        </select>
      )}
    </Field>
  );
}
