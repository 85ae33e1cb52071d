import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter } from '#shared/contract/recall.ts';
import { documentLanguages } from '#shared/i18n/locale.ts';
import { selectColumn } from '#renderer/components/data-grid/index.ts';
import type { GridColumn, Selection } from '#renderer/components/data-grid/index.ts';
import { NameText } from '#renderer/components/NameText.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

type Change = (input: { readonly id: string; readonly language: Letter['language']; readonly contactId: string | null }) => void;

export function useLetterColumns(selection: Selection, onChange: Change): readonly GridColumn<Letter>[] {
  const { t } = useTranslation('recall');
  const format = useFormat();
  return useMemo(
    (): readonly GridColumn<Letter>[] => [
      selectColumn<Letter>(selection, { header: t('instruments:column.select'), label: (row) => t('letters.select', { client: row.clientName }) }),
      {
        id: 'client', header: t('letters.client'), minRem: 12, grow: 3,
        cell: (row) => (
          <>
            <NameText className="font-medium">{row.clientName}</NameText>
            <div className="truncate text-sm text-ink-3">
              {row.contact === null ? t('letters.noContact') : <bdi>{row.contact.name}</bdi>} {row.contact?.email}
            </div>
          </>
        ),
      },
      { id: 'kind', header: t('letters.kind'), minRem: 8, grow: 1, priority: 2, cell: (row) => <Pill tone={row.kind === 'recall' ? 'neutral' : 'danger'}>{t(`letters.${row.kind}`)}</Pill> },
      { id: 'count', header: t('letters.instruments'), minRem: 6, grow: 1, priority: 3, align: 'end', cell: (row) => format.integer(row.instrumentCount) },
      { id: 'language', header: t('letters.language'), minRem: 9, grow: 1, cell: (row) => <LetterLanguage letter={row} onChange={onChange} /> },
      {
        id: 'state', header: t('letters.state'), minRem: 11, grow: 1, align: 'end',
        cell: (row) => (row.sentOn === null ? t('letters.writtenOn', { day: format.day(row.writtenOn, 'short') }) : t('letters.sentOn', { day: format.day(row.sentOn, 'short') })),
      },
    ],
    [t, format, selection, onChange],
  );
}

/** Until it is sent a letter can be put into another language. */
function LetterLanguage({ letter, onChange }: { readonly letter: Letter; readonly onChange: Change }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  if (letter.sentOn !== null) return format.languageName(letter.language);
  return (
    <Select
      label={t('letters.languageOf', { client: letter.clientName })}
      isLabelHidden
      options={documentLanguages.map((id) => ({ id, label: format.languageName(id) }))}
      value={letter.language}
      onChange={(language) => {
        onChange({ id: letter.id, language, contactId: letter.contact?.id ?? null });
      }}
    />
  );
}
