// The drafts, put together with what other features give the composer.
import { CannedPicker } from '../features/canned/canned-picker.tsx';
import { WritingPane } from '../features/composer/writing-pane.tsx';
import { SendGuard } from '../features/sending-checks/send-guard.tsx';
import { useOpeningAhead } from './use-opening-ahead.ts';

export function Writing({ draft, onNew }: { readonly draft: number | null; readonly onNew: () => void }) {
  return (
    <WritingPane draft={draft} leavesAt={useOpeningAhead()} onNew={onNew} Picker={CannedPicker} Guard={SendGuard} />
  );
}
