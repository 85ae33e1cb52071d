import { useTranslation } from 'react-i18next';
import type { ImportCounts } from '#shared/contract/imports.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { countsOf, toldEntities } from './counts.ts';

const ways = ['created', 'changed', 'unchanged'] as const;

/** What is new, changed and already so, entity by entity. */
export function CountsTable({ counts }: { readonly counts: ImportCounts }) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  return (
    <table className="w-full max-w-xl">
      <caption className="sr-only">{t('counts.caption')}</caption>
      <thead className="text-sm text-ink-3">
        <tr className="border-b border-line">
          <th scope="col">
            <span className="sr-only">{t('counts.record')}</span>
          </th>
          {ways.map((way) => (
            <th key={way} scope="col" className="py-1 ps-4 text-end font-medium">
              {t(`counts.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {toldEntities(counts).map((entity) => (
          <tr key={entity} className="border-b border-line/70 last:border-0">
            <th scope="row" className="py-1.5 text-start font-medium">
              {t(`counts.entities.${entity}`)}
            </th>
            {ways.map((way) => (
              <td key={way} className={`py-1.5 ps-4 text-end ${countsOf(counts, entity)[way] === 0 ? 'text-ink-3' : way === 'created' ? 'font-semibold text-ink' : 'text-ink'}`}>
                {format.integer(countsOf(counts, entity)[way])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
