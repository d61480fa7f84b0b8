// The place to write, one for the whole window: made once, and given another letter each time. What happens in it is told to the
// composer that shows it at the moment.
import { Editor, type EditorOptions } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { DOMParser as LetterParser, Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { EditorState, Selection, TextSelection } from '@tiptap/pm/state';
import { hasLooks, type LetterNode } from '../../../main/domain/letter/letter.ts';
import { htmlOf } from '../../../main/domain/letter/letter-html.ts';
import { letterOf, linesOf, textOf } from '../../../main/domain/letter/letter-text.ts';
import { asksForCanned } from './fields.ts';
import { letterExtensions, TYPED_LOOKS, type PictureAddress } from './letter-extensions.ts';
import { firstOpenField } from './open-fields.ts';
import { hasWords, pastedAsLetter } from './pasted.ts';

/** `html` null: nothing but lines of plain words. */
export type LetterWords = { readonly text: string; readonly html: string | null };

/** Who shows it, and hears what is done in it. */
export type LetterHost = {
  readonly label: string;
  readonly placeholder: string;
  /** In which it is spelled; null: as the system has it. */
  readonly language: string | null;
  readonly isWritable: boolean;
  readonly onWrite: (words: LetterWords) => void;
  readonly onLeave: () => void;
  readonly onSend: () => void;
  readonly onEscape: () => void;
  readonly onCanned: () => void;
  /** Asked for with words selected, or in a link. */
  readonly onLink: () => void;
  /** Pasted, or dropped; `isInText`: where words are. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPicturesLeftOut: (count: number) => void;
  readonly hasPicture: (contentId: string) => boolean;
  readonly pictureAddress: PictureAddress;
};

export type Letter = {
  readonly editor: Editor;
  readonly element: HTMLElement;
  readonly host: (host: LetterHost) => void;
  /**
   * Another letter, with a history of its own; the cursor at its end. `name`: which, and which of its versions; one that was shown
   * a short while ago comes back as it was left, with what can be undone.
   */
  readonly show: (words: LetterWords, name: string) => void;
  /** As if typed, and one step for undo. */
  readonly insert: (text: string) => void;
  readonly insertPicture: (contentId: string, name: string) => void;
  readonly selectOpenField: () => void;
  readonly focus: () => void;
  readonly leave: () => void;
};

/** Letters that one goes back and forth between; each keeps its history. */
const MOST_KEPT = 20;

export function createLetter(): Letter {
  let host: LetterHost | null = null;
  let shown: string | null = null;
  /** As they were left, the one left last at the end. */
  const left = new Map<string, EditorState>();
  const element = document.createElement('div');
  element.className = 'letter';
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions: letterExtensions((contentId) => host?.pictureAddress(contentId) ?? Promise.resolve(null)),
    enableInputRules: TYPED_LOOKS,
    enablePasteRules: false,
    editorProps: editorProps(() => host),
    onUpdate: ({ editor: { state } }) => host?.onWrite(wordsOf(state.doc)),
    onBlur: () => host?.onLeave(),
  });

  const focus = (): void => editor.view.focus();
  return {
    editor,
    element,
    focus,
    leave: () => editor.view.dom.blur(),
    host: (next) => {
      const before = host;
      host = next;
      const isAsBefore =
        before?.label === next.label &&
        before.placeholder === next.placeholder &&
        before.language === next.language &&
        before.isWritable === next.isWritable;
      // These four are read when the state is drawn.
      if (!isAsBefore) editor.view.updateState(editor.state);
    },
    show: (words, name) => {
      if (shown !== null) left.set(shown, editor.state);
      const before = left.get(name);
      left.delete(name);
      shown = name;
      for (const oldest of [...left.keys()].slice(0, -MOST_KEPT)) left.delete(oldest);
      const isAsLeft = before !== undefined && isSame(wordsOf(before.doc), words);
      editor.view.updateState(isAsLeft ? before : newState(words, editor));
      // So that the tools above it follow.
      editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false));
    },
    insert: (text) => {
      editor.view.dispatch(closeHistory(editor.state.tr).replaceSelection(lines(text, editor.schema)).scrollIntoView());
      editor.view.dispatch(closeHistory(editor.state.tr));
      focus();
    },
    insertPicture: (contentId, name) => {
      editor
        .chain()
        .focus()
        .setImage({ src: `cid:${contentId}`, alt: name })
        .run();
    },
    selectOpenField: () => {
      const field = firstOpenField(editor.state);
      if (field !== null) {
        const { doc, tr } = editor.state;
        editor.view.dispatch(tr.setSelection(TextSelection.create(doc, field.from, field.to)).scrollIntoView());
      }
      focus();
    },
  };
}

