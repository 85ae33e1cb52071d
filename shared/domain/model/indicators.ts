import type { ThemeId } from './themes.ts';

/** Who is looked at: one client, or the exporter itself (rated once, shared by all its clients). */
export type IndicatorSubject = 'client' | 'company';

interface IndicatorRow {
  readonly id: string;
  readonly number: number;
  readonly theme: ThemeId;
  readonly en: string;
  readonly fa: string;
  readonly subject: IndicatorSubject;
  /** Records can speak for it; false: assessments and surveys alone. */
  readonly hasEvidence: boolean;
}

export const indicators = [
  { id: 'brand-attractiveness', number: 1, theme: 'brand-personality', en: 'Brand attractiveness', fa: 'جذابیت برند', subject: 'client', hasEvidence: false },
  { id: 'brand-authenticity', number: 2, theme: 'brand-personality', en: 'Brand authenticity', fa: 'اصیل بودن برند', subject: 'client', hasEvidence: false },
  { id: 'brand-trust', number: 3, theme: 'brand-personality', en: 'Brand trust', fa: 'اعتماد به برند', subject: 'client', hasEvidence: false },
  { id: 'brand-expertise', number: 4, theme: 'brand-personality', en: 'Brand expertise', fa: 'خبرگی برند', subject: 'client', hasEvidence: false },
  { id: 'social-responsibility', number: 5, theme: 'brand-community', en: 'Social responsibility', fa: 'مسئولیت‌پذیری اجتماعی', subject: 'company', hasEvidence: false },
  { id: 'environmental-care', number: 6, theme: 'brand-community', en: 'Care for the environment', fa: 'پاسداشت مسائل زیست‌محیطی', subject: 'company', hasEvidence: false },
  { id: 'reward-benefit', number: 7, theme: 'emotional-interaction', en: 'Reward and economic benefit', fa: 'پاداش و منفعت اقتصادی', subject: 'client', hasEvidence: true },
  { id: 'experience-expression', number: 8, theme: 'emotional-interaction', en: 'Expression of the customer\'s experience', fa: 'بیان تجربه مشتری', subject: 'client', hasEvidence: true },
  { id: 'online-advertising', number: 9, theme: 'motivational-interaction', en: 'Online advertising', fa: 'تبلیغات آنلاین', subject: 'client', hasEvidence: true },
  { id: 'cooperation-offers', number: 10, theme: 'motivational-interaction', en: 'Attractive cooperation offers', fa: 'پیشنهادهای جذاب همکاری', subject: 'client', hasEvidence: true },
  { id: 'good-feeling', number: 11, theme: 'interaction-policy', en: 'Creating a good feeling in the customer', fa: 'ایجاد حس خوب در مشتری', subject: 'client', hasEvidence: true },
  { id: 'respect-personality', number: 12, theme: 'interaction-policy', en: 'Respect for the customer\'s personality', fa: 'احترام به شخصیت مشتری', subject: 'client', hasEvidence: false },
  { id: 'respect-social', number: 13, theme: 'interaction-policy', en: 'Respect for the customer\'s social characteristics', fa: 'احترام به ویژگی‌های اجتماعی مشتری', subject: 'client', hasEvidence: false },
  { id: 'respect-cultural', number: 14, theme: 'interaction-policy', en: 'Respect for the customer\'s cultural characteristics', fa: 'احترام به ویژگی‌های فرهنگی مشتری', subject: 'client', hasEvidence: true },
  { id: 'behavioural-quality', number: 15, theme: 'interaction-policy', en: 'Perceived behavioural quality', fa: 'کیفیت رفتاری ادراک‌شده', subject: 'client', hasEvidence: false },
  { id: 'customer-privacy', number: 16, theme: 'interaction-policy', en: 'Protection of the customer\'s privacy', fa: 'حفظ حریم خصوصی مشتری', subject: 'client', hasEvidence: true },
  { id: 'trust-building', number: 17, theme: 'interaction-policy', en: 'Building trust in interaction', fa: 'اعتمادسازی در تعامل', subject: 'client', hasEvidence: false },
  { id: 'commitment', number: 18, theme: 'interaction-policy', en: 'Commitment to responsibility', fa: 'تعهد به مسئولیت', subject: 'client', hasEvidence: true },
  { id: 'satisfaction', number: 19, theme: 'interaction-policy', en: 'Winning satisfaction from interaction', fa: 'جلب رضایت از تعامل', subject: 'client', hasEvidence: true },
  { id: 'transparency', number: 20, theme: 'interaction-policy', en: 'Transparency and clarity in interaction', fa: 'شفافیت و روشنگری در تعامل', subject: 'client', hasEvidence: true },
  { id: 'smart-tools', number: 21, theme: 'smart-platform', en: 'Smart interaction tools', fa: 'ابزارهای هوشمند تعامل', subject: 'company', hasEvidence: false },
  { id: 'website', number: 22, theme: 'smart-platform', en: 'Website', fa: 'وب‌سایت', subject: 'company', hasEvidence: false },
  { id: 'cloud', number: 23, theme: 'smart-platform', en: 'Cloud computing', fa: 'رایانش ابری', subject: 'company', hasEvidence: false },
  { id: 'interaction-data-storage', number: 24, theme: 'smart-platform', en: 'Storage of interaction data', fa: 'ذخیره‌سازی داده‌های بزرگ تعامل', subject: 'company', hasEvidence: true },
  { id: 'data-analysis', number: 25, theme: 'smart-platform', en: 'Online analysis of data', fa: 'تحلیل آنلاین داده‌های بزرگ', subject: 'company', hasEvidence: false },
  { id: 'data-visualisation', number: 26, theme: 'smart-platform', en: 'Data visualisation', fa: 'دیداری‌سازی داده‌ها', subject: 'company', hasEvidence: false },
  { id: 'tool-ease', number: 27, theme: 'smart-platform', en: 'Ease of use of interaction tools', fa: 'آسانی استفاده از ابزارهای تعاملی', subject: 'client', hasEvidence: false },
  { id: 'content', number: 28, theme: 'smart-platform', en: 'Content production', fa: 'تولید محتوا', subject: 'company', hasEvidence: true },
  { id: 'information-literacy', number: 29, theme: 'employee-traits', en: 'Information literacy', fa: 'سواد اطلاعاتی', subject: 'company', hasEvidence: false },
  { id: 'digital-literacy', number: 30, theme: 'employee-traits', en: 'Digital literacy', fa: 'سواد دیجیتالی', subject: 'company', hasEvidence: false },
  { id: 'interaction-ethics', number: 31, theme: 'employee-traits', en: 'Interaction ethics', fa: 'اخلاق تعامل', subject: 'company', hasEvidence: false },
  { id: 'training-skill', number: 32, theme: 'employee-traits', en: 'Skill in training the customer', fa: 'مهارت و توانایی آموزش به مشتری', subject: 'client', hasEvidence: true },
  { id: 'interaction-skill', number: 33, theme: 'employee-traits', en: 'Skill in interacting with the customer', fa: 'مهارت و توانایی تعامل با مشتری', subject: 'client', hasEvidence: false },
  { id: 'customer-360', number: 34, theme: 'cognitive-interaction', en: '360-degree view of the customer', fa: 'نمای ۳۶۰ درجه مشتری', subject: 'client', hasEvidence: true },
  { id: 'interaction-feedback', number: 35, theme: 'cognitive-interaction', en: 'Interaction feedback', fa: 'بازخورد تعامل', subject: 'client', hasEvidence: true },
  { id: 'online-responsiveness', number: 36, theme: 'cognitive-interaction', en: 'Online responsiveness', fa: 'پاسخگویی آنلاین', subject: 'client', hasEvidence: true },
  { id: 'perceived-usefulness', number: 37, theme: 'cognitive-interaction', en: 'Perceived usefulness', fa: 'سودمندی درک‌شده', subject: 'client', hasEvidence: true },
  { id: 'personalisation', number: 38, theme: 'marketing-sales', en: 'Customer personalisation', fa: 'شخصی‌سازی مشتری', subject: 'client', hasEvidence: true },
  { id: 'sales-schemes', number: 39, theme: 'marketing-sales', en: 'Diverse sales schemes', fa: 'طرح‌های متنوع فروش', subject: 'company', hasEvidence: false },
  { id: 'marketing-mix', number: 40, theme: 'marketing-sales', en: 'Marketing mix', fa: 'آمیخته بازاریابی', subject: 'company', hasEvidence: false },
  { id: 'return-guarantee', number: 41, theme: 'transaction-security', en: 'Guaranteed return of defective goods', fa: 'ضمانت برگشت کالای معیوب', subject: 'client', hasEvidence: true },
  { id: 'calibration-certificate', number: 42, theme: 'transaction-security', en: 'Provision of calibration certificates', fa: 'ارائه گواهی کالیبره', subject: 'client', hasEvidence: true },
  { id: 'calibration-service', number: 43, theme: 'transaction-security', en: 'Calibration services', fa: 'خدمات کالیبراسیون', subject: 'client', hasEvidence: true },
  { id: 'valuable-resources', number: 44, theme: 'production', en: 'Valuable resources', fa: 'منابع ارزشمند', subject: 'company', hasEvidence: false },
  { id: 'meeting-needs', number: 45, theme: 'production', en: 'Meeting the customer\'s need', fa: 'تامین نیاز مشتری', subject: 'client', hasEvidence: true },
  { id: 'competitive-dynamism', number: 46, theme: 'production', en: 'Competitive dynamism', fa: 'پویایی رقابتی', subject: 'company', hasEvidence: false },
  { id: 'open-innovation', number: 47, theme: 'strategic-capability', en: 'Open innovation', fa: 'نوآوری باز', subject: 'client', hasEvidence: true },
  { id: 'differentiation', number: 48, theme: 'strategic-capability', en: 'Differentiation', fa: 'تمایز', subject: 'company', hasEvidence: false },
  { id: 'timely-delivery', number: 49, theme: 'strategic-capability', en: 'Timely delivery of the product', fa: 'تحویل بهنگام محصول', subject: 'client', hasEvidence: true },
  { id: 'foresight', number: 50, theme: 'strategic-capability', en: 'Foresight of the organisation', fa: 'آینده‌نگری سازمان', subject: 'company', hasEvidence: false },
  { id: 'creativity', number: 51, theme: 'future-strategies', en: 'Creativity in marketing and sales', fa: 'خلاقیت در بازاریابی و فروش', subject: 'company', hasEvidence: false },
  { id: 'sustained-interaction', number: 52, theme: 'future-strategies', en: 'Sustained interaction with the customer', fa: 'تعامل پایدار با مشتری', subject: 'client', hasEvidence: true },
  { id: 'market-expansion', number: 53, theme: 'future-strategies', en: 'Market expansion', fa: 'گسترش بازار', subject: 'client', hasEvidence: true },
  { id: 'resilience', number: 54, theme: 'performance', en: 'Resilience of the organisation', fa: 'تاب‌آوری سازمان', subject: 'company', hasEvidence: false },
  { id: 'customer-club', number: 55, theme: 'performance', en: 'Customer club', fa: 'باشگاه مشتریان', subject: 'client', hasEvidence: true },
  { id: 'successful-experiences', number: 56, theme: 'performance', en: 'Building successful experiences for the customer', fa: 'ساخت تجربه‌های موفق برای مشتری', subject: 'client', hasEvidence: true },
  { id: 'consumer-law', number: 57, theme: 'performance', en: 'Compliance with consumer law', fa: 'پایبندی به قوانین مصرف‌کننده', subject: 'client', hasEvidence: true },
] as const satisfies readonly IndicatorRow[];

export type Indicator = (typeof indicators)[number];
export type IndicatorId = Indicator['id'];
