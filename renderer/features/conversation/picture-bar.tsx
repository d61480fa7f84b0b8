// Above a mail with its layout: what of it lies elsewhere and was not fetched, and the owner's choice.
import { useTranslation } from 'react-i18next';
import type { MessageTrust } from '../../../main/contract/remote-content.ts';
import type { MessageView } from '../../../main/contract/views.ts';
import { background } from '../../client/background.ts';
import { useDesk } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import type { Pictures } from './left-out-pictures.ts';

type PictureBarProps = {
  readonly message: MessageView;
  readonly pictures: Pictures;
  readonly trust: MessageTrust | null;
  readonly areShown: boolean;
  /** Of those that were asked for: still to come, and not to be had. */
  readonly waiting: number;
  readonly failed: number;
};

export function PictureBar({ message, pictures, trust, areShown, waiting, failed }: PictureBarProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const count = pictures.remote.length;
  const kept = trust?.pictures ?? null;
  if (count === 0 && pictures.spies === 0) return null;
  const always = async (whom: 'sender' | 'domain'): Promise<void> => {
    const done = await desk.client.call('remote.allow', { message: message.id, whom });
    // Also where they were taken back in this mail a moment ago.
    if (done.ok) desk.reading.showPictures(message.id, true);
    else desk.tellFailure(done.error);
  };
  const stop = async (sender: string): Promise<void> => {
    desk.reading.showPictures(message.id, false);
    const done = await desk.client.call('remote.forget', { sender });
    if (!done.ok) desk.tellFailure(done.error);
  };
  const alwaysOf = areShown ? (kept?.alwaysOf ?? null) : null;
  const words = [
    count > 0 && !areShown ? t('pictures.blocked', { count }) : '',
    alwaysOf === null
      ? ''
      : t(alwaysOf.startsWith('@') ? 'pictures.isAlwaysDomain' : 'pictures.isAlways', { sender: alwaysOf }),
    areShown && waiting > 0 ? t('pictures.loading') : '',
    areShown && waiting === 0 && failed > 0 ? t('pictures.failed', { count: failed }) : '',
    pictures.spies > 0 ? t('pictures.spies', { count: pictures.spies }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
  if (words === '') return null;
  return (
    <div className="picture-bar">
      <p role="status">{words}</p>
      {count > 0 && !areShown && (
        <>
          <Button size="small" onClick={() => desk.reading.showPictures(message.id, true)}>
            {t('pictures.once')}
          </Button>
          {kept?.isKeepable === true && message.direction === 'in' && (
            <Button look="quiet" size="small" onClick={() => background(always('sender'))}>
              {t('pictures.always')}
            </Button>
          )}
          {kept !== null && kept.domain !== null && message.direction === 'in' && (
            <Button look="quiet" size="small" onClick={() => background(always('domain'))}>
              {t('pictures.alwaysDomain', { domain: kept.domain })}
            </Button>
          )}
        </>
      )}
      {alwaysOf !== null && (
        <Button look="quiet" size="small" onClick={() => background(stop(alwaysOf))}>
          {t('pictures.stop')}
        </Button>
      )}
    </div>
  );
}
