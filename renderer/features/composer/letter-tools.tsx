// The few buttons above the words: what they do has a key each, and they say whether it is on.
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { Letter } from './letter.ts';

type Tool = {
  readonly name: 'bold' | 'italic' | 'underline' | 'bullets' | 'numbers' | 'quote' | 'link';
  readonly icon: IconName;
  readonly key: string;
  /** Of the mark or the block. */
  readonly type: string;
  /** null: asks where the link leads. */
  readonly act: ((editor: Editor) => void) | null;
};

const TOOLS: readonly Tool[] = [
  {
    name: 'bold',
    icon: 'bold',
    key: 'Ctrl B',
    type: 'bold',
    act: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    icon: 'italic',
    key: 'Ctrl I',
    type: 'italic',
    act: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'underline',
    icon: 'underline',
    key: 'Ctrl U',
    type: 'underline',
    act: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    name: 'bullets',
    icon: 'bullets',
    key: 'Ctrl Shift 8',
    type: 'bulletList',
    act: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'numbers',
    icon: 'numbers',
    key: 'Ctrl Shift 7',
    type: 'orderedList',
    act: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quote',
    icon: 'quote',
    key: 'Ctrl Shift B',
    type: 'blockquote',
    act: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  { name: 'link', icon: 'link', key: 'Ctrl K', type: 'link', act: null },
];

type LetterToolsProps = { readonly letter: Letter; readonly onLink: () => void };

export function LetterTools({ letter, onLink }: LetterToolsProps) {
  const { t } = useTranslation();
  const on = useEditorState({
    editor: letter.editor,
    selector: ({ editor }) => looksAt(editor.state),
  });
  return (
    <div className="letter-tools" role="group" aria-label={t('letter.tools')}>
      {TOOLS.map(({ name, type, icon, key, act }) => (
        <button
          key={name}
          type="button"
          className="letter-tool"
          aria-label={t(`letter.${name}`)}
          aria-pressed={on.includes(type)}
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

/** What the words at the cursor have, or those at the beginning of what is selected. Asked at each key: one walk, not one a tool. */
function looksAt({ selection, storedMarks }: EditorState): readonly string[] {
  const { $from, empty } = selection;
  const marks = empty ? (storedMarks ?? $from.marks()) : ($from.nodeAfter?.marks ?? []);
  const blocks = Array.from({ length: $from.depth }, (_, above) => $from.node(above + 1).type.name);
  return [...marks.map(({ type }) => type.name), ...blocks].filter((name) => TOOLS.some(({ type }) => type === name));
}
