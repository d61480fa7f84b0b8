// Paints the fields of a saved reply that are still empty, "{{klant.voornaam}}": the very ones for which the outbox refuses a letter.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { fieldsIn } from './fields.ts';

const OPEN_FIELDS = new PluginKey<DecorationSet>('openFields');

export const OpenFields = Extension.create({
  name: 'openFields',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: OPEN_FIELDS,
      state: {
        init: (_, { doc }) => painted(doc),
        apply: (change, before) => (change.docChanged ? painted(change.doc) : before),
      },
      props: { decorations: (state) => OPEN_FIELDS.getState(state) },
    }),
  ],
});

/** Where the first of them stands. */
export function firstOpenField(state: EditorState): { readonly from: number; readonly to: number } | null {
  const found = OPEN_FIELDS.getState(state)?.find() ?? [];
  return found.toSorted((one, other) => one.from - other.from)[0] ?? null;
}

function painted(doc: Node): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    // A picture or a break counts for one, as it does in the positions.
    const line = node.textBetween(0, node.content.size, '\n', '\n');
    for (const { from, to } of fieldsIn(line)) {
      marks.push(Decoration.inline(at + 1 + from, at + 1 + to, { class: 'open-field' }));
    }
    return false;
  });
  return DecorationSet.create(doc, marks);
}
