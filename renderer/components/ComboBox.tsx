import { ChevronDown } from 'lucide-react';
import { Button, ComboBox as AriaComboBox, Group, Input, Label, ListBox, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { fieldClass, groupBoxClass, innerInputClass, labelClass, popoverClass } from './field-styles.ts';
import { FieldWords, OptionalMark } from './FieldWords.tsx';
import type { FieldBase } from './FieldWords.tsx';
import { SelectOption } from './Select.tsx';
import type { Option } from './Select.tsx';

export interface ComboBoxProps<Id extends string> extends FieldBase {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
  readonly placeholder?: string;
}

/** A select that is typed into, for long lists (countries, time zones). */
export function ComboBox<Id extends string>({ label, description, error, isRequired = false, options, value, onChange, placeholder, ...rest }: ComboBoxProps<Id>) {
  const { t } = useTranslation('common');
  return (
    <AriaComboBox
      {...rest}
      defaultItems={options}
      value={value}
      onChange={(key) => {
        onChange(options.find(({ id }) => id === key)?.id ?? null);
      }}
      allowsEmptyCollection
      menuTrigger="input"
      isRequired={isRequired}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={fieldClass}
    >
      <Label className={labelClass}>
        {label}
        <OptionalMark isRequired={isRequired} />
      </Label>
      <Group className={groupBoxClass}>
        <Input className={innerInputClass} {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className="flex min-h-8 w-8 items-center justify-center text-ink-2">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldWords description={description} error={error} />
      <Popover offset={4} className={`${popoverClass} min-w-(--trigger-width)`}>
        <ListBox<Option<Id>> className="p-1 outline-none" renderEmptyState={() => <p className="px-2 py-1.5 text-sm text-ink-3">{t('noMatch')}</p>}>
          {(option) => <SelectOption option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
