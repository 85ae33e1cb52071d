import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import type { ScoreExplanation } from '#shared/contract/scores.ts';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { imaginedTypes } from './imagined.ts';
import type { Imagined, ImaginedThing } from './imagined.ts';
import { ImaginedAway } from './ImaginedAway.tsx';
import { ImaginedEntry } from './ImaginedEntry.tsx';
import { ImaginedIndicator } from './ImaginedIndicator.tsx';
import { ImaginedLine } from './ImaginedLine.tsx';

interface ImaginedRowProps {
  readonly row: Imagined;
  readonly client: Client;
  readonly explanation: ScoreExplanation;
  /** The reading day, on which all of it happens. */
  readonly asOfOn: string;
  readonly hasArrived: boolean;
  readonly begin: (type: ImaginedThing['type']) => ImaginedThing;
  readonly onChange: (row: Imagined) => void;
  readonly onRemove: () => void;
}

/** One imagined thing; the score follows each choice at once. */
export function ImaginedRow(props: ImaginedRowProps) {
  const { t } = useTranslation('scoreMoves');
  const { row, hasArrived, begin, onChange, onRemove } = props;
  const rowRef = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!hasArrived) return;
    rowRef.current?.scrollIntoView({ block: 'center' });
    rowRef.current?.focus({ preventScroll: true });
  }, [hasArrived]);
  return (
    <li ref={rowRef} tabIndex={-1} className="flex flex-wrap items-start gap-x-4 gap-y-3 py-3 outline-none first:pt-0">
      <div className="w-60 max-w-full">
        <Select
          label={t('whatIf.kind')}
          options={imaginedTypes.map((type) => ({ id: type, label: t(`whatIf.type.${type}`) }))}
          value={row.type}
          onChange={(type) => {
            if (type !== row.type) onChange({ key: row.key, ...begin(type) });
          }}
        />
      </div>
      <div className="flex min-w-64 flex-1 flex-wrap items-start gap-x-4 gap-y-3">
        <Subject {...props} />
      </div>
      <div className="mt-6">
        <IconButton label={t('whatIf.remove', { what: t(`whatIf.type.${row.type}`) })} icon={<Trash2 aria-hidden className="size-4" />} onPress={onRemove} />
      </div>
    </li>
  );
}

function Subject({ row, client, explanation, asOfOn, onChange }: ImaginedRowProps) {
  switch (row.type) {
    case 'event':
    case 'rating':
      return <ImaginedIndicator row={row} onChange={onChange} />;
    case 'entry':
      return <ImaginedEntry row={row} client={client} asOfOn={asOfOn} onChange={onChange} />;
    case 'line':
      return <ImaginedLine row={row} clientId={client.id} onChange={onChange} />;
    case 'without':
      return <ImaginedAway row={row} explanation={explanation} onChange={onChange} />;
    default:
      return row satisfies never;
  }
}
