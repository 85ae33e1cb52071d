import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#renderer/components/TextField.tsx';
import type { TextFieldProps } from '#renderer/components/TextField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { decimalIn, readTypedDecimal } from './typed-decimal.ts';

interface DecimalFieldProps extends Pick<TextFieldProps, 'label' | 'description' | 'error' | 'isRequired' | 'autoFocus'> {
  /** As a certificate writes it; null: nothing. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A number of which every digit counts: typed in any script, kept as typed, trailing zeros included. */
export function DecimalField({ value, onChange, error, ...rest }: DecimalFieldProps) {
  const { t } = useTranslation('instruments');
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const reading = typed === null ? null : readTypedDecimal(typed);
  return (
    <TextField
      {...rest}
      isLatin
      value={typed ?? (value === null ? '' : decimalIn(format, value))}
      error={reading?.kind === 'ambiguous' ? t('decimal.ambiguous') : reading?.kind === 'wrong' ? t('decimal.wrong') : (error ?? null)}
      onChange={(text) => {
        setTyped(text);
        const read = readTypedDecimal(text);
        if (read.kind === 'number') onChange(read.text);
        else if (read.kind === 'empty') onChange(null);
      }}
      onBlur={() => {
        if (reading === null || reading.kind === 'number' || reading.kind === 'empty') setTyped(null);
      }}
    />
  );
}
