// Plain text with its web, mail and telephone addresses made clickable. The text itself is never parsed as HTML.
import { LinkifyIt } from 'linkify-it';
import { useMemo, type ReactNode } from 'react';
import { linkTarget, safeLink } from './safe-link.ts';

const PHONE = /^\+?[\d\s().-]{6,20}\d/;
/** "www.zaak.be" and "els@zaak.be" are found without their scheme; telephone numbers only as tel:, for a bare one is often an invoice. */
const createFinder = (): LinkifyIt =>
  new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true }).add('tel:', {
    validate: (text, at) => PHONE.exec(text.slice(at, at + 24))?.[0].length ?? 0,
  });

type LinkedTextProps = { readonly text: string; readonly onLink: (url: string) => void };

export function LinkedText({ text, onLink }: LinkedTextProps) {
  const pieces = useMemo(() => linkedPieces(text), [text]);
  return (
    <div className="message-text">
      {pieces.map((piece, index): ReactNode =>
        piece.link === null ? (
          piece.text
        ) : (
          <a
            // Pieces never move within their text.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            href={piece.link}
            title={linkTarget(piece.link)}
            onClick={(event) => {
              event.preventDefault();
              if (piece.link !== null) onLink(piece.link);
            }}
          >
            {piece.text}
          </a>
        ),
      )}
    </div>
  );
}

export type TextPiece = { readonly text: string; readonly link: string | null };

/** Beyond this the search for links would be felt; such a text is a log file, not a letter. */
const LONGEST = 200_000;

export function linkedPieces(text: string): readonly TextPiece[] {
  if (text.length > LONGEST) return [{ text, link: null }];
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of createFinder().match(text) ?? []) {
    const link = safeLink(match.url);
    if (link === null) continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), link: null });
    pieces.push({ text: match.text, link });
    at = match.lastIndex;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), link: null });
  return pieces;
}
