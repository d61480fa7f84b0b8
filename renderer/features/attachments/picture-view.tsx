// A picture, as large as the sheet allows.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../main/contract/attachments.ts';
import { useDesk, useLanguage } from '../../state/use-desk.tsx';
import { FailureBox } from '../../ui/failure-box.tsx';
import { safePicture } from './safe-picture.ts';
import { useLoaded } from './use-loaded.ts';

export function PictureView({ file }: { readonly file: AttachmentView }) {
  const { t } = useTranslation();
  const { client } = useDesk();
  const language = useLanguage();
  const loaded = useLoaded(() => client.call('attachment.content', { id: file.id }));
  const [isBroken, setIsBroken] = useState(false);
  const bytes = loaded.kind === 'here' ? loaded.value.bytes : null;
  const picture = useMemo(() => (bytes === null ? null : safePicture(bytes)), [bytes]);
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (picture?.kind !== 'picture' || image.current === null) return undefined;
    const url = URL.createObjectURL(picture.blob);
    image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [picture]);

  if (loaded.kind === 'failed') return <FailureBox error={loaded.error} language={language} />;
  if (picture?.kind === 'not-picture') return <p className="preview-said">{t('attached.notPicture')}</p>;
  if (picture?.kind === 'too-large') return <p className="preview-said">{t('attached.tooManyPoints', picture.size)}</p>;
  if (isBroken) return <p className="preview-said">{t('attached.brokenPicture')}</p>;
  if (picture === null) return <p className="preview-said soft">{t('attached.loading')}</p>;
  return (
    <div className="preview-picture">
      <img ref={image} alt={file.fileName} onError={() => setIsBroken(true)} />
    </div>
  );
}
