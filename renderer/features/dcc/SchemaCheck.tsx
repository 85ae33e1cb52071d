import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DccReport } from '#shared/contract/dcc.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { numbered } from './numbered.ts';

const mostShown = 20;
const PROBLEMS = new Set(['none-given', 'schema-missing', 'schema-broken', 'too-large', 'timed-out', 'unreadable']);

/** Whether the file keeps to the official schema, as far as it was given to us. */
export function SchemaCheck({ schemaFindings, schemaProblem }: Pick<DccReport, 'schemaFindings' | 'schemaProblem'>) {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  if (schemaFindings === null) {
    const code = schemaProblem?.code ?? 'none-given';
    const detail = schemaProblem?.params['names'] ?? schemaProblem?.params['detail'];
    return (
      <div className="flex gap-2">
        <CircleHelp aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" />
        <div className="min-w-0">
          <p>{t(`schema.problem.${PROBLEMS.has(code) ? code : 'unreadable'}`)}</p>
          {detail === undefined ? null : <p className="text-sm text-ink-2"><Isolate>{String(detail)}</Isolate></p>}
          {code === 'none-given' || code === 'schema-missing' || code === 'schema-broken' ? (
            <LinkButton variant="text" to="/settings?section=schemas">
              {t('schema.give')}
            </LinkButton>
          ) : null}
        </div>
      </div>
    );
  }
  if (schemaFindings.length === 0) {
    return (
      <p className="flex gap-2">
        <CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-accent" />
        {t('schema.valid')}
      </p>
    );
  }
  return (
    <div className="flex gap-2">
      <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-warn" />
      <div className="min-w-0">
        <p>{t('schema.invalid', { count: schemaFindings.length })}</p>
        <ul className="mt-1 flex flex-col gap-1 text-sm">
          {numbered(schemaFindings.slice(0, mostShown)).map(({ number, part: { line, message } }) => (
            <li key={number} className="min-w-0">
              {line === null ? null : <span className="text-ink-3">{t('findings.line', { line: format.digits(String(line)) })} </span>}
              <bdi lang="en" dir="ltr" className="[overflow-wrap:anywhere]">{message}</bdi>
            </li>
          ))}
        </ul>
        {schemaFindings.length > mostShown ? <p className="text-sm text-ink-2">{t('schema.more', { count: schemaFindings.length - mostShown })}</p> : null}
      </div>
    </div>
  );
}
