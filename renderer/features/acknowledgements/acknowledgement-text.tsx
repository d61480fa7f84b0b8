// Writing one text at a time, with beside it how it would read now; kept when the owner leaves the field.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../main/contract/settings.ts';
import { exampleAcknowledgement } from '../../../main/domain/acknowledgement/example.ts';
import { STARTER_TEXTS } from '../../../main/domain/acknowledgement/starter-texts.ts';
import {
  ACK_CHANNELS,
  ACK_SITUATIONS,
  acknowledgementText,
  type AckChannel,
  type AckSituation,
} from '../../../main/domain/acknowledgement/texts.ts';
import { CANNED_LANGUAGES, type CannedLanguage } from '../../../main/domain/canned/template.ts';
import { signatureFor } from '../../../main/domain/letter/signature-for.ts';
import { officeHoursOf } from '../../../main/domain/office-hours/holidays.ts';
import { createOpenTime } from '../../../main/domain/office-hours/open-time.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk, useFacts, useLanguage, useNow } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Segments } from '../../ui/field.tsx';

type Texts = Settings['acknowledgements']['texts'];
type TextProps = { readonly texts: Texts; readonly onTexts: (texts: Texts) => void };

export function AcknowledgementText({ texts, onTexts }: TextProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const uiLanguage = useLanguage();
  const [channel, setChannel] = useState<AckChannel>('email');
  const [situation, setSituation] = useState<AckSituation>('open');
  const [language, setLanguage] = useState<CannedLanguage>('nl');
  const [draft, setDraft] = useState<string | null>(null);
  const starter = STARTER_TEXTS[channel][situation][language];
  const shown = draft ?? acknowledgementText(texts, channel, situation, language);
  /** Balie's own words are not kept: a better translation of them must reach who changed nothing. */
  const keep = (text: string): void => {
    const own = text.trim() === '' || text.trim() === starter.trim() ? undefined : text.trim();
    onTexts({
      ...texts,
      [channel]: { ...texts[channel], [situation]: { ...texts[channel]?.[situation], [language]: own } },
    });
    setDraft(null);
  };
  const sendTest = async (): Promise<void> => {
    const sent = await desk.client.call('acknowledgements.sendTest', { channel, situation, language });
    if (!sent.ok) {
      desk.tellFailure(sent.error);
      return;
    }
    const text = t('acks.testSent', { to: sent.value.to.join(', ') });
    desk.notices.add({ text, failure: null, undo: null, until: machineNow() + NOTICE_MS, leaving: null });
  };
  return (
    <section className="settings-stack" aria-labelledby="ack-texts">
      <h2 id="ack-texts">{t('acks.texts')}</h2>
      <div className="ack-choices">
        <Segments
          label={t('acks.channel')}
          value={channel}
          options={ACK_CHANNELS.map((value) => ({ value, label: channelName(uiLanguage, value) }))}
          onValue={(value) => (setDraft(null), setChannel(value))}
        />
        <Segments
          label={t('acks.situation')}
          value={situation}
          options={ACK_SITUATIONS.map((value) => ({ value, label: t(`acks.when.${value}`) }))}
          onValue={(value) => (setDraft(null), setSituation(value))}
        />
        <Segments
          label={t('acks.language')}
          value={language}
          options={CANNED_LANGUAGES.map((value) => ({ value, label: t(`acks.lang.${value}`) }))}
          onValue={(value) => (setDraft(null), setLanguage(value))}
        />
      </div>
      <Field label={t('acks.text')} help={t('acks.textHelp', { open: '{{', close: '}}' })}>
        {(ids) => (
          <textarea
            {...ids}
            className="textarea"
            lang={language}
            rows={7}
            maxLength={4_000}
            value={shown}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={(event) => draft !== null && keep(event.target.value)}
          />
        )}
      </Field>
      <Preview texts={withText(texts, channel, situation, language, shown)} wish={{ channel, situation, language }} />
      <div className="row-of-buttons">
        <Button onClick={() => background(sendTest())}>{t('acks.sendTest')}</Button>
        {shown.trim() !== starter.trim() && (
          <Button look="quiet" onClick={() => keep('')}>
            {t('acks.reset')}
          </Button>
        )}
      </div>
    </section>
  );
}

const withText = (
  texts: Texts,
  channel: AckChannel,
  situation: AckSituation,
  language: CannedLanguage,
  text: string,
): Texts => ({
  ...texts,
  [channel]: { ...texts[channel], [situation]: { ...texts[channel]?.[situation], [language]: text } },
});

type PreviewProps = {
  readonly texts: Texts;
  readonly wish: {
    readonly channel: AckChannel;
    readonly situation: AckSituation;
    readonly language: CannedLanguage;
  };
};

function Preview({ texts, wish }: PreviewProps) {
  const { t } = useTranslation();
  const settings = useFacts((facts) => facts.settings);
  const now = useNow();
  const openTime = createOpenTime(officeHoursOf(settings.officeHours, now));
  const signature = signatureFor(settings.signatures, '', wish.language).trim();
  const { firstMinutes } = settings.targets[wish.channel];
  const example = exampleAcknowledgement(texts, wish, firstMinutes, settings.me, now, openTime);
  return (
    <div className="ack-preview">
      <h3>{t('acks.preview')}</h3>
      <div className="ack-letter" lang={wish.language}>
        <p className="soft">
          {t('acks.subject')}: {example.subject}
        </p>
        <p className="ack-words">{example.text}</p>
        {signature !== '' && <p className="ack-words soft">{signature}</p>}
      </div>
      {example.missing.length > 0 && (
        <p className="wrong" role="status">
          {t('acks.incomplete', { fields: example.missing.join(', ') })}
        </p>
      )}
      {example.missing.length === 0 && !example.namesMoment && <p className="soft">{t('acks.noMoment')}</p>}
    </div>
  );
}
