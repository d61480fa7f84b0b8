import { expect, test } from 'vitest';
import { contrast, luminance, readableOn, READABLE, readColour, writeColour, type Colour } from './colour.ts';
import { darkGround, DARK_SHEET } from './dark-mail.ts';

const colour = (hex: string): Colour => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return { r, g, b, alpha: 1 };
};

test('a computed colour is read and written', () => {
  expect(readColour('rgb(1, 2, 3)')).toEqual({ r: 1, g: 2, b: 3, alpha: 1 });
  expect(readColour('rgba(1, 2, 3, 0.5)')).toEqual({ r: 1, g: 2, b: 3, alpha: 0.5 });
  expect(readColour('color(srgb 1 0 0)')).toBeNull();
  expect(writeColour({ r: 1.4, g: 2, b: 3, alpha: 1 })).toBe('rgb(1 2 3)');
});

test('contrast is that of WCAG', () => {
  expect(contrast(colour('#ffffff'), colour('#000000'))).toBeCloseTo(21);
  expect(contrast(colour('#767676'), colour('#ffffff'))).toBeCloseTo(4.54, 1);
});

test.each(['#000000', '#2b2620', '#0b5c69', '#cc0000', '#ffffff', '#808080', '#0000ee'])(
  'words in %s can be read on each ground, and stay as they are where they can already',
  (hex) => {
    for (const ground of [DARK_SHEET, colour('#ffffff'), colour('#7a7a7a'), colour('#ffd400')]) {
      const words = readableOn(colour(hex), ground);
      expect(contrast(words, ground)).toBeGreaterThanOrEqual(READABLE);
      expect(contrast(colour(hex), ground) >= READABLE ? writeColour(words) : '').toBe(
        contrast(colour(hex), ground) >= READABLE ? writeColour(colour(hex)) : '',
      );
    }
  },
);

test.each(['#ffffff', '#f4f4f4', '#fff8e1', '#eef4fb', '#dddddd', '#fafafa'])(
  'paper such as %s becomes dark',
  (hex) => {
    const ground = darkGround(colour(hex));
    expect(ground === null ? 1 : luminance(ground)).toBeLessThan(0.03);
  },
);

test('a grey page around a white card stays the darker of the two', () => {
  const [page, card] = [darkGround(colour('#eeeeee')), darkGround(colour('#ffffff'))];
  expect(page !== null && card !== null && luminance(page) < luminance(card)).toBe(true);
});

test.each(['#0b5c69', '#ffd400', '#e4002b', '#ff6200', '#1c1c1c', '#00a86b', '#808080'])(
  'a colour such as %s stays',
  (hex) => {
    expect(darkGround(colour(hex))).toBeNull();
  },
);
