import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Button, ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { fieldClass, groupBoxClass, innerInputClass, labelClass, optionClass, popoverClass } from '#renderer/components/field-styles.ts';
import { FieldWords, OptionalMark } from '#renderer/components/FieldWords.tsx';
import type { FieldBase } from '#renderer/components/FieldWords.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { everyClient } from '#renderer/state/client-list-input.ts';

interface ClientPickerProps extends FieldBase {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Of the client that `value` names, where it is known already: a name that comes later would open the list under the cursor. */
  readonly knownName?: string | null;
}

const SHOWN = 20;

/** One of any number of clients, found by typing. */
export function ClientPicker({ label, description, error, isRequired = false, value, onChange, knownName = null, ...rest }: ClientPickerProps) {
  const { t } = useTranslation('instruments');
  const format = useFormat();
  const chosen = useQuery(queries.clients.get.queryOptions({ input: { id: value ?? '' }, enabled: value !== null }));
  const [typed, setTyped] = useState<string | null>(null);
  const search = useDeferredValue((typed ?? '').trim());
  const found = useQuery(
    queries.clients.list.queryOptions({ input: { ...everyClient, search, sort: 'name', descending: false, offset: 0, limit: SHOWN }, placeholderData: keepPreviousData }),
  );
  const rows = found.data?.rows ?? [];
  return (
    <ComboBox
      {...rest}
      items={rows}
      value={value}
      inputValue={typed ?? (value === null ? '' : (chosen.data?.name ?? knownName ?? ''))}
      onInputChange={(text) => {
        setTyped(text);
        if (text === '') onChange(null);
      }}
      onChange={(key) => {
        const row = rows.find(({ id }) => id === key);
        if (!row) return;
        // At once, not when the record was read: a text that changes later would open the list again.
        setTyped(row.name);
        onChange(row.id);
      }}
      onBlur={() => {
        setTyped(null);
      }}
      allowsEmptyCollection
      menuTrigger="input"
      isRequired={isRequired}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={fieldClass}
    >
      <Label className={labelClass}>
        {label}
        <OptionalMark isRequired={isRequired} />
      </Label>
      <Group className={groupBoxClass}>
        <Input className={innerInputClass} placeholder={t('ownHands')} />
        <Button className="flex min-h-8 w-8 items-center justify-center text-ink-2">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldWords description={description} error={error} />
      <Popover offset={4} className={`${popoverClass} min-w-(--trigger-width)`}>
        <ListBox<(typeof rows)[number]> className="p-1 outline-none" renderEmptyState={() => <p className="px-2 py-1.5 text-sm text-ink-3">{found.isPending ? t('common:loading') : t('common:noMatch')}</p>}>
          {(row) => (
            <ListBoxItem id={row.id} textValue={row.name} className={optionClass}>
              <Text slot="label" className="flex min-w-0 flex-1 items-center gap-3">
                <bdi className="min-w-0 flex-1 truncate">{row.name}</bdi>
                <span className="text-sm font-normal text-ink-3">{row.countryCode === null ? '' : format.country(row.countryCode)}</span>
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
