import { useMutation } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';
import { FileDown, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { printFailures } from '#shared/contract/desktop.ts';
import type { PrintFailure, PrintPaper } from '#shared/contract/desktop.ts';
import { desktop } from '#renderer/api.ts';
import type { DesktopClient } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { useCommand } from '#renderer/state/commands.ts';
import { toast } from '#renderer/state/toasts.ts';

const printFailed = z.object({ code: z.enum(printFailures) });

/** Why the desktop did not print; null where the failure is of another kind. */
function printFailureOf(error: unknown): PrintFailure | null {
  if (!(error instanceof ORPCError) || error.code !== 'PRINT_FAILED') return null;
  return printFailed.safeParse(error.data).data?.code ?? null;
}

interface PrintActionsProps {
  /** A route made for paper, with a query. */
  readonly route: string;
  readonly paper: PrintPaper;
  /** Of the PDF file, without its ending. */
  readonly fileName: string;
}

/** On the desktop: a PDF file and the printer. In a browser: a tab with the printed pages alone, which opens the browser's own print window. */
export function PrintActions(props: PrintActionsProps) {
  return desktop === null ? <BrowserActions {...props} /> : <DesktopActions {...props} desktop={desktop} />;
}

function BrowserActions({ route }: PrintActionsProps) {
  const { t } = useTranslation('report');
  const open = (): void => {
    window.open(`#${route}&then=print`, '_blank', 'noopener');
  };
  useCommand('print', open);
  return (
    <div className="flex flex-col items-end gap-1">
      <Button variant="primary" icon={<Printer aria-hidden className="size-4" />} onPress={open}>
        {t('preview.print')}
      </Button>
      <p className="max-w-80 text-end text-sm text-ink-2">{t('preview.pdfHint')}</p>
    </div>
  );
}

function DesktopActions({ route, paper, fileName, desktop: shell }: PrintActionsProps & { readonly desktop: DesktopClient }) {
  const { t } = useTranslation('report');
  const errorWords = useErrorWords();
  const wordsOf = (error: unknown): string => {
    const code = printFailureOf(error);
    return code === null ? errorWords(error) : t(`printFailed.${code}`);
  };
  const page = { route, paper };
  const suggestedName = fileName.slice(0, 120);
  const save = useMutation({
    mutationFn: () => shell.savePdf({ ...page, suggestedName }),
    onSuccess: ({ saved, fileName: savedAs }) => {
      if (saved) toast(t('preview.saved', { name: savedAs ?? suggestedName }), { label: t('preview.reveal'), run: async () => void (await shell.revealSaved()) });
    },
    onError: (error) => {
      toast(wordsOf(error), null, 'danger');
    },
  });
  const print = useMutation({
    mutationFn: () => shell.print(page),
    onError: (error) => {
      toast(wordsOf(error), null, 'danger');
    },
  });
  const isBusy = save.isPending || print.isPending;
  useCommand('print', () => {
    if (!isBusy) print.mutate();
  });
  return (
    <>
      <Button icon={<Printer aria-hidden className="size-4" />} isPending={print.isPending} isDisabled={save.isPending} onPress={() => {
        print.mutate();
      }}>
        {t('preview.print')}
      </Button>
      <Button variant="primary" icon={<FileDown aria-hidden className="size-4" />} isPending={save.isPending} isDisabled={print.isPending} onPress={() => {
        save.mutate();
      }}>
        {t('preview.savePdf')}
      </Button>
    </>
  );
}
