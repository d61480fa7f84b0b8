// `balie --help` and `balie <command> --help`, in the machine's language.
import type { UiLanguage } from '../domain/conversation/message.ts';
import type { CliCommand } from './command.ts';

const WORDS: { readonly [language in UiLanguage]: { readonly head: string; readonly tail: string } } = {
  nl: {
    head: 'balie <opdracht> [--data MAP] [--json]\n\n',
    tail: `
--data MAP kiest de gegevensmap (of BALIE_DATA); anders die van de app. --json zet één JSON-waarde op stdout, ook bij een fout:
{"error": {"code", "message", "retry"}}. Uitkomst: 0 gedaan, 1 het lukte niet, 2 verkeerd gebruikt. Waar geen sleutelbos antwoordt, geven
BALIE_PASSWORD of BALIE_PASSWORD_<ACCOUNT-ID> het wachtwoord voor deze ene keer. Staat de app open op dezelfde map, dan werkt alles
behalve sync, account remove, import en erase: de app haalt en verzendt dan zelf, en is dan de enige die zoveel tegelijk verandert.
`,
  },
  en: {
    head: 'balie <command> [--data DIR] [--json]\n\n',
    tail: `
--data DIR picks the data folder (or BALIE_DATA); else the app's own. --json puts one JSON value on stdout, also for an error:
{"error": {"code", "message", "retry"}}. Exit codes: 0 done, 1 it did not work, 2 wrong use. Where no keychain answers, BALIE_PASSWORD
or BALIE_PASSWORD_<ACCOUNT ID> gives the password for this one run. While the app is open on the same folder everything works but
sync, account remove, import and erase: the app then fetches and sends by itself, and is the only one that changes so much at once.
`,
  },
};

export function helpText(commands: readonly CliCommand[], language: UiLanguage): string {
  const lines = commands.map(
    ({ name, usage, does }) => `  balie ${name}${usage === '' ? '' : ` ${usage}`}\n      ${does[language]}\n`,
  );
  return `${WORDS[language].head}${lines.join('')}${WORDS[language].tail}`;
}
