import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, CheckboxGroup, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { normaliseForSearch } from '#shared/i18n/text/index.ts';
import { buttonClass } from './button-styles.ts';
import { CheckboxItem } from './Checkbox.tsx';
import { popoverClass } from './field-styles.ts';
import { Badge } from './Pill.tsx';
import { SearchField } from './SearchField.tsx';
import { Switch } from './Switch.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

interface FilterOption {
  readonly id: string;
  readonly label: string;
  /** How many records; null: not counted. */
  readonly count: number | null;
}

interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly selected: readonly string[];
  readonly onChange: (selected: string[]) => void;
  /** One more condition that belongs here. */
  readonly extra?: { readonly label: string; readonly isSelected: boolean; readonly onChange: (isSelected: boolean) => void };
}

const SEARCHABLE_FROM = 9;

/** A button that says how many choices are on, and the choices with their counts. */
export function FilterMenu({ label, options, selected, onChange, extra }: FilterMenuProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const [text, setText] = useState('');
  const wanted = normaliseForSearch(text);
  const shown = wanted === '' ? options : options.filter(({ id, label: name }) => normaliseForSearch(name).includes(wanted) || selected.includes(id));
  const chosenCount = selected.length + (extra?.isSelected === true ? 1 : 0);
  if (options.length === 0 && !extra) return null;
  return (
    <DialogTrigger>
      <AriaButton className={buttonClass('secondary')}>
        {label}
        {chosenCount === 0 ? null : <Badge tone="accent">{format.integer(chosenCount)}</Badge>}
        <ChevronDown aria-hidden className="size-4 text-ink-2" />
      </AriaButton>
      <Popover placement="bottom start" offset={4} className={`${popoverClass} w-72`}>
        <Dialog aria-label={label} className="flex flex-col gap-2 p-3 outline-none">
          {options.length < SEARCHABLE_FROM ? null : <SearchField label={t('filter.find')} value={text} onChange={setText} />}
          <CheckboxGroup aria-label={label} value={[...selected]} onChange={onChange} className="flex max-h-64 flex-col overflow-y-auto px-1 -mx-1">
            {shown.map(({ id, label: name, count }) => (
              <CheckboxItem key={id} value={id}>
                <span className="min-w-0 flex-1">{name}</span>
                {count === null ? null : <span className="text-sm text-ink-3">{format.integer(count)}</span>}
              </CheckboxItem>
            ))}
          </CheckboxGroup>
          {shown.length === 0 ? <p className="text-sm text-ink-3">{t('noMatch')}</p> : null}
          {extra ? (
            <div className="border-t border-line pt-2">
              <Switch isSelected={extra.isSelected} onChange={extra.onChange}>
                {extra.label}
              </Switch>
            </div>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
