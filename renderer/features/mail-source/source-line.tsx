// Above the words of a mail that stands for something else, or only seems to: where it came from, or why it stays plain mail, and the
// owner's way to say whose it is.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../../main/contract/mail-source.ts';
import { shownAddress } from '../../../main/domain/contact/way.ts';
import { isBelieved } from '../../../main/domain/mail-source/judge-claim.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { SaySource } from './say-source.tsx';

type SourceLineProps = { readonly source: SourceView; readonly conversation: number };

export function SourceLine({ source, conversation }: SourceLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isSaying, setIsSaying] = useState(false);
  const words = wordsOf();
  if (words === null) return null;
  const isAskable = source.standing !== 'refuted' && !isBelieved(source.standing);
  return (
    <>
      <p className="aside">{words}</p>
      {isAskable && (
        <div className="row-of-buttons">
          <Button size="small" onClick={() => setIsSaying(true)}>
            {t('sources.say')}
          </Button>
        </div>
      )}
      {isSaying && <SaySource conversation={conversation} onClose={() => setIsSaying(false)} />}
    </>
  );

  function wordsOf(): string | null {
    const { standing, person } = source;
    const who = person.name || shownAddress(person.address);
    if (standing === 'by-owner') return t('sources.byOwner', { who });
    if (isBelieved(standing))
      return source.source === 'booking' && source.shape === 'message' ? t('sources.bookingHint') : null;
    const channel = channelName(language, source.channel);
    switch (standing) {
      case 'unproven':
        return t('sources.unproven', { channel });
      case 'refuted':
        return t('sources.refuted', { channel });
      case 'unknown-shape':
        return t('sources.unknown', { channel });
      case 'ask':
        if (source.source === 'voicemail') return t('sources.askVoicemail', { who });
        return t(source.source === 'forwarded-form' ? 'sources.askForwarded' : 'sources.askForm', { who });
      case 'accepted':
        return null;
    }
  }
}
