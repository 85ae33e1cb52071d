import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps, Placement } from 'react-aria-components';
import { buttonClass } from './button-styles.ts';
import type { ButtonSize, ButtonVariant } from './button-styles.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Pick<AriaButtonProps, 'onPress' | 'isDisabled' | 'slot' | 'aria-expanded' | 'aria-haspopup' | 'excludeFromTabOrder'> {
  /** Read out, and shown as the tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly icon: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly tooltipPlacement?: Placement;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, shortcut, icon, variant = 'quiet', size = 'medium', tooltipPlacement = 'bottom', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} placement={tooltipPlacement}>
      <AriaButton {...rest} aria-label={label} className={buttonClass(variant, size, true)}>
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
