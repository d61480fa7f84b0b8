// Shows the HTML of one mail in its locked-up frame: as tall as its content, in the colours of the window, with pictures filled in
// when they may be seen, and links that only ever leave through desk.links. What the frame may do is explained in reader-page.ts.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../main/contract/views.ts';
import { lookAtLink } from '../../../main/domain/link/look-at-link.ts';
import { useDesk, useLanguage, useReading } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { adaptColours } from './dark-mail.ts';
import { createPictureHand, isDarkOnNothing, type Filled, type PictureHand } from './fill-pictures.ts';
import { forwardKeys, listenToLinks, type FollowedLink } from './frame-ears.ts';
import { PictureBar } from './picture-bar.tsx';
import { readerPage } from './reader-page.ts';
import { sanitizeMail } from './sanitize-mail.ts';
import { useMessageTrust } from './use-message-trust.ts';
import { useTheme } from './use-theme.ts';

type MailFrameProps = { readonly message: MessageView; readonly html: string };

/** A mail taller than this scrolls in itself; some have a body of a million pixels. */
const TALLEST_PX = 20_000;
const NOTHING_ASKED: Filled = { waiting: 0, failed: 0 };

export function MailFrame({ message, html }: MailFrameProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const windowTheme = useTheme();
  const isOnPaper = useReading(({ onPaper }) => onPaper.get(message.id)) ?? false;
  const theme = isOnPaper ? 'light' : windowTheme;
  const trust = useMessageTrust(message.id);
  const areShown =
    useReading(({ pictured }) => pictured.get(message.id)) ?? (trust?.pictures.alwaysOf ?? null) !== null;
  const frame = useRef<HTMLIFrameElement>(null);
  const [stage, setStage] = useState<{ readonly inside: Document; readonly hand: PictureHand } | null>(null);
  const [height, setHeight] = useState(80);
  const [isDark, setIsDark] = useState(false);
  const [target, setTarget] = useState<FollowedLink | null>(null);
  const [filled, setFilled] = useState(NOTHING_ASKED);
  const title = t('conversation.frameTitle', { who: message.from.name || message.from.address });
  const clean = useMemo(
    () =>
      sanitizeMail(html, {
        leftOutLabel: t('conversation.imageLeftOut'),
        foldLabel: t('conversation.quoted'),
        deadLinkLabel: t('link.dead'),
        theme,
      }),
    [html, t, theme],
  );
  const page = useMemo(() => readerPage(clean.html, { language, title }), [clean, language, title]);
  const senderHost = message.from.address.split('@').at(-1) ?? null;

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const onLoad = (): void => {
      const inside = element.contentDocument;
      if (inside === null) return;
      const isAdapted = (theme === 'dark' || clean.hasLostGround) && adaptColours(inside, theme);
      const hasDarkGround = isAdapted && theme === 'dark';
      setIsDark(hasDarkGround);
      const hand = createPictureHand(desk.client, message.id, (image) => {
        if (hasDarkGround && isDarkOnNothing(image)) image.classList.add('balie-light-ground');
      });
      signal.addEventListener('abort', hand.stop);
      const measure = (): void => {
        fitWidth(inside);
        setHeight(Math.min(TALLEST_PX, Math.ceil(inside.documentElement.getBoundingClientRect().height)));
      };
      const size = new ResizeObserver(measure);
      size.observe(inside.documentElement);
      signal.addEventListener('abort', () => size.disconnect());
      measure();
      const onLink = (link: FollowedLink): void => desk.links.follow({ ...link, senderHost });
      listenToLinks(inside, { signal, onLink, onTarget: setTarget });
      forwardKeys(inside, signal);
      hand.fillOwn(inside);
      setStage({ inside, hand });
    };
    element.addEventListener('load', onLoad, { signal });
    element.srcdoc = page;
    return () => {
      leaving.abort();
      setStage(null);
      setTarget(null);
      setFilled(NOTHING_ASKED);
    };
  }, [page, clean, theme, message.id, desk, senderHost]);

  useEffect(() => {
    if (stage !== null && areShown) stage.hand.fillRemote(stage.inside, clean.pictures.remote, setFilled);
  }, [stage, areShown, clean]);

  return (
    <div className="mail-frame">
      <PictureBar message={message} pictures={clean.pictures} trust={trust} areShown={areShown} {...filled} />
      <iframe
        ref={frame}
        className={`${isDark ? 'dark' : ''}${stage === null && theme === 'dark' ? ' coming' : ''}`}
        sandbox="allow-same-origin"
        title={title}
        style={{ height }}
      />
      {windowTheme === 'dark' && (
        <Button look="quiet" size="small" onClick={() => desk.reading.showOnPaper(message.id, !isOnPaper)}>
          {t(isOnPaper ? 'pictures.inTheme' : 'pictures.onPaper')}
        </Button>
      )}
      {target !== null && <Target link={target} />}
    </div>
  );
}

/** Mail is often made 600 pixels wide and no less; smaller than this it could not be read. */
const SMALLEST = 0.55;

/** What is wider than the frame is drawn smaller, as a photograph of it would be. */
function fitWidth(inside: Document): void {
  const { documentElement: root, body } = inside;
  body.style.zoom = '';
  const part = root.clientWidth / root.scrollWidth;
  if (part < 0.99) body.style.zoom = String(Math.max(SMALLEST, part));
}

/** Where the link below the pointer or the focus leads; whose it is stands out. */
function Target({ link }: { readonly link: FollowedLink }) {
  const { t } = useTranslation();
  const { kind, shown, via } = lookAtLink(link);
  return (
    <p className="link-target" role="status" translate="no">
      {kind === 'dead' ? (
        t('link.dead')
      ) : (
        <>
          {shown.before}
          <strong>{shown.site}</strong>
          {shown.after}
          {via !== null && ` ${t('link.via', { via })}`}
        </>
      )}
    </p>
  );
}
