// A conversation on paper: who, when, by which channel, what was said and what came with it. The words of each, also of a mail with a
// layout: a customer's colours and pictures cost ink and say little on paper; what he quoted stands a few lines higher already. Drawn
// only while it is printed, and not on the screen.
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { MOST_MESSAGES } from '../../../main/contract/story.ts';
import type { ConversationId, ConversationView, MessageView } from '../../../main/contract/views.ts';
import type { Result } from '../../../main/contract/errors.ts';
import { ok } from '../../../main/contract/errors.ts';
import { customerName, shownAddress } from '../../../main/domain/contact/way.ts';
import { isBelieved } from '../../../main/domain/mail-source/judge-claim.ts';
import { background } from '../../client/background.ts';
import type { DeskClient } from '../../client/desk-client.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { useConversation, useDesk, useLanguage, useMoments, useReading } from '../../state/use-desk.tsx';
import { isAcknowledging } from './open-messages.ts';

export function PrintedStory() {
  const isPrinting = useReading((now) => now.isPrinting);
  const view = useConversation((open) => open.view);
  return isPrinting && view !== null ? <Printed view={view} /> : null;
}

function Printed({ view }: { readonly view: ConversationView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const moments = useMoments();
  const { conversation, subject } = view.item;
  const [messages, setMessages] = useState<readonly MessageView[] | null>(null);
  useEffect(() => {
    let hasLeft = false;
    const gather = async (): Promise<void> => {
      const all = await allMessages(desk.client, conversation);
      if (hasLeft) return;
      if (all.ok) return setMessages(all.value);
      desk.tellFailure(all.error);
      desk.reading.print(false);
    };
    background(gather());
    return () => {
      hasLeft = true;
    };
  }, [desk, conversation]);
  const isReady = messages !== null;
  useEffect(() => {
    if (!isReady) return undefined;
    const done = (): void => desk.reading.print(false);
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [desk, isReady]);
  if (messages === null) return null;
  const { name, address } = view.customer;
  return createPortal(
    <section className="printed-story">
      <h1>{subject.trim() || t('common.noSubject')}</h1>
      <p>
        {customerName(view.customer)} {name !== '' && shownAddress(address)}
      </p>
      {messages.map((message) => (
        <PrintedMessage key={message.id} message={message} />
      ))}
      <p className="printed-foot">{t('plan.printed', { when: moments.full(desk.deskNow()) })}</p>
    </section>,
    document.body,
  );
}

function PrintedMessage({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const language = useLanguage();
  const { at, direction, source, channel, kind, attachments, ownText, text } = message;
  const from = source !== null && isBelieved(source.standing) ? source.person : message.from;
  const who = isAcknowledging(message)
    ? t('acks.card')
    : direction === 'out'
      ? t('conversation.you')
      : customerName(from);
  const files = attachments.filter((attachment) => !(attachment.isInline && attachment.contentId !== null));
  return (
    <article>
      <h2>
        {who} · {moments.full(at)} · {channelName(language, channel)}
        {kind === 'remark' && ` · ${t('conversation.kind.remark')}`}
      </h2>
      <div className="printed-words">{(ownText.trim() === '' ? text : ownText).trim()}</div>
      {files.length > 0 && (
        <p>
          {t('conversation.attachments')}: {files.map(({ fileName }) => fileName).join(', ')}
        </p>
      )}
    </article>
  );
}

/** In as many helpings as it takes. */
async function allMessages(client: DeskClient, id: ConversationId): Promise<Result<readonly MessageView[]>> {
  const outline = await client.call('conversation.outline', { id });
  if (!outline.ok) return outline;
  const ids = outline.value.map((line) => line.id);
  const all: MessageView[] = [];
  for (let from = 0; from < ids.length; from += MOST_MESSAGES) {
    const helping = await client.call('conversation.messages', { id, messages: ids.slice(from, from + MOST_MESSAGES) });
    if (!helping.ok) return helping;
    all.push(...helping.value);
  }
  return ok(all);
}
