import { Label, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { fieldClass, inputClass, labelClass } from './field-styles.ts';
import { FieldWords, OptionalMark } from './FieldWords.tsx';
import type { FieldBase } from './FieldWords.tsx';

export interface TextAreaProps extends FieldBase {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}

export function TextArea({ label, description, error, isRequired = false, rows = 4, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} isRequired={isRequired} isInvalid={Boolean(error)} validationBehavior="aria" className={fieldClass}>
      <Label className={labelClass}>
        {label}
        <OptionalMark isRequired={isRequired} />
      </Label>
      <AriaTextArea rows={rows} dir="auto" className={`${inputClass} resize-y`} />
      <FieldWords description={description} error={error} />
    </AriaTextField>
  );
}
