// Shows the HTML of one mail in its locked-up frame: as tall as its content, with pictures that came along filled in, and
// links that only ever leave through the shell. What the frame may do is explained in reader-page.ts.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { readerPage } from './reader-page.ts';
import { linkTarget, safeLink } from './safe-link.ts';
import { sanitizeMail } from './sanitize-mail.ts';

type MailFrameProps = {
  readonly message: MessageView;
  readonly html: string;
  readonly onLink: (url: string) => void;
};

/** A mail taller than this scrolls in itself; some have a body of a million pixels. */
const TALLEST_PX = 20_000;

export function MailFrame({ message, html, onLink }: MailFrameProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(80);
  const [target, setTarget] = useState<string | null>(null);
  const title = t('conversation.frameTitle', { who: message.from.name || message.from.address });
  const clean = useMemo(
    () => sanitizeMail(html, { leftOutLabel: t('conversation.imageLeftOut'), foldLabel: t('conversation.quoted') }),
    [html, t],
  );
  const page = useMemo(() => readerPage(clean.html, { language, title }), [clean, language, title]);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const pictures: string[] = [];
    const onLoad = (): void => {
      const inside = element.contentDocument;
      if (inside === null) return;
      const measure = (): void => {
        setHeight(Math.min(TALLEST_PX, Math.ceil(inside.documentElement.getBoundingClientRect().height)));
      };
      const size = new ResizeObserver(measure);
      size.observe(inside.documentElement);
      signal.addEventListener('abort', () => size.disconnect());
      measure();
      listenToLinks(inside, { signal, onLink, onTarget: setTarget });
      forwardKeys(inside, signal);
      for (const image of inside.querySelectorAll('img[data-cid]')) background(fillIn(image));
    };
    const fillIn = async (image: Element): Promise<void> => {
      const contentId = image.getAttribute('data-cid') ?? '';
      const answer = await desk.client.call('attachment.inline', { message: message.id, contentId });
      if (!answer.ok || signal.aborted || !/^image\/(png|jpe?g|gif|webp|bmp)$/i.test(answer.value.contentType)) return;
      const { bytes, contentType } = answer.value;
      const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: contentType }));
      pictures.push(url);
      image.setAttribute('src', url);
    };
    element.addEventListener('load', onLoad, { signal });
    element.srcdoc = page;
    return () => {
      leaving.abort();
      for (const url of pictures) URL.revokeObjectURL(url);
    };
  }, [page, message.id, desk, onLink]);

  return (
    <div className="mail-frame">
      {clean.leftOut > 0 && <p className="left-out">{t('conversation.imagesLeftOut', { count: clean.leftOut })}</p>}
      <iframe ref={frame} sandbox="allow-same-origin" title={title} style={{ height }} />
      {target !== null && (
        <p className="link-target" role="status" translate="no">
          {target}
        </p>
      )}
    </div>
  );
}

type LinkEars = {
  readonly signal: AbortSignal;
  readonly onLink: (url: string) => void;
  readonly onTarget: (target: string | null) => void;
};

function listenToLinks(inside: Document, { signal, onLink, onTarget }: LinkEars): void {
  const linkAt = (event: Event): string | null => {
    // Elements of the frame are of another realm: instanceof our Element does not hold there.
    const node = event.target;
    if (node === null || !('closest' in node) || typeof node.closest !== 'function') return null;
    const link: unknown = node.closest('a[href]');
    if (typeof link !== 'object' || link === null || !('getAttribute' in link)) return null;
    return typeof link.getAttribute === 'function' ? String(link.getAttribute('href')) : null;
  };
  const go = (event: Event): void => {
    const href = linkAt(event);
    if (href === null) return;
    // Nothing ever navigates the frame itself.
    event.preventDefault();
    if (href.startsWith('#')) inside.getElementById(href.slice(1))?.scrollIntoView();
    else if (safeLink(href) !== null) onLink(href);
  };
  const show = (event: Event): void => {
    const href = linkAt(event);
    onTarget(href === null || href.startsWith('#') ? null : linkTarget(href));
  };
  inside.addEventListener('click', go, { signal });
  inside.addEventListener('auxclick', go, { signal });
  inside.addEventListener('submit', (event) => event.preventDefault(), { signal });
  inside.addEventListener('mouseover', show, { signal });
  inside.addEventListener('focusin', show, { signal });
  inside.addEventListener('mouseout', () => onTarget(null), { signal });
  inside.addEventListener('focusout', () => onTarget(null), { signal });
}

/** The desk's keys work while the mail has the focus, too. */
function forwardKeys(inside: Document, signal: AbortSignal): void {
  inside.addEventListener(
    'keydown',
    (event) => {
      const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
      const copy = new KeyboardEvent('keydown', { key, code, shiftKey, ctrlKey, metaKey, altKey, cancelable: true });
      if (!window.dispatchEvent(copy)) event.preventDefault();
    },
    { signal },
  );
}
