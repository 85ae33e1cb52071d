import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DccCell, DccCellUncertainty } from '#shared/domain/calibration/index.ts';
import { isDecimal } from '#shared/domain/calibration/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';

interface CellWords {
  /** A value, or what stands in its place. */
  readonly value: (cell: DccCell) => string;
  /** U, u or an interval, without its name. */
  readonly uncertainty: (uncertainty: DccCellUncertainty) => string;
  /** What makes one comparable with another: its kind, its factor, its coverage. */
  readonly basis: (uncertainty: DccCellUncertainty) => string;
}

/** Numbers of a document for reading: every digit as written, in the digits that were chosen. */
export function useCellWords(): CellWords {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  return useMemo(() => {
    const number = (text: string): string => (isDecimal(text) ? decimalIn(format, text) : text);
    return {
      value: ({ text, label, at }) => [label, at, number(text)].filter((part) => part !== null && part !== '').join(' '),
      uncertainty: ({ value, interval }) => (interval === null ? number(value) : `[${number(interval.lower)}; ${number(interval.upper)}]`),
      basis: ({ kind, coverageFactor, coverageProbability, distribution }) =>
        [
          t(`uncertainty.${kind}`),
          ...(coverageFactor === null ? [] : [t('uncertainty.factor', { k: number(coverageFactor) })]),
          ...(coverageProbability === null || !isDecimal(coverageProbability) ? [] : [format.percent(Number(coverageProbability), Number(coverageProbability) > 0.99 ? 2 : 0)]),
          ...(distribution === null ? [] : [distribution]),
        ].join(', '),
    };
  }, [t, format]);
}
