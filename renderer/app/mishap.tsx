// Around a part of the window: when drawing it breaks, a few words stand in its place and the rest of the desk goes on. Another
// room or conversation gets another chance by itself.
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failed } from '../../main/contract/errors.ts';
import { useLanguage } from '../state/use-desk.tsx';
import { Button } from '../ui/button.tsx';
import { FailureBox } from '../ui/failure-box.tsx';

type MishapProps = {
  /** What is shown: when this changes, drawing is tried again. */
  readonly of: string | number | null;
  readonly children: ReactNode;
};
type State = { readonly broken: string | null; readonly of: MishapProps['of'] };

/** React knows this only as a class. What broke is written to the console by React itself. */
export class Mishap extends Component<MishapProps, State> {
  override state: State = { broken: null, of: this.props.of };

  static getDerivedStateFromProps({ of }: MishapProps, before: State): State | null {
    return before.of === of ? null : { broken: null, of };
  }

  static getDerivedStateFromError(error: unknown): Pick<State, 'broken'> {
    return { broken: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === null) return this.props.children;
    return <InItsPlace detail={broken} onAgain={() => this.setState({ broken: null })} />;
  }
}

function InItsPlace({ detail, onAgain }: { readonly detail: string; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="mishap" aria-label={t('app.mishap')}>
      <FailureBox error={failed('internal', 'user', detail).error} language={language} />
      <div>
        <Button look="main" onClick={onAgain}>
          {t('app.tryAgain')}
        </Button>
      </div>
    </section>
  );
}
