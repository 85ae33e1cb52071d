import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import type { Placement } from 'react-aria-components';

interface TooltipProps {
  readonly text: string;
  /** Shown after the text, such as "Ctrl K". */
  readonly shortcut?: string | undefined;
  readonly placement?: Placement;
  /** One focusable component of this folder. */
  readonly children: ReactElement;
}

export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="z-50 max-w-72 rounded-md bg-ink px-2 py-1 text-xs text-paper shadow-float"
      >
        {text}
        {shortcut === undefined ? null : <kbd className="ms-2 font-sans opacity-75">{shortcut}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
