import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shadeColour, shadeOf, shadeSteps } from '#renderer/portfolio/shade.ts';

const theme = readFileSync(path.resolve(import.meta.dirname, '../../../../renderer/styles/theme.css'), 'utf8');
type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb => [Number.parseInt(hex.slice(0, 2), 16), Number.parseInt(hex.slice(2, 4), 16), Number.parseInt(hex.slice(4), 16)];

/** A colour of the theme: [light, dark]. */
function themed(token: string): readonly [Rgb, Rgb] {
  const [, light = '', dark = ''] = new RegExp(`--${token}: light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)`, 'u').exec(theme) ?? [];
  return [rgbOf(light), rgbOf(dark)];
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: Rgb, b: Rgb): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const mix = ([r, g, b]: Rgb, [r2, g2, b2]: Rgb, share: number): Rgb => [r * share + r2 * (1 - share), g * share + g2 * (1 - share), b * share + b2 * (1 - share)];

describe.each(['light', 'dark'] as const)('in the %s theme', (scheme) => {
  const of = (name: string): Rgb => themed(name)[scheme === 'light' ? 0 : 1];

  test('the number on every shade keeps 4.5:1, and each shade differs from the one before', () => {
    let before = of('surface');
    for (const step of shadeSteps.keys()) {
      const share = Number(/var\(--accent\) (\d+)%/u.exec(shadeColour(step))?.[1]) / 100;
      const ground = mix(of('accent'), of('surface'), share);
      expect(contrast(of('ink'), ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(before, ground)).toBeGreaterThan(1.04);
      before = ground;
    }
  });
});

test('a score has the shade of its fifth, its ends included', () => {
  expect([0, 19.9, 20, 59.99, 60, 80, 100].map(shadeOf)).toEqual([0, 0, 1, 2, 3, 4, 4]);
});
