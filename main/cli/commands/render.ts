// `balie render MESSAGE --out FILE`: the exact page that the reader's frame shows, its policy included. The reader's own sanitizer
// makes it, in a browser without a script of the mail ever running: the mail goes in as data.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { MessageView } from '../../contract/views.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { findChromium, runPage } from '../chromium.ts';
import { TEXT, type CliCommand, type Context } from '../command.ts';
import { said } from '../outcome.ts';
import { needed, rowId } from '../read-words.ts';

// As in renderer/i18n/*/reading.ts.
const LABELS: { readonly [language in UiLanguage]: { readonly leftOutLabel: string; readonly foldLabel: string } } = {
  nl: { leftOutLabel: 'afbeelding weggelaten', foldLabel: 'Eerdere berichten' },
  en: { leftOutLabel: 'image left out', foldLabel: 'Earlier messages' },
};

export const render: CliCommand = {
  name: 'render',
  usage: 'MESSAGE --out FILE',
  does: {
    nl: 'Schrijft de pagina die het leesvenster voor dit bericht toont. Heeft Chromium, Chrome of Edge nodig.',
    en: 'Writes the page that the reader shows for this message. Needs Chromium, Chrome or Edge.',
  },
  options: { out: TEXT },
  fewest: 1,
  most: 1,
  run: (context, [word], values) => {
    const id = rowId(word, 'MESSAGE');
    const out = resolve(needed(values, 'out'));
    return context.atDesk('beside', async (engine, language) => {
      const message = await findMessage(engine, id);
      if (!message.ok) return message;
      const page = await pageOf(context, message.value, language);
      if (!page.ok) return page;
      const whole = await withPictures(engine, id, page.value);
      await writeFile(out, whole, { mode: 0o600 });
      return said({ message: id, file: out, bytes: Buffer.byteLength(whole) }, out);
    });
  },
};

async function findMessage(engine: Engine, id: number): Promise<Result<MessageView>> {
  const conversation = await engine.call('message.conversation', { id });
  if (!conversation.ok) return conversation;
  const view = await engine.call('conversation.open', { id: conversation.value });
  if (!view.ok) return view;
  const message = view.value.messages.find((one) => one.id === id);
  return message === undefined ? failed('not-found', 'never', `message ${id}`) : ok(message);
}

async function pageOf(context: Context, message: MessageView, language: UiLanguage): Promise<Result<string>> {
  const browser = findChromium(context.env);
  if (browser === null) {
    return failed('not-possible-now', 'user', 'no Chromium, Chrome or Edge found; name one in BALIE_CHROMIUM');
  }
  const file = join(context.places.rendererFolder, 'sanitize-mail.js');
  let sanitizer: string;
  try {
    sanitizer = await readFile(file, 'utf8');
  } catch {
    return failed('not-possible-now', 'user', `not built: ${file}`);
  }
  const options = { ...LABELS[language], language, title: message.from.name || message.from.address };
  const text = asHtml(message.text);
  return runPage(browser, trialPage(sanitizer, { html: message.html ?? text, text, options }));
}

/** "<" nowhere in the data, so that no mail can end the script it lies in. */
function trialPage(sanitizer: string, mail: unknown): string {
  return [
    '<!doctype html><meta charset="utf-8"><script>',
    sanitizer.replaceAll('</script', '<\\/script'),
    '</script><script>',
    `const { html, text, options } = ${JSON.stringify(mail).replaceAll('<', '\\u003c')};`,
    'const page = window.mailReaderPage(html, options) ?? window.mailReaderPage(text, options);',
    'const bytes = new TextEncoder().encode(page);',
    'let letters = ""; for (const byte of bytes) letters += String.fromCharCode(byte);',
    'document.documentElement.replaceChildren(document.createElement("body"));',
    'document.body.textContent = btoa(letters);',
    '</script>',
  ].join('\n');
}

/** The window fills these in from the engine once the frame stands; in a file they must lie in the page. */
async function withPictures(engine: Engine, message: number, page: string): Promise<string> {
  let whole = page;
  for (const [all, contentId = ''] of page.matchAll(/ data-cid="([^"]*)"/g)) {
    const picture = await engine.call('attachment.inline', { message, contentId: contentId.replaceAll('&amp;', '&') });
    if (!picture.ok || !/^image\/(png|jpe?g|gif|webp|bmp)$/i.test(picture.value.contentType)) continue;
    const data = Buffer.from(picture.value.bytes).toString('base64');
    whole = whole.replaceAll(all, `${all} src="data:${picture.value.contentType};base64,${data}"`);
  }
  return whole;
}

const asHtml = (text: string): string =>
  `<div style="white-space: pre-wrap">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</div>`;