function newState(words: LetterWords, { schema, state: { plugins } }: Editor): EditorState {
  const doc = docOf(words, schema);
  return EditorState.create({ doc, plugins, selection: Selection.atEnd(doc) });
}

const isSame = (one: LetterWords, other: LetterWords): boolean => one.text === other.text && one.html === other.html;

function editorProps(host: () => LetterHost | null): EditorOptions['editorProps'] {
  return {
    attributes: ({ doc }) => {
      const shown = host();
      const isBlank =
        doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.childCount === 0;
      return {
        id: 'composer-text',
        class: isBlank ? 'paper-text blank' : 'paper-text',
        'aria-multiline': 'true',
        'aria-label': shown?.label ?? '',
        'aria-placeholder': shown?.placeholder ?? '',
        'data-placeholder': shown?.placeholder ?? '',
        spellcheck: 'true',
        ...(shown?.language == null ? {} : { lang: shown.language }),
        ...(shown?.isWritable === false ? { 'aria-disabled': 'true' } : {}),
      };
    },
    editable: () => host()?.isWritable ?? true,
    handleKeyDown: (view, event) => {
      const heard = deedFor(event, view.state, host());
      if (heard === undefined) return false;
      event.preventDefault();
      heard();
      return true;
    },
    handlePaste: (_, event) => {
      const { clipboardData: data } = event;
      // A word processor or a sheet puts a picture of the words beside them.
      if (data === null || data.files.length === 0 || hasWords(data.getData('text/html'))) return false;
      host()?.onFiles([...data.files]);
      return true;
    },
    handleDrop: (view, event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return false;
      event.preventDefault();
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (at !== null) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))));
      host()?.onFiles(files);
      return true;
    },
    transformPastedHTML: (html) => {
      const { html: kept, leftOut } = pastedAsLetter(html, (contentId) => host()?.hasPicture(contentId) ?? false);
      if (leftOut > 0) host()?.onPicturesLeftOut(leftOut);
      return kept;
    },
    clipboardTextParser: (text, _context, _plain, view) => lines(text, view.state.schema),
    clipboardTextSerializer: (slice) => textOfSlice(slice),
  };
}

function deedFor(
  event: KeyboardEvent,
  { selection, doc }: EditorState,
  host: LetterHost | null,
): (() => void) | undefined {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (event.isComposing) return undefined;
  if (event.key === 'Enter' && isCommand) return host?.onSend;
  if (event.key === 'Escape') return host?.onEscape;
  if (isCommand && event.key.toLowerCase() === 'k') {
    const isInLink = selection.$from.marks().some(({ type }) => type.name === 'link');
    return selection.empty && !isInLink ? undefined : host?.onLink;
  }
  if (event.key !== '/' || event.ctrlKey || event.metaKey) return undefined;
  const { $from, from } = selection;
  return asksForCanned(doc.textBetween($from.start(), from, '\n', '\n')) ? host?.onCanned : undefined;
}

const wordsOf = (doc: Node): LetterWords => {
  const letter = doc.toJSON() as LetterNode;
  return { text: textOf(letter), html: hasLooks(letter) ? htmlOf(letter) : null };
};

/** Its HTML is of our own making; a page that is never shown reads it, and what a letter cannot hold is left out. */
function docOf({ text, html }: LetterWords, schema: Schema): Node {
  if (html === null) return schema.nodeFromJSON(letterOf(text));
  const page = new DOMParser().parseFromString(html, 'text/html');
  return LetterParser.fromSchema(schema).parse(page.body, { preserveWhitespace: 'full' });
}

function lines(text: string, schema: Schema): Slice {
  const paragraphs = linesOf(text).map((line) =>
    schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]),
  );
  return new Slice(Fragment.from(paragraphs), 1, 1);
}

/** A word out of a list is a word, not a list of one. */
function textOfSlice({ content, openStart, openEnd }: Slice): string {
  let shown = content;
  for (let open = Math.min(openStart, openEnd); open > 1; open -= 1) {
    const only = shown.childCount === 1 ? shown.firstChild : null;
    if (only === null) break;
    shown = only.content;
  }
  return textOf({ type: 'doc', content: (shown.toJSON() ?? []) as LetterNode[] });
}
