// The words of one message. What a person typed is shown as text, calmly; a mail whose layout carries meaning (pictures,
// tables, lists) is shown as it was made. Either is one click away from the other.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../main/contract/views.ts';
import { isBelieved } from '../../../main/domain/mail-source/judge-claim.ts';
import { useDesk, useReading } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkedText } from './linked-text.tsx';
import { MailFrame } from './mail-frame.tsx';
import { isTooHeavy } from './mail-weight.ts';

const HAS_LAYOUT = /<(table|img|ul|ol|h[1-6]|center|pre)\b/i;

export function startsAsText(message: MessageView): boolean {
  const { kind, ownText, html, direction } = message;
  if (html === null || html.trim() === '') return true;
  // Of a network's notice the customer's own words, and not the notice around them.
  if (isCarried(message)) return true;
  const isTyped = direction === 'out' || kind === 'human' || kind === 'auto-reply';
  return isTyped && ownText.trim() !== '' && !HAS_LAYOUT.test(html);
}

export function MessageBody({
  message,
  onLink,
}: {
  readonly message: MessageView;
  readonly onLink: (url: string) => void;
}) {
  const { t } = useTranslation();
  const { reading } = useDesk();
  const { id } = message;
  const isText = useReading(({ asText }) => asText.get(id)) ?? startsAsText(message);
  // What is looked for may stand in what is folded away.
  const isWhole = useReading(({ whole, found }) => whole.get(id) ?? found.has(id));
  const { html, text, ownText } = message;
  const hasHtml = html !== null && html.trim() !== '';
  const isHeavy = useMemo(() => hasHtml && isTooHeavy(html), [hasHtml, html]);
  if (hasHtml && !isHeavy && !isText) {
    return (
      <>
        <MailFrame message={message} html={html} />
        <div className="row-of-buttons folds">
          <Button look="quiet" size="small" onClick={() => reading.showAsText(id, true)}>
            {t('conversation.asText')}
          </Button>
          <SourceButton message={message} />
        </div>
      </>
    );
  }
  const shown = isWhole || ownText.trim() === '' ? text : ownText;
  const hasMore = ownText.trim() !== '' && text.trim().length > ownText.trim().length;
  return (
    <>
      {isHeavy && <p className="aside">{t('conversation.tooLong')}</p>}
      {shown.trim() === '' ? (
        message.attachments.length === 0 &&
        message.note === null && <p className="soft">{t('conversation.emptyText')}</p>
      ) : (
        <LinkedText text={shown.trim()} onLink={onLink} />
      )}
      {(hasMore || !message.isByHand) && (
        <div className="row-of-buttons folds">
          {hasMore && (
            <Button look="quiet" size="small" aria-expanded={isWhole} onClick={() => reading.showWhole(id, !isWhole)}>
              {t(foldWords())}
            </Button>
          )}
          {hasHtml && !isHeavy && (
            <Button look="quiet" size="small" onClick={() => reading.showAsText(id, false)}>
              {t('conversation.asMail')}
            </Button>
          )}
          <SourceButton message={message} />
        </div>
      )}
    </>
  );

  function foldWords() {
    if (isCarried(message)) return isWhole ? 'sources.less' : 'sources.whole';
    return isWhole ? 'conversation.hideQuoted' : 'conversation.showQuoted';
  }
}

function SourceButton({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation();
  const { reading } = useDesk();
  if (message.isByHand) return null;
  return (
    <Button look="quiet" size="small" hint="message-source" onClick={() => reading.showSource(message.id)}>
      {t('story.source')}
    </Button>
  );
}

/** The customer's own words were taken out of a network's notice or a form. */
const isCarried = ({ source }: MessageView): boolean =>
  source !== null && isBelieved(source.standing) && source.text !== '';
