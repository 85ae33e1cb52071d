import type { HTMLInputAutoCompleteAttribute, KeyboardEventHandler, Ref } from 'react';
import { Input, Label, TextField as AriaTextField } from 'react-aria-components';
import { fieldClass, inputClass, labelClass } from './field-styles.ts';
import { FieldWords, OptionalMark } from './FieldWords.tsx';
import type { FieldBase } from './FieldWords.tsx';

export interface TextFieldProps extends FieldBase {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'tel' | 'url';
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Serials, phones, addresses: left to right in either language. */
  readonly isLatin?: boolean;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField({
  label, description, error, isRequired = false, placeholder, isLatin = false, type = 'text', autoComplete = 'off', inputRef, onKeyDown, ...rest
}: TextFieldProps) {
  return (
    <AriaTextField {...rest} type={type} autoComplete={autoComplete} isRequired={isRequired} isInvalid={Boolean(error)} validationBehavior="aria" className={fieldClass}>
      <Label className={labelClass}>
        {label}
        <OptionalMark isRequired={isRequired} />
      </Label>
      <Input
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
        {...(placeholder === undefined ? {} : { placeholder })}
        dir={isLatin ? 'ltr' : 'auto'}
        className={isLatin ? `${inputClass} rtl:text-end` : inputClass}
      />
      <FieldWords description={description} error={error} />
    </AriaTextField>
  );
}
