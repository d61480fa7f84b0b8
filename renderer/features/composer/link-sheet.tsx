// Where a link leads: asked for the words that are selected, or for the link that the cursor is in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import type { Letter } from './letter.ts';
import { linkMeant } from './link-meant.ts';

export function LinkSheet({ letter, onClose }: { readonly letter: Letter; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { editor } = letter;
  const [before] = useState(() => {
    const href: unknown = editor.getAttributes('link')['href'];
    return typeof href === 'string' ? href : '';
  });
  const [typed, setTyped] = useState(before);
  const [isWrong, setIsWrong] = useState(false);
  const leave = (): void => {
    onClose();
    // The sheet gives the focus back first.
    requestAnimationFrame(letter.focus);
  };
  const set = (): void => {
    const href = linkMeant(typed);
    setIsWrong(href === null);
    if (href === null) return;
    const chain = editor.chain().extendMarkRange('link');
    if (editor.state.selection.empty && before === '') {
      chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    } else chain.setLink({ href }).run();
    leave();
  };
  return (
    <Dialog title={t('letter.link')} onClose={leave}>
      <form
        className="settings-stack"
        onSubmit={(event) => {
          event.preventDefault();
          set();
        }}
      >
        <TextField
          label={t('letter.linkTo')}
          value={typed}
          wrong={isWrong ? t('letter.linkWrong') : null}
          autoComplete="off"
          spellCheck={false}
          onText={setTyped}
        />
        <div className="row-of-buttons">
          <Button look="main" isSubmit disabled={typed.trim() === ''}>
            {t('letter.linkSet')}
          </Button>
          {before !== '' && (
            <Button
              look="quiet"
              onClick={() => {
                editor.chain().extendMarkRange('link').unsetLink().run();
                leave();
              }}
            >
              {t('letter.linkGone')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
