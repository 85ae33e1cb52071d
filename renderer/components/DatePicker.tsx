import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react';
import { use } from 'react';
import {
  Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, DateField as AriaDateField, DateInput, DatePicker as AriaDatePicker,
  CalendarStateContext, DateSegment, Dialog, Group, Label, Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { fieldClass, groupBoxClass, labelClass, popoverClass } from './field-styles.ts';
import { FieldWords, OptionalMark } from './FieldWords.tsx';
import type { FieldBase } from './FieldWords.tsx';
import { calendarDateOf, isoDayOf } from './iso-day.ts';
import { useAnyDigits } from './use-any-digits.ts';

export interface DateFieldProps extends FieldBase {
  /** ISO calendar day (Gregorian), shown in the calendar of the nearest LocaleScope. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** ISO calendar days, both ends allowed. */
  readonly minValue?: string | undefined;
  readonly maxValue?: string | undefined;
}

const segmentClass =
  'rounded-sm px-0.5 outline-none data-placeholder:text-ink-3 data-focused:bg-accent data-focused:text-on-accent data-[type=literal]:px-0';

/** A day typed by its parts. */
export function DateField({ label, description, error, isRequired = true, value, onChange, minValue, maxValue, ...rest }: DateFieldProps) {
  const ref = useAnyDigits<HTMLDivElement>();
  return (
    <AriaDateField
      {...rest}
      value={calendarDateOf(value)}
      onChange={(date) => {
        onChange(isoDayOf(date));
      }}
      {...limits(minValue, maxValue)}
      granularity="day"
      isRequired={isRequired}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={fieldClass}
    >
      <Label className={labelClass}>
        {label}
        <OptionalMark isRequired={isRequired} />
      </Label>
      <DateInput ref={ref} className={`${groupBoxClass} px-2.5`}>{(segment) => <DateSegment segment={segment} className={segmentClass} />}</DateInput>
      <FieldWords description={description} error={error} />
    </AriaDateField>
  );
}

/** A day typed by its parts or picked from a month. */
export function DatePicker({ label, description, error, isRequired = true, value, onChange, minValue, maxValue, ...rest }: DateFieldProps) {
  const { t } = useTranslation('common');
  const ref = useAnyDigits<HTMLDivElement>();
  const stepClass = 'flex size-8 items-center justify-center rounded-md hover:bg-hover data-disabled:opacity-35';
  return (
    <AriaDatePicker
      {...rest}
      value={calendarDateOf(value)}
      onChange={(date) => {
        onChange(isoDayOf(date));
      }}
      {...limits(minValue, maxValue)}
      granularity="day"
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
        <DateInput ref={ref} className="flex flex-1 items-center px-2.5">{(segment) => <DateSegment segment={segment} className={segmentClass} />}</DateInput>
        {!isRequired && value !== null ? (
          <Button
            slot={null}
            aria-label={t('clear')}
            onPress={() => {
              onChange(null);
            }}
            className="flex min-h-8 w-7 items-center justify-center text-ink-2 hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </Button>
        ) : null}
        <Button className="flex min-h-8 w-9 items-center justify-center text-ink-2 hover:text-ink">
          <CalendarDays aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldWords description={description} error={error} />
      <Popover offset={4} className={`${popoverClass} max-h-none p-3`}>
        <Dialog className="outline-none">
          <Calendar>
            <header className="mb-2 flex items-center gap-1">
              <Button slot="previous" className={stepClass}>
                <ChevronLeft aria-hidden className="flip-rtl size-4" />
              </Button>
              <MonthHeading />
              <Button slot="next" className={stepClass}>
                <ChevronRight aria-hidden className="flip-rtl size-4" />
              </Button>
            </header>
            <CalendarGrid className="border-separate border-spacing-0.5">
              <CalendarGridHeader>{(name) => <CalendarHeaderCell className="pb-1 text-xs font-medium text-ink-3">{name}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>
                {(date) => (
                  <CalendarCell
                    date={date}
                    className="flex size-9 items-center justify-center rounded-md text-sm outline-offset-0 hover:bg-hover data-disabled:text-ink-3 data-disabled:opacity-50 data-outside-month:invisible data-selected:bg-accent data-selected:font-semibold data-selected:text-on-accent data-today:not-data-selected:font-semibold data-today:not-data-selected:text-accent"
                  />
                )}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </AriaDatePicker>
  );
}

function MonthHeading() {
  const state = use(CalendarStateContext);
  const format = useFormat();
  // The middle of what is shown is in the month that is meant, in either calendar.
  const middle = state ? isoDayOf(state.visibleRange.start.add({ days: 14 })) : null;
  return (
    <p aria-hidden className="flex-1 text-center text-base font-semibold">
      {middle === null ? null : format.month(middle)}
    </p>
  );
}

function limits(minValue: string | undefined, maxValue: string | undefined) {
  return { minValue: calendarDateOf(minValue), maxValue: calendarDateOf(maxValue) };
}
