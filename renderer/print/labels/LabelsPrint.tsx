import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { LabelContent } from '#shared/contract/instruments.ts';
import { directionOf } from '#shared/i18n/locale.ts';
import { labelStock } from '#shared/domain/calibration/index.ts';
import { usualDocumentLocale } from '#shared/i18n/locale.ts';
import { api } from '#renderer/api.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { tellPrinter, useRuledSheet } from '../use-print-ready.ts';
import { paperSizes } from '../paper.ts';
import { paperOfStock, readLabelChoice, readLabelIds } from './label-choice.ts';
import type { LabelChoice } from './label-choice.ts';
import { LabelPages } from './LabelPages.tsx';

/** The labels and nothing else: what the hidden printing window loads, and a browser's new tab. `then=print` prints them at once. */
export function LabelsPrint() {
  const [query] = useSearchParams();
  const ids = useMemo(() => readLabelIds(query), [query]);
  const choice = useMemo(() => readLabelChoice(query), [query]);
  const { data, error, refetch } = useQuery({
    queryKey: ['labels-print', ...ids],
    queryFn: async () => ({ labels: await api.instruments.labels({ ids: [...ids] }), settings: await api.settings.get() }),
  });
  useEffect(() => {
    if (error) tellPrinter('error');
  }, [error]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <LocaleScope choice={usualDocumentLocale(choice.language)}>
      <Sheets labels={data.labels} choice={choice} company={data.settings.organisation?.name ?? null} printsItself={query.get('then') === 'print'} />
    </LocaleScope>
  );
}

interface SheetsProps {
  readonly labels: readonly LabelContent[];
  readonly choice: LabelChoice;
  readonly company: string | null;
  readonly printsItself: boolean;
}

function Sheets({ labels, choice, company, printsItself }: SheetsProps) {
  const { t } = useTranslation('labels');
  const stock = labelStock(choice.stock);
  const size = stock.paper === null ? { width: stock.width, height: stock.height } : paperSizes[stock.paper];
  const onReady = useCallback(() => {
    if (printsItself) print();
  }, [printsItself]);
  useRuledSheet(
    { language: choice.language, direction: directionOf(choice.language), paper: paperOfStock(choice.stock), rule: `@page { size: ${size.width}mm ${size.height}mm; margin: 0; }` },
    t('documentTitle', { count: labels.length }), onReady,
  );
  return (
    <main>
      <LabelPages labels={labels} choice={choice} company={company} />
    </main>
  );
}
