// The keys of one action as they are printed on a keyboard; several ways stand side by side.
import { useFacts } from '../state/use-desk.tsx';
import { Kbd } from '../ui/button.tsx';
import { printed } from './strokes.ts';

export function KeyNames({ strokes }: { readonly strokes: readonly string[] }) {
  const isMac = useFacts(({ shell }) => shell.platform === 'darwin');
  return strokes.map((stroke) => (
    <span key={stroke} className="key-names">
      {printed(stroke, isMac).map((name, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- "g g" is twice the same key
        <Kbd key={index}>{name}</Kbd>
      ))}
    </span>
  ));
}
