import { useMutation } from '@tanstack/react-query';
import { CalendarArrowDown, CalendarCheck, CalendarPlus, Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import type { Selection } from '#renderer/components/data-grid/index.ts';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { saveText } from '#renderer/components/save-file.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useRecalling } from '#renderer/instruments/use-recalling.ts';
import type { InstrumentFilter } from '#renderer/state/instrument-list.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { toast } from '#renderer/state/toasts.ts';
import { ExtendManyDialog } from './ExtendManyDialog.tsx';

interface DueActionsProps {
  readonly selection: Selection;
  readonly filter: InstrumentFilter;
  /** How many the list shows; null: not known yet. */
  readonly total: number | null;
}

/** What is done with what is due: with the marked ones, or with all that the list shows. */
export function DueActions({ selection, filter, total }: DueActionsProps) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  const errorWords = useErrorWords();
  const { language } = usePreferences();
  const [isExtending, setIsExtending] = useState(false);
  const ids = [...selection.ids];
  const isAll = ids.length === 0;
  const count = isAll ? (total ?? 0) : ids.length;
  const onError = (error: unknown): void => {
    toast(errorWords(error), null, 'danger');
  };
  const { write, book } = useRecalling(selection.clear);
  const calendar = useMutation({
    mutationFn: () => api.recall.calendarFile({ filter, language }),
    onSuccess: ({ fileName, text, count: events, total: due }) => {
      if (events === 0) toast(t('calendarFile.none'));
      else {
        saveText(fileName, text, 'text/calendar');
        toast(events < due ? t('calendarFile.cut', { count: events, total: due }) : t('calendarFile.saved', { count: events }));
      }
    },
    onError,
  });
  return (
    <div role="group" aria-label={t('actions')} className="flex flex-wrap items-center gap-2">
      <span role="status" className="me-auto text-sm text-ink-2">
        {isAll ? t('forAll', { count: format.integer(count) }) : t('forMarked', { count })}
        {isAll ? null : (
          <Button variant="quiet" size="small" onPress={selection.clear}>
            {t('unmark')}
          </Button>
        )}
      </span>
      <Button variant="primary" icon={<Mail aria-hidden className="size-4" />} isDisabled={count === 0} isPending={write.isPending} onPress={() => { write.mutate(isAll ? { filter } : { ids }); }}>
        {t('letters.write')}
      </Button>
      <Button icon={<CalendarCheck aria-hidden className="size-4" />} isDisabled={isAll} isPending={book.isPending} onPress={() => { book.mutate(ids); }}>
        {t('orders.book')}
      </Button>
      <Button icon={<CalendarPlus aria-hidden className="size-4" />} isDisabled={isAll} onPress={() => { setIsExtending(true); }}>
        {t('extend.button')}
      </Button>
      <Button icon={<CalendarArrowDown aria-hidden className="size-4" />} isDisabled={total === 0} isPending={calendar.isPending} onPress={() => { calendar.mutate(); }}>
        {t('calendarFile.save')}
      </Button>
      <ExtendManyDialog ids={ids} isOpen={isExtending} onClose={() => { setIsExtending(false); }} onDone={selection.clear} />
    </div>
  );
}
