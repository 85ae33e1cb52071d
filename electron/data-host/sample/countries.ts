/**
 * Where the sample's clients are. Companies and people are made up; addresses end in `.example` (RFC 2606) and phone
 * numbers have the area code 000, which no country gives out.
 */
export interface SampleCountry {
  readonly code: string;
  readonly dial: string;
  readonly language: string;
  readonly timeZone: string;
  readonly currency: 'USD' | 'EUR';
  readonly incoterms: readonly string[];
  readonly place: string;
  readonly modes: readonly ('Air' | 'Ocean' | 'Truck')[];
  /** Days under way, door to door. */
  readonly transitDays: number;
  readonly messenger: 'whatsapp' | 'telegram' | 'linkedin' | 'eitaa' | 'bale' | 'wechat';
  readonly companies: readonly string[];
  readonly people: readonly string[];
}

export const sampleCountries: readonly SampleCountry[] = [
  {
    code: 'DE', dial: '+49', language: 'de', timeZone: 'Europe/Berlin', currency: 'EUR', incoterms: ['DAP', 'FCA'], place: 'Köln', modes: ['Truck'],
    transitDays: 6, messenger: 'linkedin',
    companies: ['Rheintal Präzision GmbH', 'Nordsee Werkzeughandel GmbH', 'Schwarzwald Messtechnik KG', 'Elbe Industriebedarf GmbH', 'Alpenrand Werkzeuge GmbH'],
    people: ['Anke Brandt', 'Jürgen Weiß', 'Miriam Schäfer', 'Tobias Köhler', 'Petra Lang', 'Lukas Vogt'],
  },
  {
    code: 'PL', dial: '+48', language: 'pl', timeZone: 'Europe/Warsaw', currency: 'EUR', incoterms: ['DAP', 'CPT'], place: 'Łódź', modes: ['Truck'],
    transitDays: 5, messenger: 'whatsapp',
    companies: ['Wisła Narzędzia Sp. z o.o.', 'Bałtyk Pomiary S.A.', 'Śląsk Technika Sp. z o.o.', 'Mazury Serwis Narzędzi'],
    people: ['Agnieszka Wójcik', 'Paweł Zieliński', 'Łukasz Kowal', 'Dorota Śliwa'],
  },
  {
    code: 'IT', dial: '+39', language: 'it', timeZone: 'Europe/Rome', currency: 'EUR', incoterms: ['DAP', 'CIP'], place: 'Bologna', modes: ['Truck', 'Air'],
    transitDays: 6, messenger: 'linkedin',
    companies: ['Adriatica Utensili S.r.l.', 'Valpadana Misure S.p.A.', 'Torino Attrezzi S.r.l.', 'Etna Strumenti S.n.c.'],
    people: ['Giulia Ferri', 'Marco Bellini', 'Nicolò Serra', 'Chiara Monti'],
  },
  {
    code: 'IR', dial: '+98', language: 'fa', timeZone: 'Asia/Tehran', currency: 'USD', incoterms: ['CPT', 'FCA'], place: 'تهران', modes: ['Truck', 'Air'],
    transitDays: 9, messenger: 'eitaa',
    companies: ['ابزار دقیق پارسیان', 'صنایع اندازه‌گیری زاگرس', 'بازرگانی ابزار البرز', 'پویا گشتاور آریا', 'ماشین‌سازی کویر', 'نوآوران سنجش خلیج'],
    people: ['سارا محمدی', 'علی‌رضا کریمی', 'مهسا رستمی', 'حسین یزدانی', 'ژاله پورمند', 'کیوان گلستانی'],
  },
  {
    code: 'AF', dial: '+93', language: 'fa', timeZone: 'Asia/Kabul', currency: 'USD', incoterms: ['CPT', 'EXW'], place: 'هرات', modes: ['Truck'],
    transitDays: 14, messenger: 'whatsapp',
    companies: ['شرکت ابزار بامیان', 'تجارتی هریرود', 'صنعتی پنجشیر', 'ورکشاپ آریانا'],
    people: ['فرهاد نوری', 'نجیبه احمدزی', 'عبدالله صدیقی', 'مریم وفا'],
  },
  {
    code: 'IQ', dial: '+964', language: 'ar', timeZone: 'Asia/Baghdad', currency: 'USD', incoterms: ['CIP', 'DAP'], place: 'أربيل', modes: ['Truck', 'Ocean'],
    transitDays: 11, messenger: 'whatsapp',
    companies: ['شركة الرافدين للعدد الصناعية', 'مؤسسة دجلة للقياس', 'شركة بابل التجارية', 'مكتب الفرات الهندسي'],
    people: ['حيدر الجبوري', 'زينب العبيدي', 'عمر السامرائي', 'نور الحسني'],
  },
  {
    code: 'AE', dial: '+971', language: 'en', timeZone: 'Asia/Dubai', currency: 'USD', incoterms: ['CIF', 'DAP'], place: 'Jebel Ali', modes: ['Ocean', 'Air'],
    transitDays: 16, messenger: 'whatsapp',
    companies: ['Gulf Crescent Tools LLC', 'Al Safa Calibration FZE', 'Palm Industrial Supplies', 'Desert Line Trading LLC', 'Creekside Instruments FZCO'],
    people: ['Huda Al Marri', 'Rashid Khan', 'Leena Thomas', 'Yousef Darwish', 'Sanjay Pillai'],
  },
  {
    code: 'IN', dial: '+91', language: 'en', timeZone: 'Asia/Kolkata', currency: 'USD', incoterms: ['CIF', 'FOB'], place: 'Nhava Sheva', modes: ['Ocean', 'Air'],
    transitDays: 21, messenger: 'whatsapp',
    companies: ['Deccan Precision Tools Pvt Ltd', 'Sahyadri Gauges', 'Coromandel Engineering Stores', 'Vindhya Torque Works', 'Malabar Machine Supplies'],
    people: ['Ananya Rao', 'Vikram Joshi', 'Meera Nair', 'Arjun Deshpande', 'Kavita Shah'],
  },
  {
    code: 'KZ', dial: '+7', language: 'ru', timeZone: 'Asia/Almaty', currency: 'USD', incoterms: ['CPT', 'DAP'], place: 'Алматы', modes: ['Truck'],
    transitDays: 13, messenger: 'telegram',
    companies: ['ТОО «Алатау Инструмент»', 'ТОО «Степь Метрология»', 'ТОО «Каспий Сервис»'],
    people: ['Айгерим Сатпаева', 'Данияр Омаров', 'Ольга Лебедева'],
  },
  {
    code: 'ZA', dial: '+27', language: 'en', timeZone: 'Africa/Johannesburg', currency: 'USD', incoterms: ['CIF', 'CIP'], place: 'Durban', modes: ['Ocean', 'Air'],
    transitDays: 28, messenger: 'whatsapp',
    companies: ['Highveld Tooling', 'Karoo Mining Supplies', 'Cape Gauge & Torque', 'Limpopo Workshop Stores'],
    people: ['Thandi Mokoena', 'Pieter Botha', 'Naledi Khumalo', 'Craig Adams'],
  },
  {
    code: 'BR', dial: '+55', language: 'pt-BR', timeZone: 'America/Sao_Paulo', currency: 'USD', incoterms: ['FOB', 'CIF'], place: 'Santos', modes: ['Ocean', 'Air'],
    transitDays: 30, messenger: 'whatsapp',
    companies: ['Paraná Ferramentas Ltda.', 'São Bento Instrumentos', 'Guará Metrologia S.A.', 'Ipê Usinagem Ltda.'],
    people: ['Júlia Araújo', 'Thiago Gonçalves', 'Renata Falcão', 'Caio Brandão'],
  },
  {
    code: 'MX', dial: '+52', language: 'es', timeZone: 'America/Mexico_City', currency: 'USD', incoterms: ['FOB', 'DAP'], place: 'Veracruz', modes: ['Ocean', 'Air'],
    transitDays: 27, messenger: 'whatsapp',
    companies: ['Herramientas del Bajío S.A.', 'Sierra Madre Calibración', 'Puebla Automotriz Suministros', 'Norteña de Medición'],
    people: ['Lucía Ibáñez', 'Óscar Treviño', 'Ximena Peña', 'Raúl Núñez'],
  },
  {
    code: 'VN', dial: '+84', language: 'vi', timeZone: 'Asia/Ho_Chi_Minh', currency: 'USD', incoterms: ['CIF', 'FCA'], place: 'Hải Phòng', modes: ['Ocean', 'Air'],
    transitDays: 24, messenger: 'linkedin',
    companies: ['Công ty Dụng cụ Sông Hồng', 'Hạ Long Precision', 'Sài Gòn Đo Lường', 'Mê Kông Industrial Tools'],
    people: ['Nguyễn Thu Hà', 'Trần Quốc Bảo', 'Lê Minh Đức', 'Phạm Ngọc Anh'],
  },
  {
    code: 'EG', dial: '+20', language: 'ar', timeZone: 'Africa/Cairo', currency: 'USD', incoterms: ['CIF', 'CFR'], place: 'Alexandria', modes: ['Ocean'],
    transitDays: 14, messenger: 'whatsapp',
    companies: ['النيل للأدوات الدقيقة', 'Delta Gauges & Tools', 'القاهرة للمعدات الصناعية', 'سيناء للتوريدات'],
    people: ['منى عبد الرحمن', 'كريم فؤاد', 'Salma Hegazy', 'طارق منصور'],
  },
];
