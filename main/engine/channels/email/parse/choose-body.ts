// Which parts are the message and which are its attachments, after the rule of JMAP (RFC 8621 4.1.4), so that a mail reads here
// as it does at other programs. Works on parts cut from bytes and on parts described by the server alike.
import type { ValueWithParams } from './header-params.ts';

export type BodyPart = {
  readonly type: ValueWithParams;
  readonly disposition: ValueWithParams;
  readonly children: readonly BodyPart[];
};

export type ChosenBody<Part extends BodyPart> = {
  /** In reading order: text/plain and text/html parts that make up the plain reading. */
  readonly textParts: readonly Part[];
  readonly htmlParts: readonly Part[];
  readonly attachments: readonly Part[];
  /** Every type met, multiparts included. */
  readonly types: readonly string[];
};

export function chooseBody<Part extends BodyPart>(
  root: Part,
  childrenOf: (part: Part) => readonly Part[],
): ChosenBody<Part> {
  const textParts: Part[] = [];
  const htmlParts: Part[] = [];
  const attachments: Part[] = [];
  const types: string[] = [];

  // Depth is bounded by whoever made the tree, so calling itself is safe here.
  const walk = (parts: readonly Part[], multipart: string, isInAlternative: boolean, takes: Takes): void => {
    const textBefore = textParts.length;
    const htmlBefore = htmlParts.length;
    parts.forEach((part, index) => {
      const type = part.type.value;
      types.push(type);
      if (type.startsWith('multipart/')) {
        const subtype = type.slice('multipart/'.length);
        walk(childrenOf(part), subtype, isInAlternative || subtype === 'alternative', takes);
        return;
      }
      if (!isBody(part, index, multipart)) {
        attachments.push(part);
        return;
      }
      if (multipart === 'alternative') {
        if (type === 'text/plain' && takes.text) textParts.push(part);
        else if (type === 'text/html' && takes.html) htmlParts.push(part);
        else attachments.push(part);
        return;
      }
      if (isInAlternative) {
        if (type === 'text/plain') takes = { ...takes, html: false };
        if (type === 'text/html') takes = { ...takes, text: false };
      }
      if (takes.text) textParts.push(part);
      if (takes.html) htmlParts.push(part);
      if ((!takes.text || !takes.html) && !isText(type)) attachments.push(part);
    });
    if (multipart === 'alternative') {
      // One version only: it is the reading for both.
      if (textParts.length === textBefore && htmlParts.length > htmlBefore)
        textParts.push(...htmlParts.slice(htmlBefore));
      else if (htmlParts.length === htmlBefore && textParts.length > textBefore)
        htmlParts.push(...textParts.slice(textBefore));
    }
  };
  walk([root], 'mixed', false, { text: true, html: true });
  return { textParts, htmlParts, attachments, types };
}

type Takes = { readonly text: boolean; readonly html: boolean };

const isText = (type: string): boolean => type === 'text/plain' || type === 'text/html';

function isBody(part: BodyPart, index: number, multipart: string): boolean {
  if (part.disposition.value === 'attachment' || !isText(part.type.value)) return false;
  const hasName = 'filename' in part.disposition.params || 'name' in part.type.params;
  return index === 0 || (multipart !== 'related' && !hasName);
}
