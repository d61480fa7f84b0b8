// The few buttons above the words: what they do has a key each, and they say whether it is on.
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { Letter } from './letter.ts';

type Tool = {
  readonly name: 'bold' | 'italic' | 'underline' | 'bullets' | 'numbers' | 'quote' | 'link';
  readonly icon: IconName;
  readonly key: string;
  readonly isOn: (editor: Editor) => boolean;
  /** null: asks where the link leads. */
  readonly act: ((editor: Editor) => void) | null;
};

const TOOLS: readonly Tool[] = [
  {
    name: 'bold',
    icon: 'bold',
    key: 'Ctrl B',
    isOn: (editor) => editor.isActive('bold'),
    act: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    icon: 'italic',
    key: 'Ctrl I',
    isOn: (editor) => editor.isActive('italic'),
    act: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'underline',
    icon: 'underline',
    key: 'Ctrl U',
    isOn: (editor) => editor.isActive('underline'),
    act: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    name: 'bullets',
    icon: 'bullets',
    key: 'Ctrl Shift 8',
    isOn: (editor) => editor.isActive('bulletList'),
    act: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'numbers',
    icon: 'numbers',
    key: 'Ctrl Shift 7',
    isOn: (editor) => editor.isActive('orderedList'),
    act: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quote',
    icon: 'quote',
    key: 'Ctrl Shift B',
    isOn: (editor) => editor.isActive('blockquote'),
    act: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  { name: 'link', icon: 'link', key: 'Ctrl K', isOn: (editor) => editor.isActive('link'), act: null },
];

type LetterToolsProps = { readonly letter: Letter; readonly onLink: () => void };

export function LetterTools({ letter, onLink }: LetterToolsProps) {
  const { t } = useTranslation();
  const on = useEditorState({
    editor: letter.editor,
    selector: ({ editor }) => TOOLS.filter(({ isOn }) => isOn(editor)).map(({ name }) => name),
  });
  return (
    <div className="letter-tools" role="group" aria-label={t('letter.tools')}>
      {TOOLS.map(({ name, icon, key, act }) => (
        <button
          key={name}
          type="button"
          className="letter-tool"
          aria-label={t(`letter.${name}`)}
          aria-pressed={on.includes(name)}
          title={`${t(`letter.${name}`)} (${key})`}
          // The words stay selected.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (act === null ? onLink() : act(letter.editor))}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
