import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { relationshipKind } from '#shared/domain/relationship/index.ts';
import type { RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useRecords } from './records-context.ts';
import { useRelationshipWords } from './relationship-words.ts';
import { RelationshipDialog } from './RelationshipDialog.tsx';
import { useRemoveRelationship } from './use-remove-relationship.ts';

/** One relationship record with all its fields, and what can be done with it. */
export function RelationshipView({ kind, id, onGone }: { readonly kind: RelationshipKindKey; readonly id: string; readonly onGone: () => void }) {
  const { t } = useTranslation('relationship');
  const format = useFormat();
  const words = useRelationshipWords();
  const names = useModelNames();
  const { clientId } = useRecords();
  const list = useQuery(queries.relationship.list.queryOptions({ input: { clientId, kind } }));
  const client = useQuery(queries.clients.get.queryOptions({ input: { id: clientId } }));
  const remove = useRemoveRelationship();
  const [isEditing, setIsEditing] = useState(false);
  const error = list.error ?? client.error;
  if (error) return <ErrorState error={error} onRetry={() => void Promise.all([list.refetch(), client.refetch()])} />;
  if (!list.data || !client.data) return <LoadingBlock />;
  const entry = list.data.find((each) => each.id === id);
  if (!entry) return <EmptyState title={t('gone')} />;
  const { fields, indicators } = relationshipKind(kind);
  return (
    <div className="flex flex-col gap-5">
      <p dir="auto" className="text-lg font-semibold">
        {words.title(entry)}
      </p>
      <KeyValueList
        items={fields.map((field) => {
          const said = words.value(kind, field, entry.values[field.key] ?? null, entry.contactName);
          return { key: field.key, label: words.field(kind, field.key), value: said === null ? <span className="text-ink-3">{t('unset')}</span> : <bdi className="whitespace-pre-wrap">{said}</bdi> };
        })}
      />
      <p className="text-sm text-ink-3">{t('feeds', { indicators: format.list(indicators.map((each) => names.indicator(each))) })}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<Pencil aria-hidden className="size-4" />}
          onPress={() => {
            setIsEditing(true);
          }}
        >
          {t('records:interaction.edit')}
        </Button>
        <Button
          variant="quiet"
          icon={<Trash2 aria-hidden className="size-4" />}
          isPending={remove.isPending}
          onPress={() => {
            remove.run(entry, onGone);
          }}
        >
          {t('records:interaction.remove')}
        </Button>
      </div>
      <RelationshipDialog
        client={client.data}
        entry={entry}
        isOpen={isEditing}
        onClose={() => {
          setIsEditing(false);
        }}
      />
    </div>
  );
}
