// The owner says who is really behind a mail: which person, by which route, and for which mails. What it would change shows first.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaidOfMail, SourceLook } from '../../../main/contract/mail-source.ts';
import type { Address, Channel } from '../../../main/domain/conversation/message.ts';
import { CHANNELS } from '../../../main/domain/conversation/message.ts';
import { shownAddress } from '../../../main/domain/contact/way.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { OneOf } from './one-of.tsx';

type SaySourceProps = { readonly conversation: number; readonly onClose: () => void };

export function SaySource({ conversation, onClose }: SaySourceProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [look, setLook] = useState<SourceLook | 'nothing' | null>(null);
  useEffect(() => {
    let isOpen = true;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('sources.look', { conversation });
      if (isOpen) setLook(answer.ok ? answer.value : 'nothing');
    };
    background(ask());
    return () => {
      isOpen = false;
    };
  }, [desk, conversation]);
  return (
    <Dialog title={t('sources.title')} onClose={onClose}>
      {look === 'nothing' && <p>{t('sources.nothing')}</p>}
      {look !== null && look !== 'nothing' && <SayForm look={look} onClose={onClose} />}
    </Dialog>
  );
}

const said = ({ message, channel, personFrom, field }: SourceLook): SaidOfMail => ({
  message,
  channel,
  personFrom,
  field,
  scope: 'sender',
  subject: '',
});

function SayForm({ look, onClose }: { readonly look: SourceLook; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [word, setWord] = useState(said(look));
  const isTyped = word.personFrom === 'typed';
  const changes = useChanges(word);
  const domain = look.sender.slice(look.sender.lastIndexOf('@') + 1);
  const set = (part: Partial<SaidOfMail>): void => setWord({ ...word, ...part });
  const save = async (): Promise<void> => {
    const done = await desk.client.call('sources.say', word);
    if (!done.ok) {
      desk.tellFailure(done.error);
      return;
    }
    const text = t('sources.said', { count: done.value.messages });
    desk.notices.add({ text, failure: null, undo: null, until: machineNow() + NOTICE_MS, leaving: null });
    onClose();
    await Promise.all([desk.queue.refresh(), desk.conversation.refresh()]);
  };
  return (
    <form
      className="settings-stack"
      onSubmit={(event) => {
        event.preventDefault();
        background(save());
      }}
    >
      <OneOf
        legend={t('sources.who')}
        value={word.personFrom}
        options={[
          ...(look.person === null || !isReadable(look)
            ? []
            : [{ value: 'as-read' as const, label: t('sources.whoRead', { who: named(look.person) }) }]),
          ...(look.replyTo === null
            ? []
            : [{ value: 'reply-to' as const, label: t('sources.whoReplyTo', { who: named(look.replyTo) }) }]),
          ...(look.fields.length === 0 ? [] : [{ value: 'field' as const, label: t('sources.whoField') }]),
          { value: 'typed' as const, label: t('sources.whoTyped') },
        ]}
        onValue={(personFrom) => set({ personFrom })}
      />
      {word.personFrom === 'field' && (
        <SelectField
          label={t('sources.field')}
          value={word.field}
          options={look.fields.map(({ label, value }) => ({ value: label, label: `${label}: ${value.slice(0, 60)}` }))}
          onValue={(field) => set({ field })}
        />
      )}
      {isTyped && (
        <div className="fields-of-two">
          <TextField
            label={t('sources.typedName')}
            value={word.person?.name ?? ''}
            maxLength={200}
            onText={(name) => set({ person: { name, address: word.person?.address ?? '' } })}
          />
          <TextField
            label={t('sources.typedAddress')}
            type="email"
            value={word.person?.address ?? ''}
            maxLength={254}
            onText={(address) => set({ person: { name: word.person?.name ?? '', address } })}
          />
        </div>
      )}
      <SelectField
        label={t('sources.channel')}
        value={word.channel}
        options={CHANNELS.filter((channel) => channel !== 'email').map(
          (channel): { value: Channel; label: string } => ({
            value: channel,
            label: channelName(language, channel),
          }),
        )}
        onValue={(channel) => set({ channel })}
      />
      {!isTyped && (
        <OneOf
          legend={t('sources.scope')}
          value={word.scope}
          options={[
            { value: 'message', label: t('sources.scopeMessage') },
            { value: 'sender', label: t('sources.scopeSender', { sender: look.sender }) },
            { value: 'domain', label: t('sources.scopeDomain', { domain }) },
          ]}
          onValue={(scope) => set({ scope })}
        />
      )}
      {!isTyped && word.scope !== 'message' && (
        <TextField
          label={t('sources.subject')}
          help={t('sources.subjectHelp')}
          value={word.subject}
          maxLength={200}
          onText={(subject) => set({ subject })}
        />
      )}
      {!isTyped && <p className="aside">{t(`sources.${look.proof}`, { domain })}</p>}
      <p role="status">
        {changes === null ? '' : changes === 0 ? t('sources.changesNone') : t('sources.changes', { count: changes })}
      </p>
      <div className="row-of-buttons">
        <Button look="main" isSubmit disabled={changes === null || changes === 0}>
          {t('sources.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What Balie read by itself is a choice of its own only where it read more than Reply-To says. */
const isReadable = ({ personFrom }: SourceLook): boolean => personFrom === 'as-read';

const named = ({ name, address }: Address): string => {
  const shown = shownAddress(address);
  return name === '' || name === shown ? shown : `${name} (${shown})`;
};

const isComplete = ({ personFrom, person }: SaidOfMail): boolean =>
  personFrom !== 'typed' || /^\S+@[^\s@]+\.[^\s@]+$/.test(person?.address ?? '');

/** How many open mails it would change; null while that is being looked up. */
function useChanges(word: SaidOfMail): number | null {
  const desk = useDesk();
  const [answer, setAnswer] = useState<{ readonly word: SaidOfMail; readonly count: number } | null>(null);
  useEffect(() => {
    let isOpen = true;
    const ask = async (): Promise<void> => {
      const preview = await desk.client.call('sources.preview', word);
      if (isOpen) setAnswer({ word, count: preview.ok ? preview.value.messages : 0 });
    };
    if (isComplete(word)) background(ask());
    return () => {
      isOpen = false;
    };
  }, [desk, word]);
  return answer?.word === word ? answer.count : null;
}
