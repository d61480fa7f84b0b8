// Files of a letter: added from where the owner has them, pictures within the words too, and shown there again later.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { background } from '../../client/background.ts';
import { later, machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { writtenOf, type WritingKey } from '../../state/writing.ts';
import type { Letter } from './letter.ts';
import { fitted, isPicture } from './picture.ts';

/** What is there sooner needs no word. */
const SLOW_MS = 400;

export function useLetterFiles(key: WritingKey, letter: Letter, beforeFirst: () => void) {
  const { t } = useTranslation();
  const desk = useDesk();
  /** Files that take a while, by name. */
  const [slow, setSlow] = useState<readonly string[]>([]);
  const addresses = useRef(new Map<string, string>());
  useEffect(() => {
    const made = addresses.current;
    return () => {
      for (const address of made.values()) URL.revokeObjectURL(address);
      made.clear();
    };
  }, []);

  const add = async (file: File, isInText: boolean): Promise<boolean> => {
    const busy = later(SLOW_MS, () => setSlow((names) => [...names, file.name]));
    busy.soon();
    try {
      const content = isInText ? await fitted(file) : file;
      const bytes = new Uint8Array(await content.arrayBuffer());
      const contentId = isInText ? `${crypto.randomUUID()}@balie` : null;
      const contentType = content.type === '' ? 'application/octet-stream' : content.type;
      const added = await desk.writing.addFile(key, { fileName: content.name, contentType, contentId, bytes });
      if (!added.ok) desk.tellFailure(added.error);
      else if (contentId !== null) letter.insertPicture(contentId, added.value.fileName);
      return added.ok;
    } catch (unreadable) {
      // A folder, or a file that went away under our hands.
      if (!(unreadable instanceof DOMException)) throw unreadable;
      const until = machineNow() + NOTICE_MS;
      const text = t('files.unreadable', { name: file.name });
      desk.notices.add({ text, failure: null, until, leaving: null, undo: null });
      return false;
    } finally {
      busy.cancel();
      setSlow((names) => names.filter((name) => name !== file.name));
    }
  };
  /** One after the other, in the order in which they were given. */
  const addAll = async (files: readonly File[], isInText: boolean): Promise<boolean> => {
    beforeFirst();
    let isAllThere = true;
    for (const file of files) isAllThere = (await add(file, isInText && isPicture(file))) && isAllThere;
    return isAllThere;
  };

  const files = useCallback(() => writtenOf(desk.writing.store.getState(), key)?.files ?? [], [desk, key]);
  const pictures = useMemo(
    () => ({
      hasPicture: (contentId: string): boolean => files().some((file) => file.contentId === contentId),
      pictureAddress: async (contentId: string): Promise<string | null> => {
        const known = addresses.current.get(contentId);
        const file = files().find((one) => one.contentId === contentId);
        if (known !== undefined || file === undefined) return known ?? null;
        const content = await desk.client.call('draft.fileContent', { file: file.id });
        if (!content.ok) return null;
        const { bytes, contentType } = content.value;
        const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: contentType }));
        addresses.current.set(contentId, address);
        return address;
      },
    }),
    [desk, files],
  );
  return {
    slow,
    pictures,
    addAll: (added: readonly File[], isInText: boolean) => {
      const task = addAll(added, isInText);
      desk.writing.coming.add(key, task);
      background(task);
    },
  };
}
