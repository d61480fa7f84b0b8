// The page's entry: the first questions, styles, font, and the start.
// Before all else: while what follows is being read, the engine answers.
import { first } from './first.ts';
import '@fontsource-variable/source-sans-3/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/menu.css';
import './features/queue/queue.css';
import './features/conversation/conversation.css';
import './features/conversation/story.css';
import './features/attachments/attachments.css';
import './features/invitation/invitation.css';
import './features/composer/composer.css';
import './features/composer/recipients.css';
import './features/composer/drafts.css';
import './features/canned/canned-picker.css';
import './features/acknowledgements/acknowledgements.css';
import './features/availability/availability.css';
import './features/search/search.css';
import './features/outbox/outbox.css';
import './features/sending-checks/sending-checks.css';
import './features/trash/trash.css';
import './features/remote-content/remote-content.css';
import './features/report/report.css';
import './features/evening/evening.css';
import './features/evening/day-plan.css';
import './features/accounts/accounts.css';
import './features/accounts/mailbox-health.css';
import './features/settings/settings.css';
import './features/welcome/welcome.css';
import './app/app.css';
import './app/keys.css';
import './ui/contrast.css';
import { start } from './app/start.tsx';
import { background } from './client/background.ts';

const root = document.getElementById('root');
if (root !== null) background(start(first, root));
