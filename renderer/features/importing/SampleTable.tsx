import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/contract/imports.ts';

const ROWS = 5;

/** The first rows as they were read: wrong letters or cells run together are seen at a glance. */
export function SampleTable({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('importWizard');
  const rows = inspection.sample.slice(0, ROWS).map((cells, place) => ({ place, cells }));
  return (
    // In the order of the keys, so that the columns beyond the edge can be reached without a mouse.
    <div role="region" aria-label={t('facts.sample')} tabIndex={0} className="overflow-x-auto rounded-lg border border-line bg-surface">
      <table className="w-max min-w-full text-sm">
        <caption className="sr-only">{t('facts.sample')}</caption>
        <thead className="bg-sunken text-ink-2">
          <tr>
            {inspection.columns.map(({ column }) => (
              <th key={column.index} scope="col" className="max-w-56 border-b border-line px-3 py-1.5 text-start font-medium">
                <bdi className="block truncate" title={column.name}>
                  {column.name}
                </bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ place: at, cells }) => (
            <tr key={at} className="border-b border-line/70 last:border-0">
              {inspection.columns.map(({ column }, place) => (
                <td key={column.index} className="max-w-56 px-3 py-1.5">
                  <bdi className="block truncate" title={cells[place]}>
                    {cells[place]}
                  </bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
