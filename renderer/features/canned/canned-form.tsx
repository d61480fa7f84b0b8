// Writing one saved reply. The code is what is typed after "/"; at least one language must have a text.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandArgs } from '../../../main/contract/commands.ts';
import type { CannedReply } from '../../../main/contract/canned.ts';
import { background } from '../../client/background.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextField } from '../../ui/field.tsx';

const LANGUAGES = ['nl', 'en', 'fr'] as const;
/** The contract's own rule; said here in time, checked there again. */
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

type CannedFormProps = {
  readonly reply: CannedReply;
  readonly onSave: (draft: CommandArgs<'canned.save'>) => Promise<boolean>;
};

export function CannedForm({ reply, onSave }: CannedFormProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState(reply.code);
  const [title, setTitle] = useState(reply.title);
  const [tags, setTags] = useState(reply.tags.join(', '));
  const [texts, setTexts] = useState(reply.texts);
  const [isTried, setIsTried] = useState(false);
  const isCodeGood = CODE.test(code);
  const hasText = LANGUAGES.some((language) => (texts[language] ?? '').trim() !== '');

  const save = (): void => {
    setIsTried(true);
    if (!isCodeGood || !hasText || title.trim() === '') return;
    const written = LANGUAGES.flatMap((language) => {
      const text = texts[language]?.trim() ?? '';
      return text === '' ? [] : [[language, text] as const];
    });
    background(
      onSave({
        id: reply.id === 0 ? null : reply.id,
        code: code.toLowerCase(),
        title: title.trim(),
        tags: tags
          .split(',')
          .map((tag) => tag.trim())
          .filter((tag) => tag !== ''),
        texts: Object.fromEntries(written),
      }),
    );
  };

  return (
    <form
      className="settings-stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="two-columns">
        <TextField label={t('canned.name')} value={title} required onText={setTitle} />
        <TextField
          label={t('canned.code')}
          value={code}
          required
          help={t('canned.codeHelp')}
          wrong={isTried && !isCodeGood ? t('canned.codeHelp') : null}
          onText={setCode}
        />
      </div>
      {LANGUAGES.map((language) => (
        <Field
          key={language}
          label={t(`canned.text.${language}`)}
          wrong={isTried && !hasText && language === 'nl' ? t('canned.needsText') : null}
        >
          {(ids) => (
            <textarea
              {...ids}
              className="textarea"
              lang={language}
              rows={language === 'nl' ? 5 : 3}
              value={texts[language] ?? ''}
              onChange={(event) => setTexts({ ...texts, [language]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <TextField label={t('canned.tags')} value={tags} onText={setTags} />
      <div>
        <Button look="main" isSubmit>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
