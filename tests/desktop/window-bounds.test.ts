import { expect, test } from 'vitest';
import { openingBounds } from '#electron/desktop/window-bounds.ts';

const left = { x: 0, y: 25, width: 1440, height: 875 };
const right = { x: 1440, y: 0, width: 1920, height: 1040 };
const kept = (x: number, y: number, width = 900, height = 700) => ({ x, y, width, height, isMaximised: false, isFullScreen: false });

test('a first window stands in the middle of the primary display, and within it', () => {
  expect(openingBounds(undefined, [left, right])).toEqual({ x: 80, y: 47, width: 1280, height: 832 });
  expect(openingBounds(undefined, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({ x: 0, y: 0, width: 1024, height: 600 });
});

test('a window returns to where it was, on whichever display that is', () => {
  expect(openingBounds(kept(100, 60), [left, right])).toEqual({ x: 100, y: 60, width: 900, height: 700 });
  expect(openingBounds(kept(2000, 100), [left, right])).toEqual({ x: 2000, y: 100, width: 900, height: 700 });
});

test('a window of a display that is gone comes home', () => {
  expect(openingBounds(kept(2000, 100), [left])).toEqual({ x: 270, y: 113, width: 900, height: 700 });
  expect(openingBounds(kept(100, -900), [left])).toEqual({ x: 270, y: 113, width: 900, height: 700 });
});

test('a window partly outside is drawn in, and one larger than its display is made to fit', () => {
  expect(openingBounds(kept(-300, 500), [left])).toEqual({ x: 0, y: 200, width: 900, height: 700 });
  expect(openingBounds(kept(10, 30, 5000, 5000), [left])).toEqual({ x: 0, y: 25, width: 1440, height: 875 });
  expect(openingBounds(kept(10, 30, 10, 10), [left])).toMatchObject({ width: 480, height: 480 });
});
