import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, Label, NumberField as AriaNumberField } from 'react-aria-components';
import { fieldClass, groupBoxClass, innerInputClass, labelClass } from './field-styles.ts';
import { FieldWords, OptionalMark } from './FieldWords.tsx';
import type { FieldBase } from './FieldWords.tsx';
import { useAnyDigits } from './use-any-digits.ts';

export interface NumberFieldProps extends FieldBase {
  /** null: empty. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly step?: number;
  readonly formatOptions?: Intl.NumberFormatOptions;
}

/** Any digit script is understood; the chosen one is shown. */
export function NumberField({ label, description, error, isRequired = true, value, onChange, ...rest }: NumberFieldProps) {
  const ref = useAnyDigits<HTMLDivElement>();
  const stepClass = 'flex h-full min-h-8 w-8 items-center justify-center text-ink-2 hover:bg-hover data-disabled:opacity-35';
  return (
    <AriaNumberField
      {...rest}
      value={value ?? Number.NaN}
      onChange={(next) => {
        onChange(Number.isNaN(next) ? null : next);
      }}
      isRequired={isRequired}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={fieldClass}
    >
      <Label className={labelClass}>
        {label}
        <OptionalMark isRequired={isRequired} />
      </Label>
      <Group ref={ref} className={groupBoxClass}>
        <Input className={innerInputClass} />
        <Button slot="decrement" className={stepClass}>
          <Minus aria-hidden className="size-4" />
        </Button>
        <Button slot="increment" className={`${stepClass} rounded-e-md border-s border-line`}>
          <Plus aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldWords description={description} error={error} />
    </AriaNumberField>
  );
}
