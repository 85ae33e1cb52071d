import { useQueries, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { problemsOf } from '#renderer/records/field-problems.ts';

/** One by one, a run of numbers, or each as a scanner reads it. */
export type SerialsMode = 'one' | 'range' | 'several';
const modes: readonly SerialsMode[] = ['one', 'range', 'several'];

export interface SerialsValue {
  readonly mode: SerialsMode;
  readonly one: string;
  readonly first: string;
  readonly last: string;
  readonly several: readonly string[];
}

export const noSerials: SerialsValue = { mode: 'one', one: '', first: '', last: '', several: [] };

/** Which serials are meant; `range` comes from the data host, which knows how runs are counted and which are there already. */
export function useSerials({ mode, one, first, last, several }: SerialsValue) {
  const asked = useDeferredValue(mode === 'range' && first.trim() !== '' && last.trim() !== '' ? { first: first.trim(), last: last.trim() } : null);
  const range = useQuery(queries.instruments.expandRange.queryOptions({ input: asked ?? { first: '-', last: '-' }, enabled: asked !== null, retry: false }));
  const isAsked = asked !== null && mode === 'range';
  const found = isAsked ? (range.data?.serials ?? []) : [];
  const known = found.filter(({ existingId }) => existingId !== null);
  const serials = mode === 'one' ? [one.trim()].filter((text) => text !== '') : mode === 'several' ? several : found.filter(({ existingId }) => existingId === null).map(({ serial }) => serial);
  return { serials, known, rangeProblem: isAsked ? (problemsOf(range.error)[0]?.code ?? null) : null };
}

interface SerialsFieldProps {
  readonly value: SerialsValue;
  readonly onChange: (changes: Partial<SerialsValue>) => void;
  readonly found: ReturnType<typeof useSerials>;
  /** By place among the serials: those that were refused. */
  readonly taken: ReadonlySet<number>;
  readonly isChecked: boolean;
}

const SHOWN = 6;

/** Of serials read one after the other: those that some instrument bears already, perhaps of another product. */
function useKnown(serials: readonly string[]): ReadonlySet<string> {
  return useQueries({
    queries: serials.map((serial) => queries.instruments.find.queryOptions({ input: { text: serial } })),
    combine: (results) => new Set(serials.filter((_, index) => results[index]?.data?.some(({ foundBy }) => foundBy === 'serial') === true)),
  });
}

export function SerialsField({ value, onChange, found: { serials, known, rangeProblem }, taken, isChecked }: SerialsFieldProps) {
  const { t } = useTranslation('instruments');
  const [typed, setTyped] = useState('');
  const borne = useKnown(value.mode === 'several' ? value.several : []);
  const field = useRef<HTMLInputElement>(null);
  const needed = isChecked && serials.length === 0 ? t('serials.needed') : null;
  const isTwice = value.several.includes(typed.trim());
  const add = (): void => {
    const serial = typed.trim();
    if (serial === '' || isTwice) return;
    onChange({ several: [...value.several, serial] });
    setTyped('');
    field.current?.focus();
  };
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup label={t('serials.mode')} look="segments" options={modes.map((id) => ({ id, label: t(`serials.${id}`) }))} value={value.mode} onChange={(mode) => { onChange({ mode }); }} />
      {value.mode === 'one' ? (
        <TextField label={t('field.serial')} isLatin isRequired value={value.one} onChange={(one) => { onChange({ one }); }} maxLength={100} error={taken.size > 0 ? t('serials.taken') : needed} />
      ) : null}
      {value.mode === 'range' ? (
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <TextField label={t('serials.first')} isLatin isRequired value={value.first} onChange={(first) => { onChange({ first }); }} maxLength={100} error={needed} />
          <TextField label={t('serials.last')} isLatin isRequired value={value.last} onChange={(last) => { onChange({ last }); }} maxLength={100} error={rangeProblem === null ? null : t(`serials.problem.${rangeProblem}`)} />
          <p role="status" className="col-span-full text-sm text-ink-2 empty:hidden">
            {serials.length === 0 ? null : (
              <>
                {t('serials.makes', { count: serials.length })}{' '}
                <Isolate>{`${serials.slice(0, SHOWN).join(', ')}${serials.length > SHOWN ? ` … ${serials.at(-1) ?? ''}` : ''}`}</Isolate>
              </>
            )}
            {known.length === 0 ? null : <span className="block text-warn">{t('serials.known', { count: known.length })}</span>}
          </p>
        </div>
      ) : null}
      {value.mode === 'several' ? (
        <div className="flex flex-col gap-2">
          <TextField
            label={t('serials.next')}
            description={t('serials.nextHow')}
            isLatin
            isRequired
            inputRef={field}
            value={typed}
            onChange={setTyped}
            maxLength={100}
            error={isTwice ? t('serials.twice') : needed}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              event.stopPropagation();
              add();
            }}
          />
          {value.several.length === 0 ? null : <p role="status" className="text-sm text-ink-2">{t('serials.read', { count: value.several.length })}</p>}
          <ol className="flex flex-wrap gap-1.5">
            {value.several.map((serial, index) => (
              <li key={serial} className={`inline-flex items-center gap-1 rounded-full border ps-3 ${taken.has(index) ? 'border-danger text-danger' : 'border-line-strong'}`}>
                <Isolate>{serial}</Isolate>
                {taken.has(index) || borne.has(serial) ? <span className={`text-sm ${taken.has(index) ? '' : 'text-warn'}`}>{t('serials.takenShort')}</span> : null}
                <IconButton label={t('serials.remove', { serial })} icon={<X aria-hidden className="size-3.5" />} onPress={() => { onChange({ several: value.several.filter((other) => other !== serial) }); }} />
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </div>
  );
}
