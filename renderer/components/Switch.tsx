import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';

interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="flex min-h-7 items-center gap-2.5 data-disabled:opacity-50">
      {({ isSelected, isFocusVisible }) => (
        <>
          <span
            aria-hidden
            className={`flex h-5 w-9 shrink-0 items-center rounded-full border p-0.5 transition-colors ${
              isSelected ? 'justify-end border-accent bg-accent' : 'justify-start border-line-strong bg-sunken'
            } ${isFocusVisible ? 'outline-2 outline-offset-2 outline-focus' : ''}`}
          >
            <span className={`size-3.5 rounded-full ${isSelected ? 'bg-on-accent' : 'bg-line-strong'}`} />
          </span>
          {children}
        </>
      )}
    </AriaSwitch>
  );
}
