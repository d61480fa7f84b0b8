// The sheet in the settings on which the owner gives every action a key of his own.
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../features/settings/use-settings.ts';
import { useFacts, useLanguage } from '../state/use-desk.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { actionWords } from './action-words.ts';
import { KeyNames } from './key-names.tsx';
import { bindingsOf, contextOf, KEY_GROUPS, KEY_RULES, ownKeysWith, type KeyAction } from './keys.ts';
import { printed, refusedStroke, strokeOf } from './strokes.ts';

export function KeysSettings() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, set } = useSettings();
  const bindings = useMemo(() => bindingsOf(settings.keys), [settings.keys]);
  const [changing, setChanging] = useState<KeyAction | null>(null);
  const isOwn = Object.keys(settings.keys).length > 0;
  return (
    <div className="settings-stack">
      <p className="soft">{t('keys.settingsIntro')}</p>
      <div>
        <Button size="small" disabled={!isOwn} onClick={() => set({ keys: {} })}>
          {t('keys.resetAll')}
        </Button>
      </div>
      {KEY_GROUPS.map((group) => (
        <section key={group}>
          <h3>{t(`keys.group.${group}`)}</h3>
          <ul className="settings-list">
            {KEY_RULES.filter((rule) => rule.group === group).map(({ action, isFixed }) => {
              const words = actionWords(t, language, action);
              return (
                <li key={action}>
                  <p className="settings-list-text">{words}</p>
                  <div className="row-of-buttons">
                    <span className="own-keys">
                      <KeyNames strokes={bindings.keysOf(action)} />
                    </span>
                    <Button
                      size="small"
                      disabled={isFixed === true}
                      aria-label={`${t('keys.change')}: ${words}`}
                      onClick={() => setChanging(action)}
                    >
                      {t(isFixed === true ? 'keys.fixed' : 'keys.change')}
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {changing !== null && (
        <ChooseKey
          action={changing}
          onChoose={(keys) => {
            setChanging(null);
            set({ keys: ownKeysWith(settings.keys, changing, keys) });
          }}
          onClose={() => setChanging(null)}
        />
      )}
    </div>
  );
}

type ChooseKeyProps = {
  readonly action: KeyAction;
  /** null: as Balie has it. */
  readonly onChoose: (keys: readonly string[] | null) => void;
  readonly onClose: () => void;
};

function ChooseKey({ action, onChoose, onClose }: ChooseKeyProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const own = useFacts(({ settings }) => settings.keys);
  const isMac = useFacts(({ shell }) => shell.platform === 'darwin');
  const [strokes, setStrokes] = useState<readonly string[]>([]);
  const pressed = strokes.join(' ');
  const refused = strokes.map(refusedStroke).find((why) => why !== null) ?? null;
  const meant = refused === null && pressed !== '' ? bindingsOf(own).meaning(pressed, contextOf(action)) : null;
  // What a key does elsewhere stays as it is.
  const taken =
    meant !== null && meant !== 'begins' && meant !== action && contextOf(meant) === contextOf(action) ? meant : null;

  const onKeyDown = (event: KeyboardEvent): void => {
    // Tab still goes on to the buttons and Esc still closes.
    if (event.key === 'Tab' || event.key === 'Escape') return;
    if (event.key === 'Enter' && pressed !== '') {
      event.preventDefault();
      if (refused === null) onChoose([pressed]);
      return;
    }
    const stroke = strokeOf(event.nativeEvent);
    event.preventDefault();
    if (stroke === null) return;
    const isSecond = strokes.length === 1 && strokes[0] === 'g' && !stroke.startsWith('Mod+');
    setStrokes(isSecond ? ['g', stroke] : [stroke]);
  };

  return (
    <Dialog title={actionWords(t, language, action)} onClose={onClose}>
      <div className="settings-stack">
        <label className="field">
          <span className="label">{t('keys.press')}</span>
          <input
            className="input"
            readOnly
            value={pressed === '' ? '' : printed(pressed, isMac).join(' ')}
            aria-describedby="key-words"
            onKeyDown={onKeyDown}
          />
        </label>
        <p id="key-words" className="soft" role="status">
          {refused !== null
            ? t(`keys.refused.${refused}`)
            : taken !== null
              ? t('keys.taken', { action: actionWords(t, language, taken) })
              : t('keys.pressHint')}
        </p>
        <div className="row-of-buttons">
          <Button look="main" disabled={pressed === '' || refused !== null} onClick={() => onChoose([pressed])}>
            {t('keys.take')}
          </Button>
          <Button onClick={() => onChoose(null)}>{t('keys.reset')}</Button>
          <Button look="quiet" onClick={() => onChoose([])}>
            {t('keys.none')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
