/** What people wrote in the sample's relationship records. */
interface RelationshipWords {
  readonly offers: readonly string[];
  readonly campaigns: readonly string[];
  readonly contents: readonly string[];
  readonly occasions: readonly string[];
  readonly promises: readonly string[];
  readonly complaints: readonly string[];
  readonly praise: readonly string[];
  readonly benefits: readonly string[];
  readonly trainings: readonly string[];
  readonly ideas: readonly string[];
  readonly referrals: readonly string[];
  readonly returns: readonly string[];
}

const english: RelationshipWords = {
  offers: ['Digital calipers 150 mm, 50 pieces', 'Torque wrenches 20–100 Nm', 'Depth gauges with data output', 'Yearly calibration contract'],
  campaigns: ['Spring catalogue', 'New torque wrench series', 'Calibration week'],
  contents: ['How to read a vernier', 'Torque in assembly: five mistakes', 'Care of calipers'],
  occasions: ['New Year', 'National day', 'Company anniversary'],
  promises: ['Send the calibration certificates', 'Name a delivery day for the second part', 'Answer on the yearly price'],
  complaints: ['Display goes blank in the cold', 'Certificate came two weeks late', 'Scale hard to read'],
  praise: ['Packing was faultless this time', 'Fast answer on the order', 'The new handle is liked in the workshop'],
  benefits: ['5 % on the next order', 'Free calibration of one wrench', 'Early look at the new series'],
  trainings: ['Correct tightening with torque wrenches', 'Measuring with calipers', 'Reading a calibration certificate'],
  ideas: ['Carrying case with foam for three tools', 'Battery level in the display', 'Scale in both units'],
  referrals: ['A sister company', 'A neighbouring workshop', 'A supplier of theirs'],
  returns: ['Torque wrench reads too high', 'Display of a caliper failed', 'Ratchet slips'],
};

const persian: RelationshipWords = {
  offers: ['کولیس دیجیتال ۱۵۰ میلی‌متری، ۵۰ عدد', 'آچار گشتاور ۲۰ تا ۱۰۰ نیوتن‌متر', 'عمق‌سنج با خروجی داده', 'قرارداد سالانهٔ کالیبراسیون'],
  campaigns: ['کاتالوگ بهار', 'سری جدید آچار گشتاور', 'هفتهٔ کالیبراسیون'],
  contents: ['ورنیه را چگونه بخوانیم', 'پنج خطای رایج در بستن با گشتاور', 'نگهداری از کولیس'],
  occasions: ['نوروز', 'شب یلدا', 'سالگرد تأسیس شرکت'],
  promises: ['ارسال گواهی‌های کالیبراسیون', 'اعلام روز تحویل بخش دوم', 'پاسخ دربارهٔ قیمت سالانه'],
  complaints: ['نمایشگر در سرما خاموش می‌شود', 'گواهی دو هفته دیر رسید', 'درجه‌بندی به‌سختی خوانده می‌شود'],
  praise: ['بسته‌بندی این بار بی‌نقص بود', 'پاسخ سفارش سریع رسید', 'دستهٔ جدید در کارگاه پسندیده شد'],
  benefits: ['۵ درصد تخفیف برای سفارش بعدی', 'کالیبراسیون رایگان یک آچار', 'دیدن سری جدید پیش از عرضه'],
  trainings: ['بستن درست با آچار گشتاور', 'اندازه‌گیری با کولیس', 'خواندن گواهی کالیبراسیون'],
  ideas: ['کیف حمل با جای سه ابزار', 'نمایش شارژ باتری', 'درجه‌بندی با هر دو یکا'],
  referrals: ['یک شرکت هم‌گروه', 'کارگاه همسایه', 'یکی از تأمین‌کنندگانشان'],
  returns: ['آچار گشتاور زیاد نشان می‌دهد', 'نمایشگر کولیس از کار افتاد', 'جغجغه هرز می‌گردد'],
};

export const relationshipWordsFor = (language: string): RelationshipWords => (language === 'fa' ? persian : english);
