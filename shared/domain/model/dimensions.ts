/** One link of the chain: the dimension and the stage that a client reaches through it (table 4 of the paper). */
interface DimensionRow {
  readonly id: string;
  /** Place in the chain, 1–5, and the number of its stage. */
  readonly number: number;
  readonly en: string;
  readonly fa: string;
  readonly stage: { readonly en: string; readonly fa: string };
}

export const dimensions = [
  {
    id: 'brand', number: 1, en: 'Organisational branding', fa: 'برندسازی سازمان',
    stage: { en: 'Initial interest in the company', fa: 'علاقه‌مندی اولیه به شرکت' },
  },
  {
    id: 'arousal', number: 2, en: 'Arousal to interact', fa: 'برانگیختگی به تعامل',
    stage: { en: 'Interest in interacting with the company', fa: 'علاقه‌مندی به تعامل با شرکت' },
  },
  {
    id: 'quality', number: 3, en: 'Interaction quality', fa: 'کیفیت تعامل',
    stage: { en: 'Interest in staying in interaction with the company', fa: 'علاقه‌مندی به ماندن در تعامل با شرکت' },
  },
  {
    id: 'attraction', number: 4, en: 'B2B customer attraction strategies', fa: 'راهبردهای جذب مشتری در B2B',
    stage: { en: 'Interest in cooperating with the company', fa: 'علاقه‌مندی به همکاری با شرکت' },
  },
  {
    id: 'continuity', number: 5, en: 'Continuity of interaction and cooperation in B2B', fa: 'تداوم تعامل و همکاری در B2B',
    stage: { en: 'Interest in deepening interaction and cooperation', fa: 'علاقه‌مندی به عمق بخشیدن به تعامل و همکاری' },
  },
] as const satisfies readonly DimensionRow[];

export type Dimension = (typeof dimensions)[number];
export type DimensionId = Dimension['id'];
