// What the engine did with acknowledgements; asked again when that changes.
import { useEffect, useState } from 'react';
import type { AcknowledgementOverview } from '../../../main/contract/acknowledgements.ts';
import type { CommandArgs } from '../../../main/contract/commands.ts';
import type { Settings } from '../../../main/contract/settings.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts } from '../../state/use-desk.tsx';

export type AcknowledgementHand = {
  /** Null until the first answer is there. */
  readonly overview: AcknowledgementOverview | null;
  readonly turn: (how: CommandArgs<'acknowledgements.switch'>) => void;
  readonly settings: Settings['acknowledgements'];
  readonly save: (part: Partial<Settings['acknowledgements']>) => void;
};

/** As many as anybody reads; the conversations have them all. */
const LISTED = 200;

export function useAcknowledgements(): AcknowledgementHand {
  const desk = useDesk();
  const settings = useFacts((facts) => facts.settings.acknowledgements);
  const [overview, setOverview] = useState<AcknowledgementOverview | null>(null);
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('acknowledgements.list', { limit: LISTED });
      if (!isHere) return;
      if (answer.ok) setOverview(answer.value);
      else desk.tellFailure(answer.error);
    };
    background(ask());
    const stop = desk.client.onEvent((event) => {
      if (event.kind === 'acknowledgements-changed' || event.kind === 'events-missed') background(ask());
    });
    return () => {
      isHere = false;
      stop();
    };
  }, [desk]);
  const turn = async (how: CommandArgs<'acknowledgements.switch'>): Promise<void> => {
    const turned = await desk.client.call('acknowledgements.switch', how);
    if (turned.ok) setOverview((before) => (before === null ? null : { ...before, mode: turned.value }));
    else desk.tellFailure(turned.error);
  };
  const save = async (part: Partial<Settings['acknowledgements']>): Promise<void> => {
    const saved = await desk.client.call('settings.set', { acknowledgements: { ...settings, ...part } });
    if (saved.ok) desk.facts.setState({ settings: saved.value });
    else desk.tellFailure(saved.error);
  };
  return { overview, settings, turn: (how) => background(turn(how)), save: (part) => background(save(part)) };
}
