// Writing one saved reply: its languages side by side in tabs, each with how it reads beside it; its files; and what is wrong, said at
// the field it is about.
import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../main/contract/canned.ts';
import type { CommandArgs } from '../../../main/contract/commands.ts';
import { CANNED_CODE } from '../../../main/domain/canned/canned-csv.ts';
import { CANNED_LANGUAGES, type CannedLanguage } from '../../../main/domain/canned/template.ts';
import { background } from '../../client/background.ts';
import { useFacts } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Segments, TextField } from '../../ui/field.tsx';
import { CannedFiles, type FilesWritten } from './canned-files.tsx';
import { CannedLetter } from './canned-preview.tsx';
import { FieldMenu } from './field-menu.tsx';
import { SAMPLE_NAME, unknownFields } from './sample.ts';

export type WrittenReply = { readonly draft: CommandArgs<'canned.save'>; readonly files: FilesWritten };
type CannedFormProps = {
  /** With id 0: a new one. */
  readonly reply: CannedReply;
  readonly onSave: (written: WrittenReply) => Promise<void>;
  readonly onCancel: () => void;
};

export function CannedForm({ reply, onSave, onCancel }: CannedFormProps) {
  const { t } = useTranslation();
  const all = useFacts((facts) => facts.canned);
  const [code, setCode] = useState(reply.code);
  const [title, setTitle] = useState(reply.title);
  const [tags, setTags] = useState(reply.tags.join(', '));
  const [texts, setTexts] = useState(reply.texts);
  const [files, setFiles] = useState<FilesWritten>({ kept: reply.files, fresh: [] });
  const [language, setLanguage] = useState<CannedLanguage>(
    CANNED_LANGUAGES.find((one) => reply.texts[one] !== undefined) ?? 'nl',
  );
  const [isTried, setIsTried] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = texts[language] ?? '';
  const taken = all.find((one) => one.code === code.trim().toLowerCase() && one.id !== reply.id);
  const wrongCode =
    taken !== undefined
      ? t('canned.codeTaken', { code: taken.code, title: taken.title })
      : isTried && !CANNED_CODE.test(code.trim())
        ? t('canned.codeHelp')
        : null;
  const written = CANNED_LANGUAGES.flatMap((one) => {
    const words = texts[one]?.trim() ?? '';
    return words === '' ? [] : [[one, words] as const];
  });
  const unknown = written.flatMap(([of, words]) => unknownFields(words).map((field) => ({ of, field })));
  const wrongText =
    isTried && written.length === 0
      ? t('canned.needsText')
      : unknownFields(text)
          .slice(0, 1)
          .map((field) => t('canned.unknownField', { field, interpolation: { skipOnVariables: true } }))[0];

  const save = (): void => {
    setIsTried(true);
    const isGood = CANNED_CODE.test(code.trim()) && taken === undefined && title.trim() !== '' && written.length > 0;
    const [elsewhere] = unknown;
    if (elsewhere !== undefined) setLanguage(elsewhere.of);
    if (!isGood || elsewhere !== undefined) return;
    const draft = {
      id: reply.id === 0 ? null : reply.id,
      code: code.trim().toLowerCase(),
      title: title.trim(),
      tags: tags
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
      texts: Object.fromEntries(written),
    };
    background(onSave({ draft, files }));
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
        <TextField
          label={t('canned.name')}
          value={title}
          maxLength={200}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the list gave way to this form
          autoFocus
          wrong={isTried && title.trim() === '' ? t('canned.nameNeeded') : null}
          onText={setTitle}
        />
        <TextField
          label={t('canned.code')}
          value={code}
          maxLength={40}
          help={t('canned.codeHelp')}
          wrong={wrongCode}
          onText={setCode}
        />
      </div>
      <div className="canned-fields">
        <Segments
          label={t('canned.language')}
          value={language}
          options={CANNED_LANGUAGES.map((value) => ({
            value,
            label:
              (texts[value] ?? '').trim() === ''
                ? t('canned.hasNo', { language: t(`canned.text.${value}`) })
                : t(`canned.text.${value}`),
          }))}
          onValue={setLanguage}
        />
        <FieldMenu onInsert={(field) => putIn(area, field)} />
      </div>
      <div className="canned-writing">
        <Field label={t('canned.textLabel', { language: t(`canned.text.${language}`) })} wrong={wrongText ?? null}>
          {(ids) => (
            <textarea
              {...ids}
              ref={area}
              className="textarea"
              lang={language}
              rows={10}
              spellCheck
              value={text}
              aria-invalid={wrongText !== undefined}
              onChange={(event) => setTexts({ ...texts, [language]: event.target.value })}
            />
          )}
        </Field>
        <section className="canned-preview" aria-labelledby="canned-preview">
          <h3 id="canned-preview" className="label">
            {t('canned.preview')}
          </h3>
          {text.trim() === '' ? (
            <p className="canned-letter soft">{t('canned.previewEmpty')}</p>
          ) : (
            <CannedLetter text={text} language={language} />
          )}
          <p className="soft small-text">{t('canned.previewMissing', { name: SAMPLE_NAME })}</p>
        </section>
      </div>
      <TextField label={t('canned.tags')} value={tags} help={t('canned.tagsHelp')} onText={setTags} />
      <CannedFiles files={files} onFiles={setFiles} />
      <div className="row-of-buttons">
        <Button look="main" isSubmit>
          {t('common.save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** As if typed: the browser's own undo takes it back. A question's words are chosen, to be written over. */
function putIn(area: RefObject<HTMLTextAreaElement | null>, field: string): void {
  const element = area.current;
  if (element === null) return;
  element.focus();
  document.execCommand('insertText', false, field);
  if (!field.startsWith('{{?')) return;
  const end = element.selectionEnd - 2;
  element.setSelectionRange(end - (field.length - 5), end);
}
