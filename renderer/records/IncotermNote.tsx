import { useTranslation } from 'react-i18next';
import { readIncoterm } from '#shared/domain/delivery/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { Pill } from '#renderer/components/Pill.tsx';

/** The code as the source wrote it, with a word where it is retired or no rule at all. */
export function IncotermMark({ given }: { readonly given: string }) {
  const { t } = useTranslation('records');
  const { edition } = readIncoterm(given);
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1.5">
      <Isolate>{given}</Isolate>
      {edition === '2020' ? null : <Pill tone={edition === 'retired' ? 'warn' : 'outline'}>{t(`incoterm.edition.${edition}`)}</Pill>}
    </span>
  );
}

/** What the rule means for this delivery: where the risk passed, and who clears and carries. */
export function IncotermNote({ given }: { readonly given: string }) {
  const { t } = useTranslation(['records', 'scoring']);
  const rule = readIncoterm(given);
  if (rule.edition === 'unknown') return <p className="text-sm text-ink-2">{t('incoterm.unknownNote')}</p>;
  return (
    <div className="flex flex-col gap-2 rounded-md bg-sunken px-3.5 py-2.5 text-sm">
      {rule.edition === 'retired' ? <p className="text-warn">{t('incoterm.retiredNote')}</p> : null}
      {rule.deliveryPoint === null ? null : <p>{t(`scoring:incoterm.point.${rule.deliveryPoint}`)}</p>}
      {rule.riskNote === null ? null : <p className="text-ink-2">{t(`scoring:incoterm.risk.${rule.riskNote}`)}</p>}
      <KeyValueList
        items={(['exportClearance', 'importClearance', 'mainCarriage'] as const).flatMap((key) => {
          const party = rule[key];
          return party === null ? [] : [{ key, label: t(`incoterm.${key}`), value: t(`incoterm.party.${party}`) }];
        })}
      />
    </div>
  );
}
