// When it leaves, where that is not now.
import { useTranslation } from 'react-i18next';
import { useWhenFacts } from '../../state/use-when-facts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { WhenField } from '../../ui/when-field.tsx';
import { sendPresets } from '../../ui/when-presets.ts';

export function SendLater({
  onClose,
  onChoose,
}: {
  readonly onClose: () => void;
  readonly onChoose: (at: number) => void;
}) {
  const { t } = useTranslation();
  const when = useWhenFacts();
  return (
    <Dialog title={t('when.sendTitle')} onClose={onClose}>
      <WhenField {...when} presets={sendPresets(when.now, when.hours)} onChoose={onChoose} />
    </Dialog>
  );
}
