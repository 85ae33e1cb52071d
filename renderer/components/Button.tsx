import { LoaderCircle } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import { buttonClass } from './button-styles.ts';
import type { ButtonSize, ButtonVariant } from './button-styles.ts';

export interface ButtonProps extends Pick<
  AriaButtonProps,
  'onPress' | 'type' | 'autoFocus' | 'form' | 'aria-label' | 'aria-describedby' | 'aria-expanded' | 'aria-controls' | 'aria-haspopup' | 'id' | 'slot'
> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly isDisabled?: boolean;
  /** Work is under way: stays focusable, cannot be pressed again. */
  readonly isPending?: boolean;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ variant = 'secondary', size = 'medium', icon, children, isDisabled = false, isPending = false, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isDisabled={isDisabled} isPending={isPending} className={buttonClass(variant, size)}>
      {isPending ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </AriaButton>
  );
}
