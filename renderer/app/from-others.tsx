// The settings about what others send: who is behind a mail, and whose pictures are always shown.
import { SourceSettings } from '../features/mail-source/source-settings.tsx';
import { RemoteSenders } from '../features/remote-content/remote-senders.tsx';

export const FromOthers = () => (
  <div className="settings-stack">
    <SourceSettings />
    <RemoteSenders />
  </div>
);
