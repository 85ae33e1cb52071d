import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/contract/imports.ts';
import { delimiters, encodings, readHeader } from '#shared/domain/importing/index.ts';
import type { Delimiter, Encoding } from '#shared/domain/importing/index.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { SampleTable } from './SampleTable.tsx';
import { useImportErrorWords } from './use-import-words.ts';
import { takeFile, useWizard } from './wizard.ts';

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const satisfies Record<Delimiter, string>;

/** How the file was read, with its first rows to look at, and the person's word against the guess. */
export function FileFacts({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  const errorWords = useImportErrorWords();
  const file = useWizard((state) => state.file);
  const reading = useWizard((state) => state.reading);
  const header = readHeader(inspection.columns.map(({ column }) => column.given));
  const encoding = encodings.find((known) => known === inspection.encoding) ?? null;
  const delimiter = delimiters.find((known) => known === inspection.delimiter) ?? null;
  const readAgain = (form: { readonly encoding?: Encoding; readonly delimiter?: Delimiter }): void => {
    if (file === null || encoding === null || delimiter === null) return;
    void takeFile(file, { encoding, delimiter, ...form });
  };
  const isReading = reading.status === 'running';
  const words = reading.status === 'failed' ? errorWords(reading.error) : null;
  return (
    <Section
      title={t('facts.title')}
      description={
        <p>
          {t('facts.file', { name: isolated(inspection.fileName), size: format.fileSize(inspection.sizeBytes) })}
          {' · '}
          {t('facts.rows', { count: inspection.rowCount })}
          {' · '}
          {t('facts.columns', { count: inspection.columns.length })}
        </p>
      }
    >
      <div className="flex flex-col gap-4">
        {inspection.importedBefore === null ? null : (
          <Banner tone="info">
            {t(`facts.before.${inspection.importedBefore.state}`, { when: format.instant(inspection.importedBefore.committedAt) })}
          </Banner>
        )}
        {words === null ? null : (
          <Banner tone="danger" isLive>
            {words.message} {words.remedy}
          </Banner>
        )}
        {header.ok && header.notes.length > 0 ? (
          <Banner tone="warn">
            <ul>
              {header.notes.map((note) => (
                <li key={note.letter}>{t(`importing:headers.${note.code}`, { letter: note.letter, given: isolated(note.given), name: isolated(note.name) })}</li>
              ))}
            </ul>
          </Banner>
        ) : null}
        <SampleTable inspection={inspection} />
        <div className="grid max-w-xl grid-cols-2 gap-4 max-sm:grid-cols-1">
          <Select
            label={t('facts.encoding')}
            options={encodings.map((id) => ({ id, label: t(`importing:encodings.${id}`) }))}
            value={encoding}
            onChange={(next) => { readAgain({ encoding: next }); }}
            isDisabled={isReading}
          />
          <Select
            label={t('facts.delimiter')}
            options={delimiters.map((id) => ({ id, label: t(`importing:delimiters.${DELIMITER_NAMES[id]}`) }))}
            value={delimiter}
            onChange={(next) => { readAgain({ delimiter: next }); }}
            isDisabled={isReading}
          />
        </div>
        <p className="-mt-2 text-sm text-ink-3">{t('facts.formWhy')}</p>
      </div>
    </Section>
  );
}
