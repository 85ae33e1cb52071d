import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { ImportResult, Inspection } from '#shared/contract/imports.ts';
import type { Template } from '#shared/domain/importing/index.ts';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { CountsTable } from './CountsTable.tsx';
import { ProblemDownload } from './ProblemDownload.tsx';
import { startOver } from './wizard.ts';

interface DoneStepProps {
  readonly inspection: Inspection;
  readonly template: Template;
  readonly result: ImportResult;
  /** Asks whether to take this batch back. */
  readonly onUndo: (batchId: string) => void;
}

/** What came in, and where to go with it. */
export function DoneStep({ inspection, template, result, onUndo }: DoneStepProps) {
  const { t } = useTranslation('importWizard');
  const navigate = useNavigate();
  const imports = useQuery(queries.imports.list.queryOptions());
  const { batchId, counts, rowsRead, rowsRejected, scored } = result;
  const isUndone = imports.data?.some(({ id, state }) => id === batchId && state === 'undone') ?? false;
  const title = isUndone ? t('done.undone') : batchId === null ? t('done.nothingNew') : t('done.title');
  return (
    <Section title={title} description={t('done.file', { name: isolated(inspection.fileName), count: rowsRead - rowsRejected })}>
      <div className="flex flex-col gap-4">
        {isUndone ? null : <CountsTable counts={counts} />}
        {rowsRejected > 0 && !isUndone ? (
          <Banner tone="warn" action={<ProblemDownload inspection={inspection} template={template} />}>
            {t('done.rejected', { count: rowsRejected })}
          </Banner>
        ) : null}
        {scored || isUndone ? null : <Banner tone="info">{t('done.notScored')}</Banner>}
        <div className="flex flex-wrap gap-2">
          {isUndone ? null : (
            <LinkButton to="/clients" variant="primary">
              {t('done.seeClients')}
            </LinkButton>
          )}
          <Button
            onPress={() => {
              startOver();
              void navigate('/import');
            }}
          >
            {t('done.another')}
          </Button>
          {batchId === null || isUndone ? null : (
            <Button variant="quiet" onPress={() => { onUndo(batchId); }}>
              {t('undo.button')}
            </Button>
          )}
        </div>
      </div>
    </Section>
  );
}
