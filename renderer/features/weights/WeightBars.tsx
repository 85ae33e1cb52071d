import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

interface WeightBar {
  readonly id: string;
  readonly label: string;
  /** Share of the whole, 0–1. */
  readonly weight: number;
}

/** Shares of a whole as bars, each with its name and its per cent. The longest fills the room. */
export function WeightBars({ label, bars }: { readonly label: string; readonly bars: readonly WeightBar[] }) {
  const format = useFormat();
  const most = Math.max(...bars.map(({ weight }) => weight), 1e-9);
  return (
    <ul aria-label={label} className="flex flex-col gap-2.5">
      {bars.map(({ id, label: name, weight }) => (
        <li key={id}>
          <div className="flex items-baseline justify-between gap-3 text-sm">
            <span className="min-w-0">{name}</span>
            <span className="shrink-0 font-semibold tabular-nums">{format.percent(weight, 1)}</span>
          </div>
          <div aria-hidden className="mt-1 h-2 rounded-[1px] bg-sunken shadow-[inset_0_0_0_1px_var(--line)]">
            <div className="h-full rounded-[1px] bg-accent transition-[width] duration-150" style={{ width: `${(weight / most) * 100}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}
