// Above the answer: by which way it goes. Only where there is more than mail.
import { useTranslation } from 'react-i18next';
import { channelName } from '../../i18n/trade-words.ts';
import { useLanguage } from '../../state/use-desk.tsx';
import { Segments } from '../../ui/field.tsx';
import { capital } from './capital.ts';
import { channelOf, type Route } from './routes.ts';

type RoutePickerProps = {
  readonly routes: readonly Route[];
  readonly route: Route;
  readonly onChoose: (at: number) => void;
};

export function RoutePicker({ routes, route, onChoose }: RoutePickerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = (one: Route): string => {
    if (one.kind === 'email') return t('notes.routes.email');
    return one.kind === 'note' ? t('notes.routes.note') : capital(channelName(language, channelOf(one)));
  };
  return (
    <div className="route-picker">
      <Segments
        label={t('notes.route')}
        value={String(routes.indexOf(route))}
        options={routes.map((one, at) => ({ value: String(at), label: nameOf(one) }))}
        onValue={(at) => onChoose(Number(at))}
      />
    </div>
  );
}
