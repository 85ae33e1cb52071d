import { clsx } from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium';

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-line-strong bg-raised text-ink hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-hover',
  danger: 'border-transparent bg-danger text-on-danger hover:opacity-90',
};

/** The look of everything that is pressed; links that act as buttons share it. */
export const buttonClass = (variant: ButtonVariant, size: ButtonSize = 'medium', iconOnly = false): string =>
  clsx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none',
    'transition-colors duration-100 data-disabled:cursor-not-allowed data-disabled:opacity-45 data-pressed:translate-y-px',
    size === 'medium' ? 'min-h-9 text-base' : 'min-h-7 text-sm',
    iconOnly ? (size === 'medium' ? 'w-9' : 'w-7') : size === 'medium' ? 'px-3.5' : 'px-2.5',
    VARIANTS[variant],
  );
