import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoreStatus } from '#shared/contract/system.ts';
import { api } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { Logo } from '#renderer/components/Logo.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

type Refusal = Extract<StoreStatus, { state: 'refused' }>;

const CODES = new Set(['STORE_FROM_FUTURE', 'STORE_BROKEN', 'STORE_LOCKED_BY_KEY', 'STORE_MIGRATION_CHANGED', 'STORE_MIGRATION_FAILED', 'STORE_BACKUP_FAILED']);
/** Where an older copy of the data helps; a newer file needs a newer app, a locked one its passphrase. */
const RESTORABLE = new Set(['STORE_BROKEN', 'STORE_MIGRATION_FAILED', 'STORE_MIGRATION_CHANGED']);

/** The store could not be opened: what that means, what is safe, and what can be done now. */
export function StoreRefused({ status }: { readonly status: Refusal }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const errorWords = useErrorWords();
  const [chosen, setChosen] = useState<string | null>(status.backups[0]?.name ?? null);
  const restore = useMutation({ mutationFn: (name: string) => api.system.restoreBackup({ name }) });
  const code = CODES.has(status.code) ? status.code : 'STORE_BROKEN';
  const canRestore = RESTORABLE.has(code) && status.backups.length > 0;
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-5 px-6 py-12">
      <Logo className="size-10" />
      <h1 className="text-2xl font-semibold">{t(`refused.${code}.title`)}</h1>
      <p className="text-lg text-ink-2">{t(`refused.${code}.body`)}</p>
      <KeyValueList
        items={[
          { key: 'file', label: t('refused.file'), value: <Isolate>{status.file}</Isolate> },
          { key: 'version', label: t('refused.version'), value: <Isolate>{status.appVersion}</Isolate> },
        ]}
      />
      {canRestore ? (
        <>
          <RadioGroup
            label={t('refused.backups')}
            description={t('refused.restoreNote')}
            look="rows"
            options={status.backups.map(({ name, madeAt, sizeBytes }) => ({ id: name, label: format.instant(madeAt), description: format.fileSize(sizeBytes) }))}
            value={chosen}
            onChange={setChosen}
          />
          {restore.error ? <Banner tone="danger" isLive>{errorWords(restore.error)}</Banner> : null}
        </>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {canRestore ? (
          <Button
            variant="primary"
            isPending={restore.isPending}
            isDisabled={chosen === null}
            onPress={() => {
              if (chosen !== null) restore.mutate(chosen);
            }}
          >
            {t('refused.restore')}
          </Button>
        ) : null}
        <Button
          onPress={() => {
            location.reload();
          }}
        >
          {t('refused.again')}
        </Button>
      </div>
    </main>
  );
}
