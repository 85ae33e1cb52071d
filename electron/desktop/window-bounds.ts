import type { Rectangle } from 'electron';
import type { DesktopState } from './desktop-state.ts';

const DEFAULT_SIZE = { width: 1280, height: 832 } as const;
export const MINIMUM_SIZE = { width: 480, height: 480 } as const;
/** So much of the title bar must be within a display's work area, or the window cannot be dragged back. */
const REACHABLE = { width: 120, height: 40 } as const;

/**
 * Where the window opens: where it was, if a display is still there; else in the middle of the first display.
 * @param workAreas the work areas of all displays, the primary one first. All lengths in DIP.
 */
export function openingBounds(kept: DesktopState['window'], workAreas: readonly Rectangle[]): Rectangle {
  const home = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE };
  const area = kept && workAreas.find((candidate) => isReachable(kept, candidate));
  const { width, height } = fit(kept ?? DEFAULT_SIZE, area ?? home);
  if (kept && area) {
    return { x: clamp(kept.x, area.x, area.x + area.width - width), y: clamp(kept.y, area.y, area.y + area.height - height), width, height };
  }
  return { x: Math.round(home.x + (home.width - width) / 2), y: Math.round(home.y + (home.height - height) / 2), width, height };
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return overlap >= REACHABLE.width && bounds.y >= area.y - REACHABLE.height / 2 && bounds.y <= area.y + area.height - REACHABLE.height;
}

const fit = (size: { readonly width: number; readonly height: number }, area: Rectangle) => ({
  width: Math.min(Math.max(size.width, MINIMUM_SIZE.width), area.width),
  height: Math.min(Math.max(size.height, MINIMUM_SIZE.height), area.height),
});

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
