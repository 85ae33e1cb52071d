import type { DimensionId } from './dimensions.ts';

interface ThemeRow {
  readonly id: string;
  readonly number: number;
  readonly dimension: DimensionId;
  readonly en: string;
  readonly fa: string;
}

export const themes = [
  { id: 'brand-personality', number: 1, dimension: 'brand', en: 'Brand personality', fa: 'شخصیت برند' },
  { id: 'brand-community', number: 2, dimension: 'brand', en: 'Community-oriented brand', fa: 'جامعه‌محوری برند' },
  { id: 'emotional-interaction', number: 3, dimension: 'arousal', en: 'Emotional and affective interaction', fa: 'تعامل احساسی–عاطفی' },
  { id: 'motivational-interaction', number: 4, dimension: 'arousal', en: 'Motivational interaction', fa: 'تعامل انگیزشی' },
  { id: 'interaction-policy', number: 5, dimension: 'quality', en: 'Interaction policy', fa: 'خط‌مشی تعامل' },
  { id: 'smart-platform', number: 6, dimension: 'quality', en: 'Smart digital platform design', fa: 'طراحی پلتفرم دیجیتالی هوشمند' },
  { id: 'employee-traits', number: 7, dimension: 'quality', en: 'Employee characteristics', fa: 'ویژگی‌های کارکنان' },
  { id: 'cognitive-interaction', number: 8, dimension: 'quality', en: 'Cognitive interaction', fa: 'تعامل شناختی' },
  { id: 'marketing-sales', number: 9, dimension: 'attraction', en: 'Marketing and sales management', fa: 'مدیریت بازاریابی و فروش' },
  { id: 'transaction-security', number: 10, dimension: 'attraction', en: 'Transaction security', fa: 'امنیت معامله' },
  { id: 'production', number: 11, dimension: 'attraction', en: 'Production management', fa: 'مدیریت تولید' },
  { id: 'strategic-capability', number: 12, dimension: 'attraction', en: 'Strategic capability', fa: 'قابلیت استراتژیک' },
  { id: 'future-strategies', number: 13, dimension: 'continuity', en: 'Future strategies of the organisation', fa: 'راهبردهای آتی سازمان' },
  { id: 'performance', number: 14, dimension: 'continuity', en: 'Performance of the organisation', fa: 'عملکرد سازمان' },
] as const satisfies readonly ThemeRow[];

export type Theme = (typeof themes)[number];
export type ThemeId = Theme['id'];
