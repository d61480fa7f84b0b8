// Before a link that would deceive is opened: where it really goes, what is odd about it, and the owner's choice.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LinkConcern, LinkLook } from '../../../main/domain/link/look-at-link.ts';
import type { DoubtfulLink } from '../../state/links.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export function LinkSheet() {
  const { links } = useDesk();
  const asking = useStore(links.store, (now) => now.asking);
  return asking === null ? null : <Asking {...asking} onAnswer={links.answer} />;
}

function Asking({ href, look, onAnswer }: DoubtfulLink & { readonly onAnswer: (isWanted: boolean) => void }) {
  const { t } = useTranslation();
  const { before, site, after } = look.shown;
  return (
    <Dialog title={t('link.title')} onClose={() => onAnswer(false)}>
      <div className="link-sheet">
        <ul className="link-concerns">
          {look.concerns.map((concern) => (
            <li key={concern.kind}>{concernWords(concern)}</li>
          ))}
        </ul>
        <p className="soft">{t('link.goesTo')}</p>
        <p className="link-place" translate="no">
          {before}
          <strong>{site}</strong>
          {after}
          {look.via !== null && <span className="soft"> {t('link.via', { via: look.via })}</span>}
        </p>
        <details>
          <summary>{t('link.whole')}</summary>
          <p className="link-whole" translate="no">
            {href}
          </p>
        </details>
        <div className="row-of-buttons">
          <Button look="main" onClick={() => onAnswer(false)}>
            {t('link.leave')}
          </Button>
          <Button onClick={() => onAnswer(true)}>{t('link.open')}</Button>
        </div>
      </div>
    </Dialog>
  );

  function concernWords(concern: LinkConcern): string {
    switch (concern.kind) {
      case 'other-site':
        return t(isMail(look) ? 'link.concern.otherAddress' : 'link.concern.otherSite', concern);
      case 'disguised':
        return t('link.concern.disguised');
      case 'looks-like':
        return t('link.concern.looksLike', concern);
      case 'ip-address':
        return t('link.concern.ipAddress');
      case 'name-before-host':
        return t('link.concern.nameBeforeHost', concern);
      case 'shortened':
        return t('link.concern.shortened', concern);
    }
  }
}

const isMail = ({ kind }: LinkLook): boolean => kind === 'mail';
