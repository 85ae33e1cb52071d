import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fieldsOfKind, importKinds } from '#shared/domain/importing/index.ts';
import type { ImportKind } from '#shared/domain/importing/index.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { saveText } from '#renderer/components/save-file.ts';
import { useFieldName } from './use-import-words.ts';

/** What a table can hold, before one is chosen; with an empty table for each kind, whose columns are found by themselves later. */
export function NeededColumns() {
  const { t } = useTranslation('importWizard');
  return (
    <details className="group rounded-lg border border-line bg-surface px-5 py-3">
      <summary className="cursor-pointer font-medium">{t('needed.title')}</summary>
      <p className="mt-2 max-w-prose text-sm text-ink-2">{t('needed.lead')}</p>
      <dl className="mt-3 grid gap-x-8 gap-y-4 md:grid-cols-2 2xl:grid-cols-4">
        {importKinds.map((kind) => (
          <NeededOfKind key={kind} kind={kind} />
        ))}
      </dl>
    </details>
  );
}

function NeededOfKind({ kind }: { readonly kind: ImportKind }) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  const fieldName = useFieldName();
  const fields = fieldsOfKind(kind);
  const needed = fields
    .filter((field) => field.requiredFor.includes(kind))
    // A client by code or by name is one need, told once.
    .filter((field) => field.orElse === null || !field.key.endsWith('.name'))
    .map((field) => (field.orElse === null ? fieldName(field.key) : format.list([fieldName(field.key), fieldName(field.orElse)], 'disjunction')));
  const others = fields.filter((field) => !field.requiredFor.includes(kind)).map((field) => fieldName(field.key));
  const download = (): void => {
    saveText(`${t(`needed.fileName.${kind}`)}.csv`, `\uFEFF${fields.map((field) => fieldName(field.key)).join(',')}\r\n`, 'text/csv');
  };
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <dt className="font-semibold">{t(`importing:kinds.${kind}`)}</dt>
      <dd className="text-sm">
        <p>
          <span className="text-ink-3">{t('needed.must')} </span>
          {format.list(needed)}
        </p>
        <p className="mt-1 text-ink-2">
          <span className="text-ink-3">{t('needed.may')} </span>
          {format.list(others)}
        </p>
      </dd>
      <dd className="mt-auto pt-1">
        <Button size="small" icon={<Download aria-hidden className="size-4" />} onPress={download}>
          {t('needed.download')}
        </Button>
      </dd>
    </div>
  );
}
