import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';
import { fieldClass, inputClass, labelClass, optionClass, popoverClass } from './field-styles.ts';
import { FieldWords, OptionalMark } from './FieldWords.tsx';
import type { FieldBase } from './FieldWords.tsx';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
  readonly isDisabled?: boolean;
}

export interface SelectProps<Id extends string> extends FieldBase {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly placeholder?: string;
  /** The label is read out but not shown: for toolbars. */
  readonly isLabelHidden?: boolean;
}

export function Select<Id extends string>({
  label, description, error, isRequired = true, options, value, onChange, placeholder, isLabelHidden = false, ...rest
}: SelectProps<Id>) {
  return (
    <AriaSelect
      {...rest}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
      isRequired={isRequired}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={fieldClass}
    >
      {isLabelHidden ? null : (
        <Label className={labelClass}>
          {label}
          <OptionalMark isRequired={isRequired} />
        </Label>
      )}
      <Button className={`${inputClass} flex items-center gap-2 text-start`}>
        <SelectValue className="flex-1 truncate data-placeholder:text-ink-3">
          {({ isPlaceholder, defaultChildren, selectedText }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-2" />
      </Button>
      <FieldWords description={description} error={error} />
      <Popover offset={4} className={`${popoverClass} min-w-(--trigger-width)`}>
        <ListBox items={options} className="p-1 outline-none">
          {(option) => <SelectOption option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One line of a list to choose from, with its tick. */
export function SelectOption<Id extends string>({ option }: { readonly option: Option<Id> }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled ?? false} className={optionClass}>
      {({ isSelected }) => (
        <>
          <span className="flex min-w-0 flex-1 flex-col">
            <Text slot="label">{option.label}</Text>
            {option.description === undefined ? null : (
              <Text slot="description" className="text-sm font-normal text-ink-3">
                {option.description}
              </Text>
            )}
          </span>
          <Check aria-hidden className={isSelected ? 'size-4 shrink-0 text-accent' : 'invisible size-4 shrink-0'} />
        </>
      )}
    </ListBoxItem>
  );
}
