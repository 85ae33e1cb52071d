import { clsx } from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
/** `large` for whoever stands before the screen: a client at a stand. */
export type ButtonSize = 'small' | 'medium' | 'large';

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-line-strong bg-raised text-ink hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-hover',
  danger: 'border-transparent bg-danger text-on-danger hover:opacity-90',
};

const SIZES: Readonly<Record<ButtonSize, { readonly all: string; readonly icon: string; readonly words: string }>> = {
  small: { all: 'min-h-7 text-sm whitespace-nowrap', icon: 'w-7', words: 'px-2.5' },
  medium: { all: 'min-h-9 text-base whitespace-nowrap', icon: 'w-9', words: 'px-3.5' },
  large: { all: 'min-h-13 text-lg', icon: 'w-13', words: 'px-6' },
};

/** The look of everything that is pressed; links that act as buttons share it. */
export const buttonClass = (variant: ButtonVariant, size: ButtonSize = 'medium', iconOnly = false): string =>
  clsx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium select-none',
    'transition-colors duration-100 data-disabled:cursor-not-allowed data-disabled:opacity-45 data-pressed:translate-y-px',
    SIZES[size].all,
    iconOnly ? SIZES[size].icon : SIZES[size].words,
    VARIANTS[variant],
  );
