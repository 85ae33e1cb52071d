import { useTranslation } from 'react-i18next';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { isRelationshipKind, relationshipKind } from '#shared/domain/relationship/index.ts';
import type { RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import type { SourceKind } from '#shared/domain/scoring/index.ts';
import type { RecordFact } from '#shared/contract/scores.ts';
import { useModelNames } from '#renderer/rating/model-names.ts';
import { useRelationshipWords } from './relationship-words.ts';
import type { RelationshipWords } from './relationship-words.ts';

const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

/** What a kind of record is called. */
export function useKindName(): (kind: SourceKind) => string {
  const { t } = useTranslation('records');
  const words = useRelationshipWords();
  return (kind) => (isRelationshipKind(kind) ? words.kind(kind) : t(`kind.${kind}`));
}

/** A relationship record is titled by its subject, or by a choice or rating that is kept as a code. */
export function relationshipTitle(words: RelationshipWords, kind: RelationshipKindKey, title: string): string {
  const { fields, titledBy } = relationshipKind(kind);
  const field = fields.find(({ key }) => key === titledBy);
  if (field?.type === 'choice' && field.choices.includes(title)) return `${words.kind(kind)}: ${words.choice(kind, titledBy, title)}`;
  if (field?.type === 'rating' && /^[1-5]$/u.test(title)) return `${words.kind(kind)}: ${words.value(kind, field, Number(title), null) ?? title}`;
  return title === '' ? words.kind(kind) : title;
}

/** What a record is called on screen: its own number or subject, never an identifier. */
export function useFactTitle(): (kind: SourceKind, fact: RecordFact | undefined) => string {
  const { t } = useTranslation('records');
  const names = useModelNames();
  const words = useRelationshipWords();
  const kindName = useKindName();
  return (kind, fact) => {
    if (fact === undefined) return kindName(kind);
    const { title, detail } = fact;
    if (kind === 'order-line') {
      return detail['lineNumber'] === undefined ? t('order.title', { number: title }) : t('line.title', { order: text(detail['orderNumber']) || title, line: text(detail['lineNumber']) });
    }
    if (kind === 'order') return t('order.title', { number: title });
    if (isRelationshipKind(kind)) return relationshipTitle(words, kind, title);
    return kind === 'assessment' && isIndicatorId(title) ? names.indicator(title) : title;
  };
}
