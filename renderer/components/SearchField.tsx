import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Group, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { groupBoxClass, innerInputClass } from './field-styles.ts';

interface SearchFieldProps {
  /** Read out; the placeholder shows it. */
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Esc empties it. */
export function SearchField({ label, placeholder, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className="group/search min-w-0">
      <Group className={groupBoxClass}>
        <Search aria-hidden className="ms-2.5 size-4 shrink-0 text-ink-3" />
        <Input
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          placeholder={placeholder ?? label}
          dir="auto"
          className={`${innerInputClass} ps-2 rtl:placeholder:text-right [&::-webkit-search-cancel-button]:hidden`}
        />
        <Button className="flex min-h-8 w-8 items-center justify-center text-ink-2 group-data-empty/search:invisible hover:text-ink">
          <X aria-hidden className="size-4" />
        </Button>
      </Group>
    </AriaSearchField>
  );
}
