/** How Persian is not written, each with an example that shows the rule at work. */
export const persianOffences = [
  { offence: 'a letter of the Arabic alphabet', pattern: /[يىكةٱـ]/u, example: 'مشتري' },
  { offence: 'an Arabic digit', pattern: /[٠-٩]/u, example: '٤ روز' },
  { offence: 'a Latin mark', pattern: /[\u0600-\u06FF]\s*[,;?]/u, example: 'قیمت, زمان' },
  { offence: 'another ezafe after a silent heh than ه‌ی', pattern: /[\u0654ۀ]|ه ی(?:\s|$)/u, example: 'همهٔ مشتریان' },
  { offence: 'a half-space that no letter follows', pattern: /\u200C(?![\u0621-\u06CC])/u, example: 'سفارش‌ ما' },
  { offence: 'a half-space after a letter that does not join', pattern: /(?<![بپتثجچحخسشصضطظعغفقکگلمنهی])\u200C/u, example: 'قرار‌داد' },
  { offence: 'a prefix apart from its word', pattern: /(?:^|[\s(])(?:ن?می|بی) (?!هیچ)[\u0600-\u06FF]/u, example: 'نمی خرد' },
  { offence: 'an ending apart from its word', pattern: / (?:ها|های|هایی|هایش|هایمان|هایشان|تر|ترین|ام|ای|اند|ایم)(?=[\s.،؛:؟!)]|$)/u, example: 'سفارش های' },
  // کتاب‌ها, not کتابها; after a letter that does not join none is needed: ابزارها.
  { offence: 'a plural grown into its word', pattern: /(?<!(?:^|\s)ت)[بپتثجچحخسشصضطظعغفقکگلمنهی]ها(?:ی|یی|یش|یمان|یشان)?(?=[\s.،؛:؟!)]|$)/u, example: 'قولهایش' },
  { offence: 'می grown into its verb', pattern: /(?:^|[\s(])ن?می(?!ان|\u200C)[\u0621-\u06CC]{2,}(?:م|د|ند|یم|ید)(?=[\s.،؛:؟!)]|$)/u, example: 'نمیدهد' },
] as const;
