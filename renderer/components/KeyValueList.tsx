import type { ReactNode } from 'react';

export interface KeyValue {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts under each other: label, value. */
export function KeyValueList({ items }: { readonly items: readonly KeyValue[] }) {
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-5 gap-y-1.5 max-sm:grid-cols-1 max-sm:gap-y-0.5">
      {items.map((item) => (
        <div key={item.key} className="contents">
          <dt className="text-ink-3">{item.label}</dt>
          <dd className="min-w-0 max-sm:mb-2">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
