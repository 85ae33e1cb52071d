import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { maximumFileBytes } from '#shared/contract/imports.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { FileDrop } from '#renderer/components/FileDrop.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { ProgressBar } from '#renderer/components/ProgressBar.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { NeededColumns } from './NeededColumns.tsx';
import { useImportErrorWords } from './use-import-words.ts';
import { cancelReading, startOver, takeFile, useWizard } from './wizard.ts';

const MEGABYTE = 1024 * 1024;
/** Workbooks can be chosen too: they are told apart and answered with the way out, instead of being greyed out without a word. */
const ACCEPTED = ['.csv', '.tsv', '.tab', '.txt', '.xlsx', '.xlsm', '.xls', '.ods', 'text/csv'];

export function FileStep() {
  const { t } = useTranslation('importWizard');
  const navigate = useNavigate();
  const errorWords = useImportErrorWords();
  const reading = useWizard((state) => state.reading);
  const inspection = useWizard((state) => state.inspection);
  const take = async (file: File): Promise<void> => {
    if (await takeFile(file)) void navigate('/import?step=columns');
  };
  const words = reading.status === 'failed' ? errorWords(reading.error) : null;
  return (
    <div className="flex flex-col gap-4">
      {reading.status === 'failed' && words !== null ? (
        <Banner tone="danger" isLive title={t('file.refused', { name: isolated(reading.fileName) })}>
          <p>{words.message}</p>
          <p>{words.remedy}</p>
        </Banner>
      ) : null}
      {inspection !== null && reading.status !== 'running' ? (
        <Banner
          tone="info"
          action={
            <>
              <LinkButton to="/import?step=columns" size="small">
                {t('file.continue')}
              </LinkButton>
              <Button size="small" variant="quiet" onPress={startOver}>
                {t('file.letGo')}
              </Button>
            </>
          }
        >
          {t('file.waiting', { name: isolated(inspection.fileName) })}
        </Banner>
      ) : null}
      {reading.status === 'running' ? (
        <div className="rounded-lg border border-line bg-surface px-5 py-6">
          <ProgressBar label={t('file.reading', { name: isolated(reading.fileName) })} done={0} total={0} onCancel={cancelReading} />
        </div>
      ) : (
        <FileDrop
          label={t('file.drop')}
          description={t('file.accepts', { size: maximumFileBytes / MEGABYTE })}
          buttonLabel={t('file.choose')}
          accept={ACCEPTED}
          onFile={(file) => void take(file)}
        />
      )}
      <NeededColumns />
    </div>
  );
}
