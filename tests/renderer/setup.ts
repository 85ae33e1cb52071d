import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { useToasts } from '#renderer/state/toasts.ts';
import '#renderer/strict-csp.ts';

/*
 * jsdom has no layout: everything would be 0 × 0 and a virtual list would show nothing. Elements are given the size of a small window.
 */
const WIDTH = 1200;
const HEIGHT = 600;

class FixedResizeObserver implements ResizeObserver {
  readonly #callback: ResizeObserverCallback;

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback;
  }

  observe(target: Element): void {
    const contentRect = new DOMRect(0, 0, WIDTH, HEIGHT);
    const size = [{ inlineSize: WIDTH, blockSize: HEIGHT }];
    // As in a browser: told after the script that asked.
    queueMicrotask(() => {
      this.#callback([{ target, contentRect, borderBoxSize: size, contentBoxSize: size, devicePixelContentBoxSize: size }], this);
    });
  }

  unobserve(): void {
    // Nothing is watched: the size never changes.
  }

  disconnect(): void {
    // As above.
  }
}

globalThis.ResizeObserver = FixedResizeObserver;
Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { configurable: true, get: () => WIDTH },
  offsetHeight: { configurable: true, get: () => HEIGHT },
  // Far enough to be scrolled to the end of any list.
  scrollHeight: { configurable: true, get: () => 1e9 },
  clientHeight: { configurable: true, get: () => HEIGHT },
});
Element.prototype.scrollTo = function scrollTo(this: Element, options?: ScrollToOptions | number, y?: number): void {
  this.scrollTop = typeof options === 'number' ? (y ?? 0) : (options?.top ?? this.scrollTop);
  this.dispatchEvent(new Event('scroll'));
};
Element.prototype.scrollIntoView = () => undefined;

// Pages are loaded when they are gone to, on machines that do other things too.
configure({ asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
  // What one test was told is no word, and no way back, of the next.
  useToasts.setState({ toasts: [] });
});
