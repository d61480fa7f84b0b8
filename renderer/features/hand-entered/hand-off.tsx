// Below an answer that goes another way than mail: opens the owner's own program with it, and asks afterwards whether it was sent,
// for that Balie cannot see.
import { useEffect, useRef, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../../main/contract/views.ts';
import { openPlaceholders } from '../../../main/domain/canned/template.ts';
import { sendingWarnings, type SendingWarning } from '../../../main/domain/sending/sending-checks.ts';
import { isHandChannel } from '../../../main/domain/conversation/hand-channels.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { subjectOf } from '../../state/notes.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk, useFacts, useLanguage } from '../../state/use-desk.tsx';
import { useWrittenAnswer } from '../../state/written-answer.ts';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { handOffFacts } from './hand-off-facts.ts';
import { channelOf, handOff, routeDetail, type Route } from './routes.ts';

type HandOffProps = {
  readonly view: ConversationView;
  readonly route: Route;
  /** What may be wrong with it, before it is taken over; another feature's. */
  readonly Guard: ComponentType<{
    readonly warnings: readonly SendingWarning[];
    readonly onSendAnyway: () => void;
    readonly onBack: () => void;
    readonly onMoveToMail: (() => void) | null;
  }>;
  /** The same answer by mail; null where no address is known. */
  readonly onMoveToMail: (() => void) | null;
};

const ICONS: Readonly<Record<Route['kind'], IconName>> = {
  email: 'mail',
  whatsapp: 'chat',
  sms: 'chat',
  phone: 'phone',
  page: 'chat',
  note: 'done',
};

export function HandOff({ view, route, Guard, onMoveToMail }: HandOffProps) {
  const { t } = useTranslation();
  const { text, isReady, mainButton, copy } = useWrittenAnswer();
  const desk = useDesk();
  const language = useLanguage();
  const [isAsked, setIsAsked] = useState(false);
  const [isSure, setIsSure] = useState(false);
  const [warnings, setWarnings] = useState<readonly SendingWarning[]>([]);
  const me = useFacts(({ settings }) => settings.me);
  const zone = useFacts(({ settings }) => settings.officeHours.zone);
  const isPublic = route.kind === 'page' && route.isPublic === true;
  const channel = channelName(language, channelOf(route));
  const words = text.trim();

  const tell = (said: string): void => {
    desk.notices.add({ text: said, failure: null, until: machineNow() + NOTICE_MS, leaving: null, undo: null });
  };
  const answered = async (): Promise<void> => {
    const counted = channelOf(route);
    const failure = await desk.notes.append(
      subjectOf(view),
      'answer',
      isHandChannel(counted) ? counted : 'phone',
      words,
    );
    if (failure !== null) desk.tellFailure(failure);
    else {
      setIsAsked(false);
      document.getElementById('queue-list')?.focus();
    }
  };
  const lookedAt = (): boolean => {
    // What was said, and not written, is a note of the owner's own.
    if (route.kind === 'phone' || route.kind === 'note') return true;
    const facts = { view, route, text, ownNames: [me.name].filter(Boolean), now: desk.deskNow(), zone };
    const found = sendingWarnings(handOffFacts(facts));
    setWarnings(found);
    return found.length === 0;
  };
  const go = async (isLookedAt = false): Promise<void> => {
    if (!isReady()) return;
    if (isPublic && !isSure) {
      setIsSure(true);
      return;
    }
    if (!isLookedAt && !lookedAt()) return;
    const link = handOff(route, words);
    if (link === null) {
      await answered();
      return;
    }
    if (!link.isWhole) {
      const isCopied = copy();
      tell(t(!isCopied ? 'notes.notCopied' : route.kind === 'page' ? 'notes.copied' : 'notes.linkTooLong'));
    }
    const opened = await desk.client.shell('shell.openLink', { url: link.url });
    if (!opened.ok) desk.tellFailure(opened.error);
    else if (opened.value) setIsAsked(true);
    else tell(t('notice.linkRefused'));
  };

  if (isAsked) {
    return (
      <Asked
        question={t(route.kind === 'phone' ? 'notes.askedCall' : 'notes.asked')}
        onYes={() => background(answered())}
        onNo={() => {
          setIsAsked(false);
          document.getElementById('composer-text')?.focus();
        }}
      />
    );
  }
  return (
    <>
      {warnings.length > 0 && (
        <Guard
          warnings={warnings}
          onMoveToMail={onMoveToMail}
          onBack={() => setWarnings([])}
          onSendAnyway={() => {
            setWarnings([]);
            background(go(true));
          }}
        />
      )}
      {isPublic && (
        <span className="chip public" title={t('sources.publicHelp')}>
          {t('sources.public')}
        </span>
      )}
      <Button look="main" icon={ICONS[route.kind]} element={mainButton} onClick={() => background(go())}>
        {mainWords()}
      </Button>
      {route.kind !== 'note' && (
        <Button look="quiet" onClick={() => background(isReady() ? answered() : Promise.resolve())}>
          {t('notes.writeDown')}
        </Button>
      )}
      {openPlaceholders(text).length === 0 && <p className="composer-words">{honestWords()}</p>}
    </>
  );

  function mainWords(): string {
    // What everybody reads takes a second click.
    if (isPublic && isSure) return t('sources.publicAnswer');
    switch (route.kind) {
      case 'whatsapp':
        return t('notes.openWhatsapp');
      case 'sms':
        return t('notes.openSms');
      case 'phone':
        return t('notes.call', { number: routeDetail(route) });
      case 'page':
        return t('notes.openPage', { channel });
      case 'note':
      case 'email':
        return t('notes.writeDown');
    }
  }
  function honestWords(): string {
    if (route.kind === 'phone') return t('notes.blindPhone');
    if (route.kind === 'note') return t('notes.blindNone');
    return t('notes.blind', { channel });
  }
}

type AskedProps = { readonly question: string; readonly onYes: () => void; readonly onNo: () => void };

/** Enter says yes: that is what most come back with. */
function Asked({ question, onYes, onNo }: AskedProps) {
  const { t } = useTranslation();
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <div className="hand-off-asked" role="group" aria-label={question}>
      <strong>{question}</strong>
      <Button look="main" icon="done" element={yes} onClick={onYes}>
        {t('notes.yes')}
      </Button>
      <Button look="quiet" onClick={onNo}>
        {t('notes.no')}
      </Button>
    </div>
  );
}
