import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RelationshipEntry } from '#shared/contract/relationship.ts';
import { relationshipKind } from '#shared/domain/relationship/index.ts';
import type { FieldProblem, FieldValue, RelationshipField, RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';

export interface RelationshipWords {
  readonly kind: (kind: RelationshipKindKey) => string;
  readonly field: (kind: RelationshipKindKey, field: string) => string;
  readonly choice: (kind: RelationshipKindKey, field: string, choice: string) => string;
  /** A value as a person reads it; null where nothing is known. */
  readonly value: (kind: RelationshipKindKey, field: RelationshipField, value: FieldValue, contactName: string | null) => string | null;
  /** What is wrong with a field, as the domain's check or the data host has it; null where nothing is. */
  readonly problem: (kind: RelationshipKindKey, problem: Pick<FieldProblem, 'than'> & { readonly code: string } | undefined) => string | null;
  /** What one entry is recognised by: its subject, or the choice or rating it stands for. */
  readonly title: (entry: Pick<RelationshipEntry, 'kind' | 'values' | 'contactName'>) => string;
}

const KNOWN_PROBLEMS: ReadonlySet<string> = new Set(['required', 'day', 'ahead', 'too-long', 'choice', 'rating', 'contact']);

/** Names of the kinds, fields and choices of relationship records in the window's language. */
export function useRelationshipWords(): RelationshipWords {
  const { t } = useTranslation('relationship');
  const format = useFormat();
  return useMemo(() => {
    const choice: RelationshipWords['choice'] = (kind, field, id) => t(`choice.${kind}.${field}.${id}`);
    const value: RelationshipWords['value'] = (kind, field, given, contactName) => {
      if (given === null) return null;
      if (field.type === 'day') return format.day(String(given));
      if (field.type === 'choice') return choice(kind, field.key, String(given));
      if (field.type === 'rating') return t('ratingOf', { rating: given });
      if (field.type === 'flag') return given === true ? t('yes') : t('no');
      return field.type === 'contact' ? contactName : String(given);
    };
    return {
      kind: (kind) => t(`kind.${kind}`),
      field: (kind, field) => t(`field.${kind}.${field}`),
      choice,
      value,
      problem: (kind, problem) => {
        if (problem === undefined) return null;
        const { code, than } = problem;
        if (code === 'before' && than !== undefined) return t('problem.before', { than: t(`field.${kind}.${than}`) });
        return t(`problem.${KNOWN_PROBLEMS.has(code) ? code : 'other'}`);
      },
      title: ({ kind, values, contactName }) => {
        const { fields, titledBy } = relationshipKind(kind);
        const field = fields.find(({ key }) => key === titledBy);
        const words = field === undefined ? null : value(kind, field, values[titledBy] ?? null, contactName);
        // Of a lawful basis the person is what one looks for.
        return [kind === 'consent' ? contactName : null, words].filter((part) => part !== null).join(' · ') || t(`kind.${kind}`);
      },
    };
  }, [t, format]);
}
