import { useQuery } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultInterval } from '#shared/domain/calibration/index.ts';
import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { FormDialog } from '#renderer/components/FormDialog.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { SearchField } from '#renderer/components/SearchField.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { ProductCalibrationForm } from './ProductCalibrationForm.tsx';
import type { ProductOption } from './ProductCalibrationForm.tsx';

interface ProductsDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The one product that it is about; absent: all, to choose from. */
  readonly productId?: string | null;
}

/** What each product brings along for calibration, and the way to change it. */
export function ProductsDialog({ isOpen, onOpenChange, productId = null }: ProductsDialogProps) {
  const { t } = useTranslation('instruments');
  const products = useQuery(queries.instruments.products.queryOptions({ enabled: isOpen }));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const product = products.data?.find(({ id }) => id === (productId ?? chosenId));
  const close = (): void => {
    setChosenId(null);
    onOpenChange(false);
  };
  const leaveForm = (): void => {
    if (productId === null) setChosenId(null);
    else close();
  };
  return (
    <FormDialog isOpen={isOpen} onClose={close} title={product?.name ?? t('products.title')} size="large">
      {products.error ? <ErrorState error={products.error} onRetry={() => void products.refetch()} /> : null}
      {products.isPending ? <LoadingBlock lines={6} /> : null}
      {product && productId === null ? (
        <div className="-ms-2.5 mb-2">
          <Button size="small" variant="quiet" icon={<ChevronLeft aria-hidden className="flip-rtl size-4" />} onPress={() => { setChosenId(null); }}>
            {t('products.back')}
          </Button>
        </div>
      ) : null}
      {product ? <ProductCalibrationForm key={product.id} product={product} onSaved={close} onCancel={leaveForm} /> : <ProductList products={products.data ?? null} onChoose={setChosenId} />}
    </FormDialog>
  );
}

function ProductList({ products, onChoose }: { readonly products: readonly ProductOption[] | null; readonly onChoose: (id: string) => void }) {
  const { t } = useTranslation('instruments');
  const format = useFormat();
  const [search, setSearch] = useState('');
  if (products === null) return null;
  if (products.length === 0) return <p className="text-ink-2">{t('products.none')}</p>;
  const wanted = normaliseForSearch(search);
  const shown = products.filter(({ name, code }) => wanted === '' || normaliseForSearch(`${name} ${code ?? ''}`).includes(wanted));
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-ink-2">{t('products.description')}</p>
      <SearchField label={t('products.search')} value={search} onChange={setSearch} />
      {shown.length === 0 ? <p role="status" className="text-ink-2">{t('common:noMatch')}</p> : (
        <div className="max-h-[50vh] overflow-auto">
          <table className="w-full text-start">
            <thead className="text-sm text-ink-3">
              <tr>
                {(['product', 'type', 'interval', 'instruments'] as const).map((key) => (
                  <th key={key} scope="col" className={`py-1 font-medium ${key === 'instruments' ? 'text-end' : 'pe-3 text-start'}`}>
                    {t(`products.column.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((product) => {
                const usual = defaultInterval(product.instrumentType ?? 'other');
                return (
                  <tr key={product.id} className="border-t border-line">
                    <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                      <button type="button" className="text-start text-accent-strong underline underline-offset-2" onClick={() => { onChoose(product.id); }}>
                        <bdi>{product.name}</bdi>
                      </button>
                      {product.code === null ? null : <span className="block text-sm text-ink-3"><Isolate>{product.code}</Isolate></span>}
                    </th>
                    <td className="py-1.5 pe-3">{product.instrumentType === null ? <span className="text-ink-3">{t('field.typeNone')}</span> : t(`type.${product.instrumentType}`)}</td>
                    <td className="py-1.5 pe-3">
                      {product.intervalMonths === null ? <span className="text-ink-3">{t('field.intervalOfType', { count: usual.months })}</span> : t('products.monthsValue', { count: product.intervalMonths })}
                    </td>
                    <td className="py-1.5 text-end tabular-nums">{format.integer(product.instrumentCount)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
