import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus, Trash2, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { instrumentListInput } from '#shared/contract/instruments.ts';
import { api, queries } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { toast } from '#renderer/state/toasts.ts';
import type { Working } from '../working.ts';
import { Anchor } from './Anchor.tsx';
import { orNull } from './section-props.ts';

type Standard = Working['document']['standards'][number];
interface Entry {
  readonly standard: Standard;
  readonly instrumentId: string | null;
}

const empty: Standard = { name: '', manufacturer: null, model: null, serial: null, certificateNumber: null, dueOn: null };
/** More own standards than this are found by their serial in the list of instruments. */
const OFFERED = 300;
const ownStandards = { ...instrumentListInput.parse({}), standardsOnly: true, sort: 'name', offset: 0, limit: OFFERED } as const;

interface StandardsSectionProps {
  readonly document: Working['document'];
  readonly standardInstrumentIds: Working['standardInstrumentIds'];
  readonly onChange: (changes: Pick<Working, 'document' | 'standardInstrumentIds'>) => void;
  readonly problems: Readonly<Record<string, string>>;
  /** A standard is not calibrated by itself. */
  readonly instrumentId: string;
}

/** The reference standards: own ones by their record, which knows their certificate and due day; others as written. */
export function StandardsSection({ document, standardInstrumentIds, onChange, problems, instrumentId }: StandardsSectionProps) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const errorWords = useErrorWords();
  const offered = useQuery(queries.instruments.list.queryOptions({ input: ownStandards }));
  const entries = document.standards.map((standard, position): Entry => ({ standard, instrumentId: standardInstrumentIds[position] ?? null }));
  const put = (next: readonly Entry[]): void => {
    onChange({ document: { ...document, standards: next.map(({ standard }) => standard) }, standardInstrumentIds: next.map(({ instrumentId: id }) => id) });
  };
  const set = (index: number, changes: Partial<Standard>): void => {
    put(entries.map((entry, place) => (place === index ? { ...entry, standard: { ...entry.standard, ...changes } } : entry)));
  };
  const choose = useMutation({
    mutationFn: (id: string) => api.instruments.get({ id }),
    onSuccess: (own) => {
      const inForce = own.certificates.find(({ state, replacedBy, calibratedOn }) => state === 'issued' && replacedBy === null && calibratedOn <= document.calibratedToOn);
      put([
        ...entries,
        { standard: { name: own.name, manufacturer: own.manufacturer, model: own.model, serial: own.serial, certificateNumber: inForce?.number ?? null, dueOn: own.dueOn }, instrumentId: own.id },
      ]);
    },
    onError: (error) => {
      toast(errorWords(error), null, 'danger');
    },
  });
  const options = (offered.data?.rows ?? [])
    .filter(({ id }) => id !== instrumentId && !standardInstrumentIds.includes(id))
    .map(({ id, name, serial, dueOn }) => ({ id, label: `${name} · ${serial}`, description: dueOn === null ? t('standards.noDue') : t('standards.due', { day: format.day(dueOn) }) }));
  return (
    <Section title={t('section.standards')} description={t('standards.how')}>
      <div className="flex flex-col gap-3">
        {entries.map(({ standard, instrumentId: ownId }, index) => {
          const isOverdue = standard.dueOn !== null && standard.dueOn < document.calibratedToOn;
          return (
            <Anchor key={`standard-${String(index)}`} field={`standards.${index}.name`}>
              <div role="group" aria-label={t('standards.nth', { number: index + 1 })} className="rounded-md border border-line p-3">
                <div className="flex items-end gap-3">
                  <div className="grid flex-1 grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] items-end gap-3">
                  <TextField label={t('standards.name')} isRequired value={standard.name} maxLength={500} error={problems[`standards.${index}.name`] ?? null} onChange={(name) => { set(index, { name }); }} />
                  <TextField label={t('field.serial')} isLatin value={standard.serial ?? ''} maxLength={200} onChange={(serial) => { set(index, { serial: orNull(serial) }); }} />
                  <TextField label={t('standards.certificate')} isLatin value={standard.certificateNumber ?? ''} maxLength={200} onChange={(certificateNumber) => { set(index, { certificateNumber: orNull(certificateNumber) }); }} />
                  <DatePicker label={t('standards.dueOn')} isRequired={false} value={standard.dueOn} onChange={(dueOn) => { set(index, { dueOn }); }} />
                  </div>
                  <IconButton label={t('standards.remove', { name: standard.name })} icon={<Trash2 aria-hidden className="size-4" />} onPress={() => { put(entries.toSpliced(index, 1)); }} />
                </div>
                <p className="mt-1 text-sm text-ink-3">{ownId === null ? t('standards.foreign') : t('standards.own')}</p>
                {isOverdue && standard.dueOn !== null ? (
                  <p className="mt-1 flex items-center gap-1.5 font-medium text-danger">
                    <TriangleAlert aria-hidden className="size-4" /> {t('standards.overdue', { day: format.day(standard.dueOn) })}
                  </p>
                ) : null}
              </div>
            </Anchor>
          );
        })}
        <Anchor field="standards">
          <div className="flex flex-wrap items-end gap-3">
            {options.length === 0 ? (
              <p className="text-sm text-ink-2">{offered.isPending ? t('common:loading') : t('standards.noneOwn')}</p>
            ) : (
              <div className="w-96 max-w-full">
                <ComboBox
                  // Empty again once one was taken.
                  key={entries.length}
                  label={t('standards.choose')}
                  isRequired
                  options={options}
                  value={null}
                  onChange={(id) => {
                    if (id !== null) choose.mutate(id);
                  }}
                />
              </div>
            )}
            <Button icon={<Plus aria-hidden className="size-4" />} onPress={() => { put([...entries, { standard: empty, instrumentId: null }]); }}>
              {t('standards.add')}
            </Button>
          </div>
        </Anchor>
      </div>
    </Section>
  );
}
