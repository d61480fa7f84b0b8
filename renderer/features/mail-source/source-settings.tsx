// "Berichten van anderen": what Balie recognises by itself, and the owner's own rules.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleView, ServerWord } from '../../../main/contract/mail-source.ts';
import { background } from '../../client/background.ts';
import { machineNow } from '../../client/machine-clock.ts';
import { channelName } from '../../i18n/trade-words.ts';
import { NOTICE_MS } from '../../state/notices.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';

export function SourceSettings() {
  const { t } = useTranslation();
  const desk = useDesk();
  const [rules, setRules] = useState<readonly RuleView[] | null>(null);
  const [servers, setServers] = useState<readonly ServerWord[]>([]);
  useEffect(() => {
    let isOpen = true;
    const read = async (): Promise<void> => {
      const words = await desk.client.call('sources.servers', {});
      if (words.ok && isOpen) setServers(words.value);
      const answer = await desk.client.call('sources.rules', {});
      if (!answer.ok) desk.tellFailure(answer.error);
      else if (isOpen) setRules(answer.value);
    };
    background(read());
    return () => {
      isOpen = false;
    };
  }, [desk]);
  const remove = async ({ id, sender }: RuleView): Promise<void> => {
    const removed = await desk.client.call('sources.removeRule', { id });
    if (!removed.ok) {
      desk.tellFailure(removed.error);
      return;
    }
    const text = t('sources.ruleRemoved', { sender });
    desk.notices.add({ text, failure: null, undo: null, until: machineNow() + NOTICE_MS, leaving: null });
    setRules((before) => before?.filter((rule) => rule.id !== id) ?? null);
  };
  return (
    <div className="settings-stack">
      <p>{t('sources.intro')}</p>
      {servers.map(({ email, vouches }) => (
        <p key={email} className={vouches ? 'soft' : 'aside'}>
          {t(vouches ? 'sources.vouches' : 'sources.vouchesNot', { email })}
        </p>
      ))}
      <h3>{t('sources.rules')}</h3>
      {rules?.length === 0 && <p className="soft">{t('sources.noRules')}</p>}
      {rules !== null && rules.length > 0 && (
        <ul className="settings-list">
          {rules.map((rule) => (
            <RuleLine key={rule.id} rule={rule} onRemove={() => background(remove(rule))} />
          ))}
        </ul>
      )}
    </div>
  );
}

function RuleLine({ rule, onRemove }: { readonly rule: RuleView; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sender, subject, channel, field, isProven } = rule;
  const more = [
    personWords(),
    ...(subject === '' ? [] : [t('sources.ruleSubject', { subject })]),
    ...(isProven ? [] : [t('sources.ruleUnproven')]),
  ];
  return (
    <li>
      <p className="settings-list-text">
        {t('sources.rule', { sender, channel: channelName(language, channel) })}{' '}
        <span className="soft">{more.join(' · ')}</span>
      </p>
      <Button size="small" look="quiet danger" aria-label={t('sources.removeRule', { sender })} onClick={onRemove}>
        {t('common.remove')}
      </Button>
    </li>
  );

  function personWords(): string {
    switch (rule.personFrom) {
      case 'as-read':
        return t('sources.ruleRead');
      case 'reply-to':
        return t('sources.ruleReplyTo');
      case 'field':
        return t('sources.ruleField', { field });
    }
  }
}
