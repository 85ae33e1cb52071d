import { Download } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '#shared/contract/imports.ts';
import type { Template } from '#shared/domain/importing/index.ts';
import { windowLanguageOf } from '#shared/i18n/locale.ts';
import { api } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { toast } from '#renderer/state/toasts.ts';
import { saveText } from '#renderer/components/save-file.ts';
import { useImportErrorWords } from './use-import-words.ts';

interface ProblemDownloadProps {
  readonly inspection: Inspection;
  readonly template: Template;
}

/** The rejected rows as a table, with what is wrong in words: mended there, it is imported like any other. */
export function ProblemDownload({ inspection, template }: ProblemDownloadProps) {
  const { t } = useTranslation('importWizard');
  const { choice } = useFormat();
  const errorWords = useImportErrorWords();
  const file = useMutation({
    mutationFn: () => api.imports.problemsCsv({ uploadId: inspection.uploadId, template, language: windowLanguageOf(choice.language) }),
    onSuccess: ({ fileName, csv, rowsLeftOut }) => {
      saveText(fileName, csv, 'text/csv');
      if (rowsLeftOut > 0) toast(t('findings.leftOut', { count: rowsLeftOut }));
    },
    onError: (error) => {
      const { message, remedy } = errorWords(error);
      toast(`${message} ${remedy}`, null, 'danger');
    },
  });
  return (
    <Button
      size="small"
      icon={<Download aria-hidden className="size-4" />}
      isPending={file.isPending}
      onPress={() => {
        file.mutate();
      }}
    >
      {t('findings.download')}
    </Button>
  );
}
