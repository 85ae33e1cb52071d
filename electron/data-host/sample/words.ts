/** What the sample's letters, notes and tasks say: in Persian to clients who are written to in Persian, in English to all others. */
export interface SampleWords {
  readonly outbound: readonly string[];
  readonly inbound: readonly string[];
  readonly meetings: readonly string[];
  readonly complaint: { readonly subject: string; readonly body: string };
  readonly answered: readonly string[];
  readonly tasks: readonly string[];
  readonly roles: readonly string[];
}

const english: SampleWords = {
  outbound: ['Offer for digital calipers', 'New torque wrench with angle reading', 'Order confirmation', 'Shipping documents', 'How did the last delivery arrive?', 'Catalogue and price list', 'Calibration reminder', 'Greetings for the new year'],
  inbound: ['Request for quotation', 'Question about IP67', 'When will the order leave?', 'Thank you, all arrived well', 'Certificate of origin needed', 'Asking for a better price for 200 pieces'],
  meetings: ['Visit at the works', 'Talk at the stand', 'Video call about the yearly plan', 'Demonstration of the digital wrench', 'Workshop on correct tightening'],
  complaint: { subject: 'Complaint: torque wrenches out of tolerance', body: 'Three of the twenty wrenches of the last delivery read more than 6 % high. We need replacements and a word on what happened.' },
  answered: ['Re: your message', 'Our answer and a proposal', 'Clarified by phone'],
  tasks: ['Send the offer for the second half-year', 'Call about the late lines', 'Ask for feedback on the last delivery', 'Send the calibration certificates again', 'Agree on next month’s meeting', 'Check stock for the new order'],
  roles: ['Purchasing manager', 'Managing director', 'Quality engineer', 'Workshop manager', 'Import officer'],
};

const persian: SampleWords = {
  outbound: ['پیشنهاد قیمت کولیس دیجیتال', 'آچار گشتاور جدید با نمایش زاویه', 'تأیید سفارش', 'اسناد حمل', 'آخرین محموله چطور رسید؟', 'فهرست کالا و قیمت', 'یادآوری کالیبراسیون', 'تبریک نوروز'],
  inbound: ['درخواست پیش‌فاکتور', 'پرسش دربارهٔ درجهٔ حفاظت IP67', 'سفارش چه روزی ارسال می‌شود؟', 'سپاس، همه چیز سالم رسید', 'نیاز به گواهی مبدأ', 'درخواست تخفیف برای ۲۰۰ عدد'],
  meetings: ['بازدید از کارخانه', 'گفت‌وگو در غرفه', 'تماس تصویری برای برنامهٔ سال', 'نمایش عملی آچار دیجیتال', 'کارگاه آموزشی سفت‌کردن درست'],
  complaint: { subject: 'شکایت: خطای آچارهای گشتاور', body: 'سه عدد از بیست آچار محمولهٔ اخیر بیش از ۶ درصد خطا دارند. لطفاً جایگزین بفرستید و علت را توضیح دهید.' },
  answered: ['پاسخ به پیام شما', 'پاسخ و پیشنهاد ما', 'تلفنی روشن شد'],
  tasks: ['ارسال پیشنهاد نیمهٔ دوم سال', 'تماس دربارهٔ ردیف‌های عقب‌افتاده', 'پرسیدن نظر مشتری دربارهٔ آخرین محموله', 'ارسال دوبارهٔ گواهی‌های کالیبراسیون', 'هماهنگی جلسهٔ ماه آینده', 'بررسی موجودی برای سفارش جدید'],
  roles: ['مدیر خرید', 'مدیرعامل', 'کارشناس کیفیت', 'سرپرست کارگاه', 'کارشناس واردات'],
};

/** The language that a client of this language is written to in. */
export const wordsLanguage = (language: string): 'en' | 'fa' => (language === 'fa' ? 'fa' : 'en');

export const wordsFor = (language: string): SampleWords => (wordsLanguage(language) === 'fa' ? persian : english);
