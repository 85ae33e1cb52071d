import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';

export interface Chip {
  readonly id: string;
  readonly words: string;
  readonly remove: () => void;
}

/** What narrows the list, each to be taken away on its own. */
export function FilterChips({ chips, onClear }: { readonly chips: readonly Chip[]; readonly onClear: () => void }) {
  const { t } = useTranslation('common');
  return (
    <ul aria-label={t('filter.active')} className="flex flex-wrap items-center gap-1.5">
      {chips.map(({ id, words, remove }) => (
        <li key={id}>
          <button
            type="button"
            onClick={remove}
            aria-label={t('filter.remove', { name: words })}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-accent/40 bg-accent-soft ps-3 pe-2 text-sm text-accent-strong hover:border-accent"
          >
            {words}
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="quiet" size="small" onPress={onClear}>
          {t('filter.clearAll')}
        </Button>
      </li>
    </ul>
  );
}
