// The invitation of one message as it stands, asked again when its conversation changed, and the owner's answer to it.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Result } from '../../../main/contract/errors.ts';
import type { InvitationView } from '../../../main/contract/invitation.ts';
import type { Instant } from '../../../main/domain/instant.ts';
import type { DeliveryView, MessageView } from '../../../main/contract/views.ts';
import type { InvitationAnswer } from '../../../main/domain/invitation/invitation.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk } from '../../state/use-desk.tsx';

export type ShownInvitation =
  | { readonly kind: 'loading' | 'none' }
  | { readonly kind: 'failed'; readonly error: Failure }
  | { readonly kind: 'here'; readonly view: InvitationView };

export type InvitationDesk = {
  readonly shown: ShownInvitation;
  readonly isSending: boolean;
  /** `who`: the organiser, for the line that says to whom it goes. */
  readonly answer: (as: InvitationAnswer, who: string) => Promise<void>;
  readonly propose: (start: Instant, words: string, who: string) => Promise<void>;
};

export function useInvitation(message: MessageView['id']): InvitationDesk {
  const { t } = useTranslation();
  const desk = useDesk();
  const { client } = desk;
  const [shown, setShown] = useState<ShownInvitation>({ kind: 'loading' });
  const [isSending, setIsSending] = useState(false);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const looked = await client.call('invitation.look', { message });
      if (isGone) return;
      if (!looked.ok) setShown({ kind: 'failed', error: looked.error });
      else setShown(looked.value === null ? { kind: 'none' } : { kind: 'here', view: looked.value });
    };
    background(look());
    const stop = client.onEvent((event) => {
      if (event.kind === 'conversations-changed' || event.kind === 'events-missed') background(look());
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [client, message]);
  return {
    shown,
    isSending,
    answer: (as, who) =>
      send(client.call('invitation.answer', { message, as, now: false }), t(`invitation.answered.${as}`), who),
    propose: (start, words, who) =>
      send(client.call('invitation.propose', { message, start, words, now: false }), t('invitation.isProposed'), who),
  };

  async function send(going: Promise<Result<DeliveryView>>, text: string, who: string): Promise<void> {
    setIsSending(true);
    const sent = await going;
    setIsSending(false);
    if (!sent.ok) {
      desk.tellFailure(sent.error);
      return;
    }
    const { leavesAt } = sent.value;
    desk.notices.add({
      text,
      failure: null,
      undo: () => desk.sending.takeBack(sent.value, who),
      until: machineNow() + Math.max(NOTICE_MS, leavesAt - desk.deskNow()),
      leaving: { leavesAt, who },
    });
  }
}
