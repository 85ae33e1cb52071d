import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { bringToTop } from '#renderer/components/bring-to-top.ts';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { FileDrop } from '#renderer/components/FileDrop.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { problemsOf } from '#renderer/records/field-problems.ts';
import { isolated } from '#renderer/records/isolate.ts';
import { useUndo } from '#renderer/records/use-undo.ts';
import { toast } from '#renderer/state/toasts.ts';

const filePlace = /^files\.(\d+)$/u;
const mostAtOnce = 50;

/** The official schemas, as far as a person gave them: their licence keeps them out of what we ship. */
export function SchemasSection() {
  const { t } = useTranslation('dcc');
  const errorWords = useErrorWords();
  const client = useQueryClient();
  const undo = useUndo();
  const [params] = useSearchParams();
  const place = useRef<HTMLDivElement>(null);
  const schemas = useQuery(queries.dcc.schemas.queryOptions());
  const isAskedFor = params.get('section') === 'schemas' && !schemas.isPending;
  useEffect(() => {
    if (isAskedFor && place.current) bringToTop(place.current);
  }, [isAskedFor]);
  const add = useMutation({
    mutationFn: (files: readonly File[]) => api.dcc.addSchemas({ files: files.slice(0, mostAtOnce) }),
    onSuccess: ({ added }) => {
      toast(t('schemas.added', { count: added }));
    },
  });
  const remove = useMutation({
    mutationFn: ({ id }: { readonly id: string; readonly fileName: string }) => api.dcc.removeSchemas({ ids: [id] }),
    onSuccess: async ({ ids }, { fileName }) => {
      await client.invalidateQueries();
      undo(t('schemas.removed', { name: isolated(fileName) }), () => api.dcc.restoreSchemas({ ids }));
    },
    onError: (error) => {
      toast(errorWords(error), null, 'danger');
    },
  });
  const wrong = problemsOf(add.error).flatMap(({ field, code }) => {
    const name = add.variables?.[Number(filePlace.exec(field)?.[1] ?? Number.NaN)]?.name;
    return name === undefined ? [] : [t(`schemas.problem.${code === 'too-large' ? 'too-large' : 'not-a-schema'}`, { name: isolated(name) })];
  });
  const rows = schemas.data ?? [];
  return (
    <div ref={place}>
      <Section title={t('schemas.title')} description={t('schemas.why')}>
        <div className="flex flex-col gap-4">
          {schemas.isPending ? <LoadingBlock lines={2} /> : null}
          {schemas.error ? <ErrorState error={schemas.error} onRetry={() => void schemas.refetch()} /> : null}
          {schemas.data && rows.length === 0 ? <p className="text-ink-2">{t('schemas.none')}</p> : null}
          {rows.length === 0 ? null : (
            <ul className="divide-y divide-line">
              {rows.map(({ id, fileName, namespace, version }) => (
                <li key={id} className="flex items-center gap-4 py-1.5">
                  <span className="min-w-0 flex-1">
                    <span className="font-medium"><Isolate>{fileName}</Isolate></span>
                    <span className="block text-sm text-ink-3">
                      {namespace === null ? t('schemas.noNamespace') : <Isolate>{namespace}</Isolate>}
                      {version === null ? null : <> · {t('schemas.version')} <Isolate>{version}</Isolate></>}
                    </span>
                  </span>
                  <IconButton
                    label={t('schemas.remove', { name: fileName })}
                    icon={<Trash2 aria-hidden className="size-4" />}
                    onPress={() => {
                      remove.mutate({ id, fileName });
                    }}
                  />
                </li>
              ))}
            </ul>
          )}
          {add.error ? (
            <Banner tone="danger" isLive {...(wrong.length === 0 ? {} : { title: t('schemas.notTaken') })}>
              {wrong.length === 0 ? errorWords(add.error) : <ul>{wrong.map((words) => <li key={words}>{words}</li>)}</ul>}
            </Banner>
          ) : null}
          <FileDrop
            label={t('schemas.drop')}
            description={t('schemas.where')}
            buttonLabel={t('schemas.choose')}
            accept={['.xsd']}
            isDisabled={add.isPending}
            onFiles={(files) => {
              add.mutate(files);
            }}
          />
        </div>
      </Section>
    </div>
  );
}
