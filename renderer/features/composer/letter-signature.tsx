// What will stand below the words: seen while they are written, so that nobody signs twice, or in another language.
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../main/domain/conversation/message.ts';
import { signatureFor } from '../../../main/domain/letter/signature-for.ts';
import { useFacts } from '../../state/use-desk.tsx';

export function LetterSignature({ sender, language }: { readonly sender: string; readonly language: Language | null }) {
  const { t } = useTranslation();
  const signatures = useFacts(({ settings }) => settings.signatures);
  const signature = signatureFor(signatures, sender, language).trim();
  if (signature === '') return null;
  return (
    <p className="letter-signature cut" title={signature}>
      {t('letter.signature')} <span translate="no">{signature.split(/\s*\n\s*/).join(' · ')}</span>
    </p>
  );
}
