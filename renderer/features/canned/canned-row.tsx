// One saved reply in the list: what it is called and begins with, in which languages, and how often it was of use.
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../main/contract/canned.ts';
import { CANNED_LANGUAGES } from '../../../main/domain/canned/template.ts';
import { useMoments } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

type CannedRowProps = {
  readonly reply: CannedReply;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
};

export function CannedRow({ reply, onEdit, onDuplicate, onRemove }: CannedRowProps) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { title, code, texts, tags, files, usedCount, lastUsedAt } = reply;
  const facts = [
    usedCount === 0
      ? t('canned.used', { count: 0, when: '' })
      : lastUsedAt === null
        ? t('canned.usedOnly', { count: usedCount })
        : t('canned.used', { count: usedCount, when: moments.when(lastUsedAt) }),
    ...(files.length === 0 ? [] : [t('canned.files', { count: files.length })]),
    ...tags,
  ];
  return (
    <li className="canned-row">
      <div className="settings-list-text">
        <p>
          <strong>{title}</strong> <span className="soft">/{code}</span>
          <span className="canned-languages">
            {CANNED_LANGUAGES.filter((one) => texts[one] !== undefined).join(' ')}
          </span>
        </p>
        <p className="soft cut">{texts.nl ?? texts.en ?? texts.fr}</p>
        <p className="soft small-text">{facts.join(' · ')}</p>
      </div>
      <div className="row-of-buttons">
        <Button size="small" onClick={onEdit} aria-label={`${t('common.edit')}: ${title}`}>
          {t('common.edit')}
        </Button>
        <Button size="small" look="quiet" onClick={onDuplicate} aria-label={`${t('canned.duplicate')}: ${title}`}>
          {t('canned.duplicate')}
        </Button>
        <Button size="small" look="quiet danger" onClick={onRemove} aria-label={`${t('common.remove')}: ${title}`}>
          {t('common.remove')}
        </Button>
      </div>
    </li>
  );
}
