// Saved replies in the settings: list, write in up to three languages, remove.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandArgs } from '../../../main/contract/commands.ts';
import type { CannedReply } from '../../../main/contract/canned.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CannedForm } from './canned-form.tsx';

const EMPTY: CannedReply = {
  id: 0,
  code: '',
  title: '',
  tags: [],
  texts: {},
  files: [],
  usedCount: 0,
  lastUsedAt: null,
};

export function CannedManager() {
  const { t } = useTranslation();
  const desk = useDesk();
  const replies = useFacts((facts) => facts.canned);
  const [edited, setEdited] = useState<CannedReply | null>(null);
  const [doomed, setDoomed] = useState<CannedReply | null>(null);

  const save = async (draft: CommandArgs<'canned.save'>): Promise<boolean> => {
    const saved = await desk.client.call('canned.save', draft);
    if (!saved.ok) {
      desk.tellFailure(saved.error);
      return false;
    }
    await desk.refresh.canned();
    setEdited(null);
    return true;
  };
  const remove = async (reply: CannedReply): Promise<void> => {
    const removed = await desk.client.call('canned.remove', { id: reply.id });
    if (!removed.ok) desk.tellFailure(removed.error);
    await desk.refresh.canned();
    setDoomed(null);
  };

  return (
    <div className="settings-stack">
      <p className="soft">
        {t('canned.intro', { field: '{{klant.voornaam}}', interpolation: { skipOnVariables: true } })}
      </p>
      <div>
        <Button icon="plus" onClick={() => setEdited(EMPTY)}>
          {t('canned.new')}
        </Button>
      </div>
      <ul className="settings-list">
        {replies.map((reply) => (
          <li key={reply.id}>
            <div className="settings-list-text">
              <p>
                <strong>{reply.title}</strong> <span className="soft">/{reply.code}</span>
              </p>
              <p className="soft cut">{reply.texts.nl ?? reply.texts.en ?? reply.texts.fr}</p>
              <p className="soft small-text">
                {t('canned.used', { count: reply.usedCount })}
                {reply.tags.length > 0 && ` · ${reply.tags.join(', ')}`}
              </p>
            </div>
            <div className="row-of-buttons">
              <Button size="small" onClick={() => setEdited(reply)} aria-label={`${t('common.edit')}: ${reply.title}`}>
                {t('common.edit')}
              </Button>
              <Button
                size="small"
                look="quiet danger"
                onClick={() => setDoomed(reply)}
                aria-label={`${t('common.remove')}: ${reply.title}`}
              >
                {t('common.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {edited !== null && (
        <Dialog title={edited.id === 0 ? t('canned.new') : edited.title} isWide onClose={() => setEdited(null)}>
          <CannedForm reply={edited} onSave={save} />
        </Dialog>
      )}
      {doomed !== null && (
        <Dialog title={t('common.remove')} onClose={() => setDoomed(null)}>
          <div className="settings-stack">
            <p>{t('canned.removeSure', { title: doomed.title })}</p>
            <div className="row-of-buttons">
              <Button look="danger" onClick={() => background(remove(doomed))}>
                {t('common.remove')}
              </Button>
              <Button look="quiet" onClick={() => setDoomed(null)}>
                {t('common.cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  );
}
