// Starts the window: waits for the first answers, then draws. When the engine does not answer, says so instead of a blank page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { windowAttention } from '../client/attention.ts';
import { createTexts } from '../i18n/i18n.ts';
import { createDesk } from '../state/desk.ts';
import { languageOf } from '../state/desk-facts.ts';
import { DeskProvider } from '../state/use-desk.tsx';
import { App } from './app.tsx';
import type { FirstAnswers } from './first-questions.ts';
import { MessageRooms } from './message-rooms.tsx';
import { StartFailed } from './start-failed.tsx';

export async function start(first: FirstAnswers, element: HTMLElement): Promise<void> {
  const { client } = first;
  const root = createRoot(element);
  const opened = await first.opened;
  if (!opened.ok) {
    const language = navigator.language.toLowerCase().startsWith('nl') ? 'nl' : 'en';
    // A disk that has room again, a program that let go: the engine tries by itself, and then the desk can open.
    client.onShellEvent((event) => {
      if (event.kind === 'engine-ready') window.location.reload();
    });
    const texts = await createTexts(language);
    document.documentElement.lang = language;
    root.render(
      <I18nextProvider i18n={texts}>
        <StartFailed error={opened.error} language={language} />
      </I18nextProvider>,
    );
    return;
  }
  const texts = await createTexts(languageOf(opened.facts.getState()));
  const attention = windowAttention(window);
  const desk = createDesk({ client, facts: opened.facts, texts, storage: window.sessionStorage, attention });
  first.forget();
  client.startAfter(opened.facts.getState().status.lastEventSeq);
  root.render(
    <StrictMode>
      <I18nextProvider i18n={texts}>
        <DeskProvider desk={desk}>
          <MessageRooms>
            <App />
          </MessageRooms>
        </DeskProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}
