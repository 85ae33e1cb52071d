/** Words that a reader of the file needs beside the certificate's own: headings of columns and of our own statements. */
const words = {
  en: {
    results: 'Measurement results', asFound: 'Results as found', asLeft: 'Results as left', noResults: 'No measurement results', stage: 'State of the instrument',
    label: 'Measuring point', reference: 'Reference value', measured: 'Measured value', error: 'Measurement error', conformity: 'Conformity',
    toleranceLower: 'Lower tolerance limit', toleranceUpper: 'Upper tolerance limit', acceptanceLower: 'Lower acceptance limit', acceptanceUpper: 'Upper acceptance limit',
    verdict: 'Verdict in the words of the decision rule', position: 'Position on the certificate', externalProvider: 'Results from an external provider', distribution: 'Distribution',
    title: 'Title', place: 'Place of calibration', deviations: 'Deviations from the method', accreditation: 'Accreditation', traceability: 'Metrological traceability',
    specification: 'Specification', decisionRule: 'Decision rule',
    simple: 'Simple acceptance: in conformity inside the tolerance limits, themselves included',
    'guard-band-binary': 'Guard band w = r·U: pass inside the tolerance limits drawn in by w, else fail',
    'guard-band-four-way': 'Guard band w = r·U: pass, conditional pass, conditional fail, fail',
    'iso-14253-1': 'Guard band of 1.65 standard uncertainties on both sides of each limit: conform, nonconform, indeterminate',
    'z540-3-method-6': 'Acceptance limits by the test uncertainty ratio, for a global risk of false acceptance of 2 %',
    factor: 'Guard band as a multiple of the expanded uncertainty', adjusted: 'The instrument was adjusted or repaired',
    interval: 'Recalibration interval agreed with the customer', amendment: 'Reason for the amendment', language: 'Language of the certificate', overall: 'Conformity of the item',
    serial: 'Serial number', asset: 'Inventory number', certificate: 'Certificate number', replaced: 'Number of the certificate that this one replaces', unidentified: 'No identification; number of the certificate', dueOn: 'Calibration due', issuer: 'Issued by', nobody: 'Not signed',
    basicTerms: 'RefTypes that all fields of measurement share', ownTerms: 'RefTypes for what a certificate says and the format has no place for',
  },
  fa: {
    results: 'نتایج اندازه‌گیری', asFound: 'نتایج پیش از تنظیم', asLeft: 'نتایج پس از تنظیم', noResults: 'بدون نتیجهٔ اندازه‌گیری', stage: 'وضعیت دستگاه',
    label: 'نقطهٔ اندازه‌گیری', reference: 'مقدار مرجع', measured: 'مقدار اندازه‌گیری‌شده', error: 'خطای اندازه‌گیری', conformity: 'انطباق',
    toleranceLower: 'حد پایین رواداری', toleranceUpper: 'حد بالای رواداری', acceptanceLower: 'حد پایین پذیرش', acceptanceUpper: 'حد بالای پذیرش',
    verdict: 'رأی به بیان قاعدهٔ تصمیم', position: 'جایگاه در گواهی', externalProvider: 'نتایج از تأمین‌کنندهٔ بیرونی', distribution: 'توزیع',
    title: 'عنوان', place: 'محل کالیبراسیون', deviations: 'انحراف از روش', accreditation: 'اعتباربخشی', traceability: 'قابلیت ردیابی اندازه‌شناختی',
    specification: 'مشخصات فنی', decisionRule: 'قاعدهٔ تصمیم',
    simple: 'پذیرش ساده: درون حدود رواداری، با خود حدود، منطبق است',
    'guard-band-binary': 'نوار حفاظتی w = r·U: درون حدود رواداری که به اندازهٔ w تنگ شده‌اند قبول، وگرنه رد',
    'guard-band-four-way': 'نوار حفاظتی w = r·U: قبول، قبول مشروط، رد مشروط، رد',
    'iso-14253-1': 'نوار حفاظتی برابر ۱٫۶۵ عدم قطعیت استاندارد در دو سوی هر حد: منطبق، نامنطبق، نامعین',
    'z540-3-method-6': 'حدود پذیرش بر پایهٔ نسبت عدم قطعیت آزمون، برای خطر کلی پذیرش نادرست ۲ درصد',
    factor: 'نوار حفاظتی، چند برابر عدم قطعیت گسترده', adjusted: 'دستگاه تنظیم یا تعمیر شد',
    interval: 'دورهٔ کالیبراسیون مجدد، توافق‌شده با مشتری', amendment: 'دلیل اصلاح', language: 'زبان گواهی', overall: 'انطباق قلم',
    serial: 'شمارهٔ سریال', asset: 'شمارهٔ اموال', certificate: 'شمارهٔ گواهی', replaced: 'شمارهٔ گواهی‌ای که این جایگزین آن است', unidentified: 'بدون شناسه؛ شمارهٔ گواهی', dueOn: 'موعد کالیبراسیون', issuer: 'صادرکننده', nobody: 'بدون امضا',
    basicTerms: 'نوع‌های مشترک میان همهٔ رشته‌های اندازه‌گیری', ownTerms: 'نوع‌هایی برای آنچه گواهی می‌گوید و قالب جایی برایش ندارد',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type Label = keyof (typeof words)['en'];
export type LabelLanguage = keyof typeof words;

export const labelLanguages: readonly LabelLanguage[] = ['en', 'fa'];
export const labelIn = (language: LabelLanguage, label: Label): string => words[language][label];
