// Reading and changing settings: the screen follows at once, the engine has the last word.
import type { Settings } from '../../../main/contract/settings.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';

export type SettingsHand = {
  readonly settings: Settings;
  readonly set: (part: Partial<Settings>) => void;
};

export function useSettings(): SettingsHand {
  const desk = useDesk();
  const settings = useFacts((facts) => facts.settings);
  const save = async (part: Partial<Settings>): Promise<void> => {
    desk.facts.setState((facts) => ({ settings: { ...facts.settings, ...part } }));
    const saved = await desk.client.call('settings.set', part);
    if (saved.ok) desk.facts.setState({ settings: saved.value });
    else {
      desk.tellFailure(saved.error);
      await desk.refresh.settings();
    }
  };
  return { settings, set: (part) => background(save(part)) };
}
