import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { labelStock, labelStocks } from '#shared/domain/calibration/index.ts';
import type { LabelContent } from '#shared/contract/instruments.ts';
import { languages } from '#shared/i18n/locale.ts';
import { usualDocumentLocale } from '#shared/i18n/locale.ts';
import { queries } from '#renderer/api.ts';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { usePreferences, useSetPreferences, useSettings } from '#renderer/state/preferences.ts';
import { localToday } from '#renderer/state/today.ts';
import { FittedPaper } from '../FittedPaper.tsx';
import { paperSizes } from '../paper.ts';
import { PrintActions } from '../PrintActions.tsx';
import { labelRoute, paperOfStock, readLabelIds } from './label-choice.ts';
import type { LabelChoice } from './label-choice.ts';
import { LabelPages } from './LabelPages.tsx';

const TENTHS = 10;

/** Labels for the instruments in the address, as they will stand on their sheets or come off their roll. */
export function LabelsPreview() {
  const { t } = useTranslation('labels');
  const [query] = useSearchParams();
  const ids = useMemo(() => [...readLabelIds(query)], [query]);
  const { data, error, refetch } = useQuery(queries.instruments.labels.queryOptions({ input: { ids }, enabled: ids.length > 0 }));
  if (ids.length === 0 || data?.length === 0) {
    return <EmptyState title={t('none.title')} actions={<LinkButton to="/instruments">{t('toInstruments')}</LinkButton>}>{t('none.body')}</EmptyState>;
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock lines={10} />;
  return <Preview labels={data} />;
}

function Preview({ labels }: { readonly labels: readonly LabelContent[] }) {
  const { t } = useTranslation('labels');
  const preferences = usePreferences();
  const setPreferences = useSetPreferences();
  const { organisation } = useSettings();
  const [language, setLanguage] = useState(preferences.language);
  const [firstPlace, setFirstPlace] = useState(0);
  const [hasCalibration, setHasCalibration] = useState(true);
  const stock = labelStock(preferences.labelStock);
  const choice: LabelChoice = {
    stock: stock.id, firstPlace, language, hasCalibration,
    offsetXTenths: Math.round(preferences.labelOffsetXMm * TENTHS), offsetYTenths: Math.round(preferences.labelOffsetYMm * TENTHS),
  };
  const [only] = labels;
  return (
    <div className="flex w-full flex-col gap-5">
      <PageHeader
        title={t('title', { count: labels.length })}
        parent={
          <LinkButton variant="text" to={labels.length === 1 && only ? `/instruments/${only.id}` : '/instruments'}>
            {labels.length === 1 && only ? t('toInstrument', { serial: only.serial }) : t('toInstruments')}
          </LinkButton>
        }
        description={t('description')}
        actions={
          <PrintActions
            route={labelRoute(labels.map(({ id }) => id), choice)}
            paper={paperOfStock(stock.id)}
            fileName={t('fileName', { name: labels.length === 1 && only ? only.serial : String(labels.length), day: localToday() })}
          />
        }
      />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="w-72 max-w-full">
          <Select
            label={t('stock.label')}
            options={labelStocks.map(({ id }) => ({ id, label: t(`stock.${id}`) }))}
            value={stock.id}
            onChange={(labelStockId) => {
              setFirstPlace(0);
              setPreferences.mutate({ labelStock: labelStockId });
            }}
          />
        </div>
        {stock.kind === 'sheet' ? (
          <div className="w-40">
            <NumberField
              label={t('first')}
              minValue={1}
              maxValue={stock.columns * stock.rows}
              value={firstPlace + 1}
              onChange={(value) => {
                setFirstPlace((value ?? 1) - 1);
              }}
            />
          </div>
        ) : null}
        <RadioGroup
          label={t('language')}
          look="segments"
          options={languages.map((id) => ({ id, label: t(`common:locale.languages.${id}`), lang: id }))}
          value={language}
          onChange={setLanguage}
        />
        <Checkbox isSelected={hasCalibration} onChange={setHasCalibration}>
          {t('withCalibration')}
        </Checkbox>
      </div>
      <details className="w-fit">
        <summary className="cursor-pointer text-sm text-ink-2">{t('offset.title')}</summary>
        <div className="mt-2 flex flex-wrap items-end gap-4">
          <div className="w-44">
            <NumberField label={t('offset.x')} minValue={-10} maxValue={10} step={0.1} value={preferences.labelOffsetXMm} onChange={(value) => {
              setPreferences.mutate({ labelOffsetXMm: value ?? 0 });
            }} />
          </div>
          <div className="w-44">
            <NumberField label={t('offset.y')} minValue={-10} maxValue={10} step={0.1} value={preferences.labelOffsetYMm} onChange={(value) => {
              setPreferences.mutate({ labelOffsetYMm: value ?? 0 });
            }} />
          </div>
          <p className="max-w-prose text-sm text-ink-2">{t('offset.how')}</p>
        </div>
      </details>
      <p className="max-w-prose text-sm text-ink-2">{t('dueNote')}</p>
      <section aria-label={t('sheets')}>
        <FittedPaper width={stock.paper === null ? stock.width : paperSizes[stock.paper].width}>
          <LocaleScope choice={usualDocumentLocale(language)} className="label-preview">
            <LabelPages labels={labels} choice={choice} company={organisation?.name ?? null} hasOutlines />
          </LocaleScope>
        </FittedPaper>
      </section>
    </div>
  );
}
