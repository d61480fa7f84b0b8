// "Nieuw": what an owner fills in with the customer still before him. Who, how, what, and Enter; the rest can wait behind "meer".
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../main/contract/errors.ts';
import type { KnownPerson } from '../../../main/contract/hand-entered.ts';
import { homeCountry } from '../../../main/domain/contact/phone-number.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useLanguage } from '../../state/use-desk.tsx';
import { Button, Kbd } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { Choice, TextField } from '../../ui/field.tsx';
import { ChannelChoice, NoteText, ReachFields } from './note-fields.tsx';
import { NO_REACH, reachArgs, waysOf, whoAndReach, wrongIn, type Reach } from './reach-fields.ts';
import { useReadWhen, WhenInput } from './when-input.tsx';
import { WhoField } from './who-field.tsx';
import './hand-entered.css';

export function NewNote({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const home = useFacts(({ settings }) => homeCountry(settings.officeHours));
  const [who, setWho] = useState('');
  const [known, setKnown] = useState<KnownPerson | null>(null);
  const [isJoining, setIsJoining] = useState(false);
  const [channel, setChannel] = useState(desk.notes.lastChannel);
  const [text, setText] = useState('');
  const [reach, setReach] = useState<Reach>(NO_REACH);
  const [answered, setAnswered] = useState<string | null>(null);
  const [whenText, setWhenText] = useState('');
  const [isMore, setIsMore] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const replyBy = useReadWhen(whenText);
  // Of whom we know already how to reach him, nothing is asked at once.
  const ways = waysOf(channel);
  const first = known === null ? ways.first : [];
  const more = known === null ? ways.more : [...ways.first, ...ways.more];
  const named = whoAndReach(who, reach, home);
  const isSomebody = known !== null || named.who !== '' || Object.values(named.reach).some((way) => way.trim() !== '');
  const isComplete = isSomebody && text.trim() !== '';
  const joined = isJoining ? (known?.open ?? null) : null;

  const save = async (): Promise<void> => {
    setIsTried(true);
    if (!isComplete || !replyBy.isUsable) return;
    if (wrongIn(named.reach, home) !== null) {
      setIsMore(true);
      return;
    }
    const shown = named.who || known?.name || known?.shown || named.reach.phone || named.reach.email;
    const refused =
      joined === null
        ? await desk.notes.add(
            {
              who: known?.name ?? named.who,
              customer: known?.address ?? null,
              ...reachArgs(named.reach, channel),
              channel,
              text,
              replyBy: answered === null ? replyBy.at : null,
              answered,
            },
            shown,
          )
        : await desk.notes.append({ conversation: joined.conversation, who: shown }, 'incoming', channel, text);
    if (refused === null) onClose();
    else setFailure(refused);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    background(save());
  };

  return (
    <Dialog title={t('notes.title')} onClose={onClose}>
      <form className="note-form" onSubmit={onSubmit}>
        <WhoField
          who={who}
          onWho={(typed) => {
            setWho(typed);
            setKnown(null);
            setIsJoining(false);
          }}
          onPick={(person) => {
            setWho(person.name || person.shown);
            setKnown(person);
          }}
        />
        {known?.open != null && (
          <Choice
            label={t('notes.joins', { subject: known.open.subject || t('common.noSubject') })}
            isOn={isJoining}
            onChange={setIsJoining}
          />
        )}
        <ChannelChoice channel={channel} onChannel={setChannel} />
        {joined === null && first.length > 0 && (
          <ReachFields channel={channel} reach={reach} ways={first} isTried={isTried} onReach={setReach} />
        )}
        <NoteText label={t('notes.what')} placeholder={t('notes.whatPlaceholder')} text={text} onText={setText} />
        {joined === null && (
          <details open={isMore} onToggle={(event) => setIsMore(event.currentTarget.open)}>
            <summary>{t('notes.more')}</summary>
            <div className="note-form">
              <ReachFields channel={channel} reach={reach} ways={more} isTried={isTried} onReach={setReach} />
              {answered === null && <WhenInput read={replyBy} onText={setWhenText} />}
              <Choice
                label={t('notes.answered')}
                help={t('notes.answeredHelp')}
                isOn={answered !== null}
                onChange={(isOn) => setAnswered(isOn ? '' : null)}
              />
              {answered !== null && (
                <TextField label={t('notes.answeredWords')} value={answered} autoComplete="off" onText={setAnswered} />
              )}
            </div>
          </details>
        )}
        {failure !== null && <FailureBox error={failure} language={language} />}
        <div className="row-of-buttons">
          <Button look="main" isSubmit disabled={!isComplete}>
            {t('notes.save')} <Kbd>Enter</Kbd>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
