// The files of a saved reply that is being written: chosen, or dropped here; kept when the reply is.
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CANNED_FILES_MAX_BYTES, CANNED_FILES_MOST, type CannedFile } from '../../../main/contract/canned.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

export type FilesWritten = { readonly kept: readonly CannedFile[]; readonly fresh: readonly File[] };
type CannedFilesProps = { readonly files: FilesWritten; readonly onFiles: (files: FilesWritten) => void };

export function CannedFiles({ files, onFiles }: CannedFilesProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const limit = moments.size(CANNED_FILES_MAX_BYTES);
  const add = (given: readonly File[]): void => {
    let size = [...files.kept, ...files.fresh].reduce((sum, one) => sum + one.size, 0);
    const fresh = [...files.fresh];
    let complaint: string | null = null;
    for (const file of given) {
      size += file.size;
      if (files.kept.length + fresh.length >= CANNED_FILES_MOST) {
        complaint = t('canned.fileTooMany', { count: CANNED_FILES_MOST });
        break;
      }
      if (size > CANNED_FILES_MAX_BYTES) {
        complaint = t('canned.fileTooLarge', { name: file.name, limit });
        break;
      }
      fresh.push(file);
    }
    setWrong(complaint);
    onFiles({ ...files, fresh });
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    add([...event.dataTransfer.files]);
  };
  const remove = (gone: CannedFile | File): void => {
    setWrong(null);
    onFiles({ kept: files.kept.filter((one) => one !== gone), fresh: files.fresh.filter((one) => one !== gone) });
  };
  const shown = [
    ...files.kept.map((file) => ({ file, name: file.fileName })),
    ...files.fresh.map((file) => ({ file, name: file.name })),
  ];
  return (
    // Files are let go here; by keyboard there is the button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      className={isOver ? 'canned-files over' : 'canned-files'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <legend>{t('canned.fileTitle')}</legend>
      {shown.length > 0 && (
        <ul>
          {shown.map(({ file, name }, index) => (
            // Two files may have one name.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${name} ${index}`} className="canned-file">
              <span translate="no">{name}</span> <span className="soft">{moments.size(file.size)}</span>
              <button
                type="button"
                className="take-away"
                aria-label={t('canned.fileRemove', { name })}
                onClick={() => remove(file)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="row-of-buttons">
        <Button size="small" icon="clip" onClick={() => chooser.current?.click()}>
          {t('canned.fileAdd')}
        </Button>
        <span className="soft">{t('canned.fileDrop')}</span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={t('canned.fileAdd')}
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      <p className={wrong === null ? 'soft small-text' : 'wrong'} role={wrong === null ? undefined : 'alert'}>
        {wrong ?? t('canned.fileHelp', { limit })}
      </p>
    </fieldset>
  );
}
