import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/** CSS: 96 px to the inch of 25.4 mm. */
const PIXELS_PER_MM = 96 / 25.4;
const SHADOW = 12;

/** Paper of so many millimetres across at its true size, or smaller where the window is: scaled as a whole, so that no line breaks elsewhere than on paper. */
export function FittedPaper({ width: widthMm, children }: { readonly width: number; readonly children: ReactNode }) {
  const frameRef = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const frame = frameRef.current;
    if (!frame) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom(entry.contentRect.width);
    });
    observer.observe(frame);
    return () => {
      observer.disconnect();
    };
  }, []);
  const width = widthMm * PIXELS_PER_MM + 2 * SHADOW;
  const zoom = room === null || room === 0 ? 1 : Math.min(1, room / width);
  return (
    <div ref={frameRef} className="overflow-hidden rounded-lg bg-sunken py-6">
      <div style={{ zoom }}>{children}</div>
    </div>
  );
}
