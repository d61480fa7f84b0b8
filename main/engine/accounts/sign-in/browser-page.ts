// The short page that the owner's browser shows once the provider sent him back.
import type { UiLanguage } from '../../../domain/conversation/message.ts';
import type { DoorAnswer } from './loopback-door.ts';

type Words = { readonly title: string; readonly body: string };

const WORDS: { readonly [language in UiLanguage]: Readonly<Record<DoorAnswer['kind'], Words>> } = {
  nl: {
    code: { title: 'Je bent aangemeld', body: 'Sluit dit tabblad en ga terug naar Balie: daar gaat het verder.' },
    refused: {
      title: 'Niet aangemeld',
      body: 'Er is geen toegang gegeven. Ga terug naar Balie om het opnieuw te proberen.',
    },
  },
  en: {
    code: { title: 'You are signed in', body: 'Close this tab and go back to Balie: it carries on there.' },
    refused: { title: 'Not signed in', body: 'No access was given. Go back to Balie to try again.' },
  },
};

// The colours of the desk, light and dark (renderer/ui/tokens.css); the page can load nothing.
const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-content:center;background:light-dark(#f7f2e8,#201c19);
color:light-dark(#2b2620,#efe8dc);font:1.1rem/1.5 system-ui,sans-serif}
main{max-width:26em;padding:2.5rem 3rem;border-radius:20px;background:light-dark(#fffdf8,#272320)}
h1{margin:0 0 .4rem;font-size:1.6rem}p{margin:0}`;

export function browserPage(language: UiLanguage, kind: DoorAnswer['kind']): string {
  const { title, body } = WORDS[language][kind];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title} · Balie</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${body}</p></main></body></html>`;
}
