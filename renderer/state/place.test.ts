import { expect, test } from 'vitest';
import { createPlaceStore } from './place.ts';

const storage = (
  kept: string | null,
): Pick<Storage, 'getItem' | 'setItem'> & { readonly read: () => string | null } => {
  let value = kept;
  return {
    getItem: () => value,
    setItem: (_, next) => {
      value = next;
    },
    read: () => value,
  };
};

test('a reload brings the owner back to where he was', () => {
  const kept = storage(null);
  createPlaceStore(kept).setState({ view: { kind: 'settings', tab: 'hours' }, conversation: 12 });
  const again = createPlaceStore(storage(kept.read())).getState();
  expect(again.view).toEqual({ kind: 'settings', tab: 'hours' });
  expect(again.conversation).toBe(12);
});

test.each(['', 'null', '{"view":{"kind":"section","section":"gone"}}', '[1,2]', '{"view":7,"conversation":"x"}'])(
  'what is not understood (%s) begins at the desk',
  (json) => {
    const place = createPlaceStore(storage(json)).getState();
    expect(place.view).toEqual({ kind: 'desk' });
    expect(place.conversation).toBeNull();
  },
);
