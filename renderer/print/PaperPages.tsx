import { useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { margins, paperSizes } from './paper.ts';
import type { Paper, RunningWords } from './paper.ts';

interface PaperPagesProps {
  readonly paper: Paper;
  readonly words: RunningWords;
  /** A number in the report's digits. */
  readonly numeral: (value: number) => string;
  readonly onPageCount: (count: number) => void;
  readonly children: ReactNode;
}

/** Between two sheets on screen, millimetres. */
const GAP = 8;
const mm = (length: number): string => `${length}mm`;

/**
 * Sheets of paper on screen. The text flows through columns of a page's size one under the other, so that the browser breaks it by the
 * very rules by which it breaks printed pages (CSS Fragmentation 3); a browser without wrapping columns shows one long sheet.
 */
export function PaperPages({ paper, words, numeral, onPageCount, children }: PaperPagesProps) {
  const flowRef = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(1);
  const { width, height } = paperSizes[paper];
  const textHeight = height - margins.top - margins.bottom;
  const textWidth = width - 2 * margins.side;

  useLayoutEffect(() => {
    const flow = flowRef.current;
    if (!flow) return undefined;
    const observer = new ResizeObserver(() => {
      // By the flow's own width, so that the zoom of the preview plays no part.
      const millimetre = flow.offsetWidth / textWidth;
      if (millimetre === 0 || !CSS.supports('column-wrap', 'wrap')) return;
      const text = flow.offsetHeight / millimetre - margins.top;
      const between = margins.top + margins.bottom + GAP;
      const pages = Math.max(1, Math.round((text + between) / (textHeight + between)));
      setCount(pages);
      onPageCount(pages);
    });
    observer.observe(flow);
    return () => {
      observer.disconnect();
    };
  }, [textWidth, textHeight, onPageCount]);

  const [before, between, after] = words.pageOf;
  const measures: CSSProperties & Record<`--paper-${string}`, string | number> = {
    '--paper-width': mm(width),
    '--paper-height': mm(height),
    '--paper-top': mm(margins.top),
    '--paper-bottom': mm(margins.bottom),
    '--paper-side': mm(margins.side),
    '--paper-gap': mm(GAP),
    '--paper-text-width': mm(textWidth),
    '--paper-text-height': mm(textHeight),
    '--paper-count': count,
  };
  return (
    <div className="paper-pages" style={measures}>
      {Array.from({ length: count }, (_, index) => {
        const place: CSSProperties & Record<'--paper-index', number> = { '--paper-index': index };
        return (
          // What runs along a page's edge is decoration of the preview: the printer makes its own.
          <div key={index} aria-hidden className="paper-sheet" style={place}>
            {index === 0 ? null : (
              <div className="paper-run paper-run-top">
                <bdi>{words.headerStart}</bdi>
                <bdi>{words.headerEnd}</bdi>
              </div>
            )}
            <div className="paper-run paper-run-bottom">
              <bdi>{words.footerStart}</bdi>
              <bdi>{`${before}${numeral(index + 1)}${between}${numeral(count)}${after}`}</bdi>
            </div>
          </div>
        );
      })}
      <div ref={flowRef} className="paper-flow">
        {children}
      </div>
    </div>
  );
}
