import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { DccRefusal } from '#renderer/instruments/dcc-tray.ts';
import { isolated } from '#renderer/records/isolate.ts';

const CODES = new Set([
  'not-xml', 'doctype', 'entity', 'unknown-encoding', 'too-large', 'too-deep', 'too-many-elements', 'too-many-attributes', 'too-many-points',
  'too-heavy', 'not-a-dcc', 'unsupported-dialect', 'unsupported-version', 'missing-required', 'unfit',
]);
const MEBIBYTE = 1024 * 1024;
const counted = new Set(['limit', 'count']);

export interface RefusalWords {
  readonly message: string;
  readonly remedy: string;
}

/** What is wrong with a file that is not taken, and what to do about it. */
export function useRefusalWords(): (refusal: DccRefusal) => RefusalWords {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  return useCallback(
    ({ code, params }) => {
      const isSize = code === 'too-large';
      const values = Object.fromEntries(
        Object.entries(params).map(([key, value]) => {
          if (typeof value === 'string') return [key, value.trim() === '' ? '–' : isolated(value)];
          if (isSize) return [key, format.number(value / MEBIBYTE, 1)];
          return [key, counted.has(key) ? format.integer(value) : format.digits(String(value))];
        }),
      );
      const known = CODES.has(code) ? code : 'other';
      return { message: t(`refused.${known}.message`, values), remedy: t(`refused.${known}.remedy`, values) };
    },
    [t, format],
  );
}
