// A picture, small, once it comes into sight.
import { useEffect, useRef, useState } from 'react';
import type { AttachmentView } from '../../../main/contract/attachments.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Icon } from '../../ui/icon.tsx';
import { thumbnailOf } from './safe-picture.ts';

export function Thumbnail({ attachment }: { readonly attachment: AttachmentView }) {
  const { client } = useDesk();
  const { id, size, isHere } = attachment;
  const place = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    const canvas = place.current;
    if (canvas === null) return undefined;
    let isGone = false;
    const draw = async (): Promise<void> => {
      const picture = await thumbnailOf(client, { id, size, isHere });
      if (picture === null) return;
      if (!isGone) {
        canvas.width = picture.width;
        canvas.height = picture.height;
        canvas.getContext('2d')?.drawImage(picture, 0, 0);
        setIsDrawn(true);
      }
      picture.close();
    };
    const sight = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        sight.disconnect();
        background(draw());
      },
      { rootMargin: '200px' },
    );
    sight.observe(canvas);
    return () => {
      isGone = true;
      sight.disconnect();
    };
  }, [client, id, size, isHere]);
  return (
    <span className="file-icon">
      <canvas ref={place} className={isDrawn ? 'thumbnail drawn' : 'thumbnail'} aria-hidden="true" />
      {!isDrawn && <Icon name="picture" />}
    </span>
  );
}
