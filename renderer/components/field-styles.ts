import { clsx } from 'clsx';

/** The look that all fields share: label above, hairline box, words below. */
export const fieldClass = 'group flex min-w-0 flex-col gap-1';
export const labelClass = 'text-sm font-medium text-ink';
const boxClass = clsx(
  'min-h-9 w-full min-w-0 rounded-md border border-line-strong bg-raised text-base text-ink',
  'group-data-invalid:border-danger data-disabled:opacity-55 data-readonly:bg-sunken',
);
export const inputClass = clsx(boxClass, 'px-2.5 py-1.5 placeholder:text-ink-3');
export const innerInputClass = 'min-w-0 flex-1 bg-transparent px-2.5 py-1.5 text-base text-ink outline-none placeholder:text-ink-3';
export const groupBoxClass = clsx(boxClass, 'flex items-center has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-focus');
export const popoverClass = clsx(
  'z-40 max-h-80 overflow-auto rounded-md border border-line bg-raised text-base text-ink shadow-float',
);
export const optionClass = clsx(
  'flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none select-none',
  'data-focused:bg-hover data-focus-visible:bg-hover data-selected:font-medium data-disabled:opacity-45',
);
