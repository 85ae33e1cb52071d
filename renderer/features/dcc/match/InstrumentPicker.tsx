import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button, ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { fieldClass, groupBoxClass, innerInputClass, labelClass, optionClass, popoverClass } from '#renderer/components/field-styles.ts';
import { FieldWords } from '#renderer/components/FieldWords.tsx';
import type { FieldBase } from '#renderer/components/FieldWords.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { everyInstrument } from '#renderer/state/instrument-list.ts';

interface InstrumentPickerProps extends Pick<FieldBase, 'label' | 'error'> {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

const SHOWN = 20;

/** One of any number of instruments, found by typing its serial, name or client. */
export function InstrumentPicker({ label, error, value, onChange }: InstrumentPickerProps) {
  const { t } = useTranslation('dcc');
  const chosen = useQuery(queries.instruments.get.queryOptions({ input: { id: value ?? '' }, enabled: value !== null }));
  const [typed, setTyped] = useState<string | null>(null);
  const search = useDeferredValue((typed ?? '').trim());
  const found = useQuery(
    queries.instruments.list.queryOptions({ input: { ...everyInstrument, search, sort: 'serial', offset: 0, limit: SHOWN }, placeholderData: keepPreviousData }),
  );
  const rows = found.data?.rows ?? [];
  return (
    <ComboBox
      items={rows}
      value={value}
      inputValue={typed ?? chosen.data?.serial ?? ''}
      onInputChange={(text) => {
        setTyped(text);
        if (text === '') onChange(null);
      }}
      onChange={(key) => {
        const row = rows.find(({ id }) => id === key);
        if (!row) return;
        setTyped(row.serial);
        onChange(row.id);
      }}
      onBlur={() => {
        setTyped(null);
      }}
      allowsEmptyCollection
      menuTrigger="input"
      isRequired
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={fieldClass}
    >
      <Label className={labelClass}>{label}</Label>
      <Group className={groupBoxClass}>
        <Input className={innerInputClass} placeholder={t('match.search')} />
        <Button className="flex min-h-8 w-8 items-center justify-center text-ink-2">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldWords error={error} />
      <Popover offset={4} className={`${popoverClass} min-w-(--trigger-width)`}>
        <ListBox<(typeof rows)[number]> className="p-1 outline-none" renderEmptyState={() => <p className="px-2 py-1.5 text-sm text-ink-3">{found.isPending ? t('common:loading') : t('common:noMatch')}</p>}>
          {(row) => (
            <ListBoxItem id={row.id} textValue={row.serial} className={optionClass}>
              <span className="flex min-w-0 flex-1 flex-col">
                <Text slot="label"><Isolate>{row.serial}</Isolate></Text>
                <Text slot="description" className="truncate text-sm font-normal text-ink-3">
                  <bdi>{row.name}</bdi> · {row.clientName === null ? t('instruments:ownHands') : <bdi>{row.clientName}</bdi>}
                </Text>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
