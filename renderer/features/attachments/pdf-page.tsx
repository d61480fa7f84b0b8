// One page: drawn when it comes near, let go when it is far, with its words above it to select and to be read aloud.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLayer, type PDFDocumentProxy } from 'pdfjs-dist';
import { background } from '../../client/background.ts';

type PdfPageProps = {
  readonly pdf: PDFDocumentProxy;
  readonly nr: number;
  /** Height over width, until the page itself is known. */
  readonly shape: number;
  readonly width: number;
};

/** A canvas of more points than this is slow to make and adds nothing to see. */
const MOST_CANVAS_POINTS = 16_000_000;

export function PdfPage({ pdf, nr, shape, width }: PdfPageProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);
  const [ownShape, setOwnShape] = useState(shape);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const sight = new IntersectionObserver((seen) => setIsNear(seen.some(({ isIntersecting }) => isIntersecting)), {
      root: element.parentElement,
      rootMargin: '100%',
    });
    sight.observe(element);
    return () => sight.disconnect();
  }, []);
  useEffect(() => {
    const element = place.current;
    if (element === null || !isNear) return undefined;
    const canvas = document.createElement('canvas');
    const words = document.createElement('div');
    words.className = 'pdf-words';
    let stop = (): void => {};
    let isGone = false;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(nr);
      if (isGone) return;
      const plain = page.getViewport({ scale: 1 });
      setOwnShape(plain.height / plain.width);
      const viewport = page.getViewport({ scale: width / plain.width });
      const points = viewport.width * viewport.height;
      const density = Math.min(window.devicePixelRatio, Math.sqrt(MOST_CANVAS_POINTS / points));
      canvas.width = Math.floor(viewport.width * density);
      canvas.height = Math.floor(viewport.height * density);
      const drawing = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
      stop = () => {
        drawing.cancel();
        layer.cancel();
      };
      words.style.setProperty('--total-scale-factor', String(viewport.scale));
      element.replaceChildren(canvas, words);
      await Promise.all([drawing.promise, layer.render()]);
    };
    background(
      draw().catch((error: unknown) => {
        // Let go before it was done; or a page that cannot be drawn, which stays white among those that can.
        if (!(error instanceof Error)) throw error;
      }),
    );
    return () => {
      isGone = true;
      stop();
      element.replaceChildren();
    };
  }, [pdf, nr, width, isNear]);
  return (
    <div
      ref={place}
      className="pdf-page"
      role="img"
      aria-label={t('attached.pdfPage', { nr, total: pdf.numPages })}
      style={{ width, height: Math.round(width * ownShape) }}
    />
  );
}
