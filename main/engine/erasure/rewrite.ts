// Writes a mail of others anew without the erased person: blacked out, its quotes of him cut off, found by its remaining words.
import type { MessageRowId } from '../../contract/views.ts';
import { previewOf } from '../../domain/conversation/preview.ts';
import { stripQuote } from '../../domain/conversation/strip-quote.ts';
import { stripQuoteHtml } from '../../domain/conversation/strip-quote-html.ts';
import { packBody, type Headers } from '../store/packed-body.ts';
import type { Store } from '../store/store.ts';
import { withoutIds, type Blacken } from './blacken.ts';

export type Rewriting = {
  readonly blacken: Blacken;
  /** Of the mail that goes. */
  readonly ids: ReadonlySet<string>;
  readonly isQuoting: boolean;
  /** It passes on what goes: only these words of it are the owner's own. */
  readonly ownWords?: string | undefined;
};

export function rewriteMessage(store: Store, id: MessageRowId, { blacken, ids, isQuoting, ownWords }: Rewriting): void {
  const message = store.messages.get(id);
  const body = store.bodies.get(id);
  if (message === null || body === null) return;
  const text = blacken(ownWords ?? (isQuoting ? stripQuote(body.text) : body.text));
  const html =
    body.html === null || ownWords !== undefined ? null : blacken(isQuoting ? stripQuoteHtml(body.html) : body.html);
  const headers = JSON.parse(withoutIds(blacken(JSON.stringify(store.bodies.headers(id))), ids)) as Headers;
  const subject = blacken(message.subject);
  store.erasures.rewriteMessage(id, { subject, preview: previewOf(text) }, packBody({ text, html, headers }));
  if (ownWords === undefined) forgetDeliveryOf(store, id, blacken);
  else store.erasures.forgetWhatIsPassedOn(id);
}

/** The very bytes that went out hold him as well, in whatever encoding; once sent, nobody needs them. */
function forgetDeliveryOf(store: Store, id: MessageRowId, blacken: Blacken): void {
  const delivery = store.deliveries.ofMessage(id);
  if (delivery === null || delivery.state !== 'sent') return;
  const raw = Buffer.from(store.deliveries.raw(delivery.id) ?? []).toString('utf8');
  const plain = raw.replaceAll(/=\r?\n/g, '').replaceAll('=40', '@');
  const said = [plain, delivery.text, ...delivery.recipients].join('\n');
  if (blacken(said) !== said) store.erasures.forgetBytes(delivery.id);
}
