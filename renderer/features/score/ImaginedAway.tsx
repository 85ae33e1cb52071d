import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import type { RecordRef } from '#shared/domain/scoring/index.ts';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useFactTitle, useKindName } from '#renderer/records/fact-title.ts';
import { isolated } from '#renderer/records/isolate.ts';
import { canBeThoughtAway } from './imagined.ts';
import type { Imagined, ImaginedOf } from './imagined.ts';

/** Those that move their indicators most; any other comes from the ledger. */
const OFFERED = 300;

const keyOf = ({ kind, id }: RecordRef): string => `${kind}:${id}`;

/** Every record that the score stands on and that can be thought away, the most telling first. */
function tellingRecords({ score }: ScoreExplanation): readonly RecordRef[] {
  const found = new Map<string, { readonly ref: RecordRef; readonly effect: number }>();
  for (const { ledger } of score.indicators) {
    for (const { source, effect } of ledger) {
      if (!canBeThoughtAway(source.kind)) continue;
      const key = keyOf(source);
      found.set(key, { ref: source, effect: (found.get(key)?.effect ?? 0) + Math.abs(effect) });
    }
  }
  return [...found.values()].toSorted((a, b) => b.effect - a.effect).map(({ ref }) => ref);
}

interface ImaginedAwayProps {
  readonly row: ImaginedOf<'without'>;
  readonly explanation: ScoreExplanation;
  readonly onChange: (row: Imagined) => void;
}

/** A record that had never been. */
export function ImaginedAway({ row, explanation, onChange }: ImaginedAwayProps) {
  const { t } = useTranslation('scoreMoves');
  const format = useFormat();
  const factTitle = useFactTitle();
  const kindName = useKindName();
  const records = useMemo(() => tellingRecords(explanation), [explanation]);
  const { ref } = row;
  const chosenKey = ref === null ? null : keyOf(ref);
  const offered = records.filter((record, index) => index < OFFERED || keyOf(record) === chosenKey);
  const options = offered.map((record) => {
    const fact = explanation.facts[keyOf(record)];
    const title = factTitle(record.kind, fact);
    const on = fact?.on ?? null;
    return { id: keyOf(record), label: on === null ? title : `${isolated(title)} · ${format.day(on)}`, description: kindName(record.kind) };
  });
  if (options.length === 0) return <p className="text-ink-2">{t('whatIf.noRecords')}</p>;
  return (
    <div className="min-w-64 flex-1">
      <ComboBox
        label={t('whatIf.record')}
        description={t('whatIf.recordHint')}
        isRequired
        options={options}
        value={chosenKey}
        onChange={(key) => {
          onChange({ ...row, ref: offered.find((record) => keyOf(record) === key) ?? null });
        }}
      />
    </div>
  );
}
