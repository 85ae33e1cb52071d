import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { labelClass } from './field-styles.ts';
import { FieldWords } from './FieldWords.tsx';
import type { FieldBase } from './FieldWords.tsx';

interface RadioOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: ReactNode;
  /** The option's own language, where its words are in another one than the screen ("فارسی"). */
  readonly lang?: string;
}

export interface RadioGroupProps<Id extends string> extends FieldBase {
  readonly options: readonly RadioOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  /** `cards` for a choice that a screen turns on, `rows` where its options need a sentence; `segments` for a few short words; `inline` for the rest. */
  readonly look?: 'inline' | 'cards' | 'rows' | 'segments';
  readonly isLabelHidden?: boolean;
}

const CARD =
  'flex min-h-12 items-center gap-3 rounded-lg border border-line-strong bg-raised px-3.5 py-2.5 data-selected:border-accent data-selected:bg-accent-soft data-selected:shadow-[inset_0_0_0_1px_var(--accent)]';
const LOOKS = {
  inline: { group: 'flex flex-wrap gap-x-5 gap-y-1', option: 'flex min-h-7 items-center gap-2' },
  cards: {
    group: 'grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-2.5',
    option: CARD,
  },
  rows: { group: 'grid gap-2.5', option: CARD },
  segments: {
    group: 'inline-flex w-fit max-w-full flex-wrap rounded-md border border-line-strong bg-sunken p-0.5',
    option: 'flex min-h-7 items-center justify-center rounded-sm px-3 text-sm text-ink-2 data-selected:bg-raised data-selected:font-medium data-selected:text-ink data-selected:shadow-[0_0_0_1px_var(--line-strong)]',
  },
} as const;

export function RadioGroup<Id extends string>({
  label, description, error, options, value, onChange, look = 'inline', isLabelHidden = false, isRequired = true, autoFocus = false, ...rest
}: RadioGroupProps<Id>) {
  const { group, option: optionLook } = LOOKS[look];
  return (
    <AriaRadioGroup
      {...rest}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      value={value}
      onChange={(next) => {
        const chosen = options.find(({ id }) => id === next);
        if (chosen) onChange(chosen.id);
      }}
      isRequired={isRequired}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      orientation="horizontal"
      className="group flex min-w-0 flex-col gap-1.5"
    >
      {isLabelHidden ? null : <Label className={labelClass}>{label}</Label>}
      <div className={group}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            // The keyboard comes to the chosen one, as it does by Tab.
            autoFocus={autoFocus && option.id === (value ?? options[0]?.id)}
            {...(option.lang === undefined ? {} : { lang: option.lang })}
            className={clsx(optionLook, 'cursor-default data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-focus')}
          >
            {({ isSelected }) => (
              <>
                {look === 'segments' ? null : (
                  <span
                    aria-hidden
                    className={clsx(
                      'flex size-4.5 shrink-0 items-center justify-center rounded-full border bg-raised',
                      isSelected ? 'border-accent' : 'border-line-strong',
                    )}
                  >
                    {isSelected ? <span className="size-2.5 rounded-full bg-accent" /> : null}
                  </span>
                )}
                {option.icon}
                <span className="flex min-w-0 flex-col">
                  <span className={look === 'cards' || look === 'rows' ? 'font-medium' : undefined}>{option.label}</span>
                  {option.description === undefined ? null : <span className="text-sm text-ink-2">{option.description}</span>}
                </span>
              </>
            )}
          </Radio>
        ))}
      </div>
      <FieldWords description={description} error={error} />
    </AriaRadioGroup>
  );
}
