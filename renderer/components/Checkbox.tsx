import { clsx } from 'clsx';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import type { CheckboxRenderProps } from 'react-aria-components';

interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  /** Where there are no visible words. */
  readonly 'aria-label'?: string;
  readonly children?: ReactNode;
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={boxClass}>
      {(state) => (
        <>
          <Tick {...state} />
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

/** One of a CheckboxGroup. */
export function CheckboxItem({ value, children }: { readonly value: string; readonly children: ReactNode }) {
  return (
    <AriaCheckbox value={value} className={boxClass}>
      {(state) => (
        <>
          <Tick {...state} />
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

const boxClass = 'flex min-h-8 items-center gap-2 data-disabled:opacity-50';

function Tick({ isSelected, isIndeterminate, isFocusVisible }: Pick<CheckboxRenderProps, 'isSelected' | 'isIndeterminate' | 'isFocusVisible'>) {
  return (
    <span
      aria-hidden
      className={clsx(
        'flex size-4.5 shrink-0 items-center justify-center rounded-sm border',
        isSelected || isIndeterminate ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-raised',
        isFocusVisible && 'outline-2 outline-offset-2 outline-focus',
      )}
    >
      {isIndeterminate ? <Minus className="size-3.5" /> : isSelected ? <Check className="size-3.5" strokeWidth={3} /> : null}
    </span>
  );
}
