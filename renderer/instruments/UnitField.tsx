import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayUnit, toDsiUnit } from '#shared/domain/calibration/index.ts';
import { TextField } from '#renderer/components/TextField.tsx';
import type { TextFieldProps } from '#renderer/components/TextField.tsx';

interface UnitFieldProps extends Pick<TextFieldProps, 'label' | 'description' | 'error' | 'isRequired'> {
  /** D-SI text; empty: none chosen. */
  readonly value: string;
  readonly onChange: (dsi: string) => void;
}

/** A unit typed by its symbol (mm, µm, N·m, °C), kept in the notation that certificates are exchanged in. */
export function UnitField({ value, onChange, error, ...rest }: UnitFieldProps) {
  const { t } = useTranslation('instruments');
  const [typed, setTyped] = useState<string | null>(null);
  const isUnknown = typed !== null && typed.trim() !== '' && toDsiUnit(typed) === null;
  return (
    <TextField
      {...rest}
      isLatin
      maxLength={40}
      value={typed ?? displayUnit(value)}
      error={isUnknown ? t('unit.unknown') : (error ?? null)}
      onChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? '' : (toDsiUnit(text) ?? ''));
      }}
      onBlur={() => {
        if (!isUnknown) setTyped(null);
      }}
    />
  );
}
