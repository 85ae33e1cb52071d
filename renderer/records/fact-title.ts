import { useTranslation } from 'react-i18next';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import type { SourceKind } from '#shared/domain/scoring/index.ts';
import type { RecordFact } from '#shared/contract/scores.ts';
import { useModelNames } from '#renderer/rating/model-names.ts';

const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

/** What a record is called on screen: its own number or subject, never an identifier. */
export function useFactTitle(): (kind: SourceKind, fact: RecordFact | undefined) => string {
  const { t } = useTranslation('records');
  const names = useModelNames();
  return (kind, fact) => {
    if (fact === undefined) return t(`kind.${kind}`);
    const { title, detail } = fact;
    if (kind === 'order-line') {
      return detail['lineNumber'] === undefined ? t('order.title', { number: title }) : t('line.title', { order: text(detail['orderNumber']) || title, line: text(detail['lineNumber']) });
    }
    if (kind === 'order') return t('order.title', { number: title });
    return kind === 'assessment' && isIndicatorId(title) ? names.indicator(title) : title;
  };
}
