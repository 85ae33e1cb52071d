import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DccFinding } from '#shared/contract/dcc.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { groupedFindings } from './findings.ts';

const CODES = new Set([
  'unknown-element', 'missing-element', 'language-missing', 'columns-of-unequal-length', 'not-a-number', 'unreadable-number', 'missing-uncertainty',
  'standard-uncertainty-only', 'asymmetric-interval', 'coverage-factor-missing', 'unknown-ref-type', 'role-by-name', 'role-by-structure',
  'nominal-as-reference', 'several-columns-of-one-role', 'column-not-mapped', 'complex-not-mapped', 'nested-list-flattened', 'stage-by-name',
  'limits-basis-assumed', 'limit-in-another-unit', 'conformity-count', 'unknown-conformity', 'results-not-assigned', 'several-serials',
  'accreditation-body-unknown', 'no-results', 'invalid-base64', 'embedded-too-large', 'shortened', 'empty-text',
]);
const mostNamed = 4;

/** What to look at before relying on what was read, in plain words. */
export function Findings({ findings }: { readonly findings: readonly DccFinding[] }) {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  if (findings.length === 0) return <p className="text-ink-2">{t('findings.none')}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {groupedFindings(findings).map(({ code, count, subjects, line }) => {
        const shown = code === 'language-missing' ? subjects.map((tag) => format.languageName(tag)) : subjects.map(isolated);
        const named = shown.slice(0, mostNamed);
        const more = shown.length - named.length;
        return (
          <li key={code} className="flex gap-2">
            <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-warn" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {t(`finding.${CODES.has(code) ? code : 'other'}`, { count })}
              {named.length === 0 ? null : (
                <span className="text-ink-2">
                  {' '}
                  {more > 0 ? t('findings.named', { names: format.list(named), more }) : t('findings.namedAll', { names: format.list(named) })}
                </span>
              )}
              {line === null ? null : <span className="text-sm text-ink-3"> {t('findings.line', { line: format.digits(String(line)) })}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
