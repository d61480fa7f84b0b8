// What is done with saved replies in the settings: keep, remove, and both again; tables in and out. Each says what it did, and can be
// taken back.
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../main/contract/canned.ts';
import type { Failure, Result } from '../../../main/contract/errors.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk } from '../../state/use-desk.tsx';
import type { WrittenReply } from './canned-form.tsx';

export function useKeeping() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { client } = desk;
  const tell = (text: string, undo: (() => Promise<void>) | null): void =>
    void desk.notices.add({ text, failure: null, undo, until: machineNow() + NOTICE_MS, leaving: null });
  /** Shows what failed; answers whether it went well. */
  const went = async (done: Promise<Result<unknown>>): Promise<boolean> => {
    const { ok, error } = await done.then((result) => (result.ok ? { ok: true, error: null } : result));
    if (error !== null) desk.tellFailure(error satisfies Failure);
    await desk.refresh.canned();
    return ok;
  };
  return {
    tell,
    went,
    /** null: it was not kept, and said why. Files that do not fit are said, and the rest is kept. */
    keep: async ({ draft, files }: WrittenReply, before: CannedReply): Promise<CannedReply | null> => {
      const saved = await client.call('canned.save', draft);
      if (!saved.ok) {
        desk.tellFailure(saved.error);
        return null;
      }
      const { id } = saved.value;
      for (const { id: file } of before.id === id ? before.files : []) {
        if (files.kept.some((kept) => kept.id === file)) continue;
        // One after another: their order is the owner's.
        // oxlint-disable-next-line no-await-in-loop
        await client.call('canned.removeFile', { file });
      }
      for (const file of files.fresh) {
        // oxlint-disable-next-line no-await-in-loop
        const bytes = new Uint8Array(await file.arrayBuffer());
        const { name: fileName, type } = file;
        const contentType = type === '' ? 'application/octet-stream' : type;
        // oxlint-disable-next-line no-await-in-loop
        const added = await client.call('canned.addFile', { id, fileName, contentType, bytes });
        if (!added.ok) desk.tellFailure(added.error);
      }
      await desk.refresh.canned();
      const { code, title, tags, texts } = before;
      const undo =
        before.id === 0
          ? () => went(client.call('canned.remove', { id }))
          : () => went(client.call('canned.save', { id, code, title, tags: [...tags], texts }));
      tell(t('canned.saved', { title: saved.value.title }), async () => void (await undo()));
      return saved.value;
    },
    remove: async ({ id, title }: CannedReply): Promise<void> => {
      if (!(await went(client.call('canned.remove', { id })))) return;
      tell(t('canned.removed', { title }), async () => void (await went(client.call('canned.bringBack', { id }))));
    },
  };
}
