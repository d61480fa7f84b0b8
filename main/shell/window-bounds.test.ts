import { describe, expect, it } from 'vitest';
import { boundsOn, readBounds, SMALLEST, USUAL } from './window-bounds.ts';

const laptop = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 2560, height: 1440 };

describe('the window opens where it was left', () => {
  it('on the second screen when that is still there', () => {
    const bounds = { x: 2000, y: 100, width: 1400, height: 900 };
    expect(boundsOn(bounds, [laptop, second])).toEqual(bounds);
  });

  it('in the middle of what is left when that screen is gone', () => {
    expect(boundsOn({ x: 2000, y: 100, width: 1400, height: 900 }, [laptop])).toEqual({ width: 1400, height: 900 });
  });

  it('never with its title bar out of reach', () => {
    expect(boundsOn({ x: 10, y: -300, width: 1400, height: 900 }, [laptop])).toEqual({ width: 1400, height: 900 });
  });

  it('never smaller than it can be used', () => {
    expect(boundsOn({ x: 5, y: 5, width: 10, height: 10 }, [laptop])).toEqual({ x: 5, y: 5, ...SMALLEST });
  });

  it('at its usual size the first time', () => {
    expect(readBounds('/no/such/file', [laptop])).toEqual(USUAL);
  });
});
