import { useQuery } from '@tanstack/react-query';
import { Handshake, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import type { RelationshipEntry } from '#shared/contract/relationship.ts';
import { relationshipKind } from '#shared/domain/relationship/index.ts';
import type { RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import { queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useRecords } from '#renderer/records/records-context.ts';
import { relationshipKindsInOrder } from '#renderer/records/relationship-kinds.ts';
import { useRelationshipWords } from '#renderer/records/relationship-words.ts';
import { useRemoveRelationship } from '#renderer/records/use-remove-relationship.ts';
import { NumberLink } from './Figures.tsx';

const ALL = 'all';
const STEP = 100;

interface RelationshipTabProps {
  readonly client: Client;
  readonly onAdd: () => void;
  readonly onEdit: (entry: RelationshipEntry) => void;
}

/** Offers, feedback, promises, feast days: what no order and no message holds, newest first. */
export function RelationshipTab({ client, onAdd, onEdit }: RelationshipTabProps) {
  const { t } = useTranslation('relationship');
  const words = useRelationshipWords();
  const [kind, setKind] = useState<RelationshipKindKey | typeof ALL>(ALL);
  const [length, setLength] = useState(STEP);
  const { data, error, refetch } = useQuery(queries.relationship.list.queryOptions({ input: { clientId: client.id, kind: null } }));
  const counts = Map.groupBy(data ?? [], (entry) => entry.kind);
  const present = relationshipKindsInOrder.filter((key) => counts.has(key));
  // The last of a kind may have gone to the bin while the list was narrowed to it.
  const shownKind = kind === ALL || counts.has(kind) ? kind : ALL;
  const shown = shownKind === ALL ? (data ?? []) : (counts.get(shownKind) ?? []);
  return (
    <Section
      title={t('title')}
      description={t('explain')}
      actions={
        <Button icon={<Plus aria-hidden className="size-4" />} onPress={onAdd}>
          {t('add')}
        </Button>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingBlock lines={5} />
      ) : data.length === 0 ? (
        <EmptyState icon={<Handshake aria-hidden />} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      ) : (
        <div className="flex max-w-4xl flex-col gap-3">
          {present.length < 2 ? null : (
            <div className="w-72 max-w-full">
              <Select
                label={t('filter')}
                isLabelHidden
                options={[
                  { id: ALL, label: t('all', { count: data.length }) },
                  ...present.map((key) => ({ id: key, label: t('ofKind', { kind: words.kind(key), count: counts.get(key)?.length ?? 0 }) })),
                ]}
                value={shownKind}
                onChange={setKind}
              />
            </div>
          )}
          <ul className="flex flex-col divide-y divide-line">
            {shown.slice(0, length).map((entry) => (
              <Entry key={`${entry.kind}-${entry.id}`} entry={entry} onEdit={onEdit} />
            ))}
          </ul>
          {shown.length > length ? (
            <div>
              <Button
                onPress={() => {
                  setLength(length + STEP);
                }}
              >
                {t('records:showMore')}
              </Button>
            </div>
          ) : null}
        </div>
      )}
    </Section>
  );
}

function Entry({ entry, onEdit }: { readonly entry: RelationshipEntry; readonly onEdit: (entry: RelationshipEntry) => void }) {
  const { t } = useTranslation('relationship');
  const format = useFormat();
  const words = useRelationshipWords();
  const { open } = useRecords();
  const remove = useRemoveRelationship();
  const title = words.title(entry);
  const kindName = words.kind(entry.kind);
  const { fields, datedBy, titledBy } = relationshipKind(entry.kind);
  const details = fields.flatMap((field) => {
    if (field.key === datedBy || field.key === titledBy || (entry.kind === 'consent' && field.type === 'contact')) return [];
    const value = entry.values[field.key] ?? null;
    if (field.type === 'flag') return value === true ? [words.field(entry.kind, field.key)] : [];
    const said = words.value(entry.kind, field, value, entry.contactName);
    return said === null ? [] : [field.type === 'day' ? `${words.field(entry.kind, field.key)}: ${said}` : said];
  });
  return (
    <li className="flex items-start gap-2 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Pill>{kindName}</Pill>
          <NumberLink
            onPress={() => {
              open({ kind: 'record', ref: { kind: entry.kind, id: entry.id }, title: kindName });
            }}
          >
            <bdi>{title}</bdi>
          </NumberLink>
        </p>
        {details.length === 0 ? null : (
          <p className="text-sm text-ink-2">
            {details.map((detail, index) => (
              <span key={detail}>
                {index === 0 ? null : ' · '}
                <bdi>{detail}</bdi>
              </span>
            ))}
          </p>
        )}
      </div>
      <time dateTime={entry.on} className="pt-0.5 text-sm whitespace-nowrap text-ink-2">
        {format.day(entry.on)}
      </time>
      <IconButton
        label={t('edit', { kind: kindName, title })}
        size="small"
        icon={<Pencil aria-hidden className="size-4" />}
        onPress={() => {
          onEdit(entry);
        }}
      />
      <IconButton
        label={t('remove', { kind: kindName, title })}
        size="small"
        isDisabled={remove.isPending}
        icon={<Trash2 aria-hidden className="size-4" />}
        onPress={() => {
          remove.run(entry);
        }}
      />
    </li>
  );
}
