import { Download, FileLock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DccReport } from '#shared/contract/dcc.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useDocumentFrame } from './view/document-frame.ts';

type Embedded = DccReport['embedded'][number];

/** A file that lies inside the certificate. It is saved, and never opened here: nobody knows what it holds. */
export function EmbeddedFile({ file: { index, name, mediaType, sizeBytes, isReadable } }: { readonly file: Embedded }) {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  const { onSave } = useDocumentFrame();
  const shown = name === '' ? t('embedded.nameless', { number: format.integer(index + 1) }) : name;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <FileLock aria-hidden className="size-4.5 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1 basis-48">
        <bdi className="font-medium [overflow-wrap:anywhere]">{shown}</bdi>
        <span className="block text-sm text-ink-3">
          <bdi>{mediaType === '' ? t('embedded.kindUnknown') : mediaType}</bdi> · {isReadable ? format.fileSize(sizeBytes) : t('embedded.unreadable')}
        </span>
      </span>
      {onSave === null || !isReadable ? null : (
        <Button
          size="small"
          icon={<Download aria-hidden className="size-4" />}
          aria-label={t('embedded.saveNamed', { name: shown })}
          onPress={() => {
            onSave(index);
          }}
        >
          {t('embedded.save')}
        </Button>
      )}
    </div>
  );
}

/** All of them under each other. */
export function EmbeddedFiles({ files }: { readonly files: readonly Embedded[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {files.map((file) => (
        <li key={file.index}>
          <EmbeddedFile file={file} />
        </li>
      ))}
    </ul>
  );
}
