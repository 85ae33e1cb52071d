import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { buttonClass } from './button-styles.ts';
import type { ButtonSize, ButtonVariant } from './button-styles.ts';

interface LinkButtonProps {
  /** Route of the app. */
  readonly to: string;
  /** `text`: a link in running text. */
  readonly variant?: ButtonVariant | 'text';
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** Goes somewhere (a link to assistive technology), with the look of a button or of a link in text. */
export function LinkButton({ to, variant = 'secondary', size = 'medium', icon, children }: LinkButtonProps) {
  return (
    <Link
      to={to}
      className={
        variant === 'text'
          ? clsx('inline-flex min-h-6 items-center gap-1 font-medium text-accent underline decoration-1 underline-offset-3 hover:text-accent-strong')
          : buttonClass(variant, size)
      }
    >
      {icon}
      {children}
    </Link>
  );
}
