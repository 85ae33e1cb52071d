import { fieldKeys } from './types.ts';
import type { Field, FieldEntity, FieldKey, FieldType, ImportKind } from './types.ts';

const deliveries: readonly ImportKind[] = ['deliveries'];
const companies: readonly ImportKind[] = ['deliveries', 'clients', 'contacts'];
const clients: readonly ImportKind[] = ['clients'];
const contacts: readonly ImportKind[] = ['contacts'];
const instruments: readonly ImportKind[] = ['instruments'];
const goods: readonly ImportKind[] = ['deliveries', 'instruments'];
const named: readonly ImportKind[] = [...companies, 'instruments'];

interface Entry {
  readonly type: FieldType;
  readonly kinds: readonly ImportKind[];
  readonly requiredFor?: readonly ImportKind[];
  readonly orElse?: FieldKey;
  /** Parted by `|`; compared by `normaliseHeader`, so `#`, `No.` and `Number` are one. */
  readonly synonyms: string;
  /** Names that mean this field among deliveries alone: of an instrument, the model is a field of its own. */
  readonly deliverySynonyms?: string;
}

const entries: Readonly<Record<FieldKey, Entry>> = {
  'client.code': {
    type: 'code', kinds: named, requiredFor: named, orElse: 'client.name',
    synonyms: 'client code|client no|client id|customer code|customer no|customer id|account no|account code|account id|project code|buyer code|کد مشتری|شماره مشتری|شناسه مشتری|کد طرف حساب|کد خریدار|کد پروژه',
  },
  'client.name': {
    type: 'text', kinds: named, requiredFor: named, orElse: 'client.code',
    synonyms: 'client|client name|customer|customer name|company|company name|account|account name|buyer|consignee|sold to|ship to name|organization|organisation|firm|مشتری|نام مشتری|شرکت|نام شرکت|خریدار|نام خریدار|طرف حساب|گیرنده|سازمان',
  },
  'client.country': {
    type: 'country', kinds: companies,
    synonyms: 'country|client country|customer country|ship to country|destination country|country name|country code|کشور|نام کشور|کشور مقصد|کشور مشتری|کد کشور',
  },
  'client.language': { type: 'language', kinds: clients, synonyms: 'language|client language|preferred language|locale|زبان|زبان مشتری|زبان مکاتبه' },
  'client.segment': { type: 'text', kinds: clients, synonyms: 'segment|category|client type|customer type|industry|sector|group|customer group|بخش|بخش بازار|گروه|گروه مشتری|نوع مشتری|صنعت|دسته' },
  'client.email': { type: 'email', kinds: clients, synonyms: 'email|e mail|email address|company email|mail|ایمیل|پست الکترونیک|رایانامه|ایمیل شرکت' },
  'client.phone': { type: 'phone', kinds: clients, synonyms: 'phone|telephone|tel|phone no|company phone|switchboard|تلفن|شماره تلفن|تلفن شرکت' },
  'client.website': { type: 'text', kinds: clients, synonyms: 'website|web site|web|url|homepage|وب سایت|سایت|تارنما|وبگاه' },
  'contact.name': {
    type: 'text', kinds: contacts, requiredFor: contacts,
    synonyms: 'contact|contact name|contact person|full name|name|person|representative|نام مخاطب|مخاطب|رابط|نام رابط|نام|نام و نام خانوادگی|شخص رابط|نماینده',
  },
  'contact.role': { type: 'text', kinds: contacts, synonyms: 'role|contact role|contact’s role|title|job title|position|function|department|سمت|سمت مخاطب|نقش|عنوان شغلی|مسئولیت' },
  'contact.email': { type: 'email', kinds: contacts, synonyms: 'contact email|email|e mail|email address|mail|ایمیل|ایمیل مخاطب|پست الکترونیک|رایانامه' },
  'contact.phone': { type: 'phone', kinds: contacts, synonyms: 'contact phone|phone|mobile|cell|telephone|tel|phone no|mobile no|whatsapp|تلفن|موبایل|همراه|تلفن همراه|شماره تلفن|شماره موبایل|شماره همراه|واتساپ' },
  'contact.language': { type: 'language', kinds: contacts, synonyms: 'language|preferred language|contact language|زبان|زبان مکاتبه' },
  'order.number': {
    type: 'code', kinds: goods, requiredFor: deliveries,
    synonyms: 'order|order no|order id|po no|po|so no|so|po so no|purchase order|purchase order no|sales order|sales order no|order code|order ref|pi no|proforma no|شماره سفارش|سفارش|کد سفارش|شناسه سفارش|شماره پیش فاکتور|شماره پروفرما',
  },
  'order.orderedOn': { type: 'day', kinds: deliveries, synonyms: 'order date|ordered on|ordered|date ordered|po date|so date|purchase order date|sales order date|تاریخ سفارش|روز سفارش|تاریخ ثبت سفارش' },
  'line.number': {
    type: 'code', kinds: goods, requiredFor: deliveries,
    synonyms: 'line|line no|line id|order line|order line no|line item|line item no|item no|position no|pos|pos no|id|row id|شماره ردیف|ردیف|ردیف سفارش|شناسه ردیف|شناسه|قلم|شماره قلم',
  },
  'line.quantity': {
    type: 'quantity', kinds: deliveries, requiredFor: deliveries,
    synonyms: 'quantity|qty|order quantity|ordered quantity|ordered qty|order qty|line quantity|line item quantity|units|units ordered|pieces|pcs|تعداد|مقدار|تعداد سفارش|مقدار سفارش|تعداد سفارش شده',
  },
  'line.deliveredQuantity': { type: 'quantity', kinds: deliveries, synonyms: 'delivered quantity|quantity delivered|delivered qty|qty delivered|shipped quantity|shipped qty|quantity shipped|qty shipped|تعداد تحویل|تعداد تحویل شده|مقدار تحویل شده|تعداد ارسال شده' },
  'line.valueAmount': {
    type: 'money', kinds: deliveries,
    synonyms: 'value|amount|line value|line item value|line amount|line total|total|total value|total amount|net amount|net value|order value|sales value|extended price|ارزش|مبلغ|ارزش ردیف|مبلغ ردیف|مبلغ کل|جمع|جمع کل|ارزش کل',
  },
  'line.currency': { type: 'currency', kinds: deliveries, synonyms: 'currency|currency code|curr|ccy|ارز|واحد پول|نوع ارز|واحد ارز' },
  'line.requestedOn': {
    type: 'day', kinds: deliveries,
    synonyms: 'requested date|request date|requested on|requested delivery date|customer request date|required date|required delivery date|need by date|needed by|wish date|crd|تاریخ درخواست|تاریخ درخواستی|تاریخ مورد نیاز|تاریخ درخواستی مشتری',
  },
  'line.firstPromisedOn': {
    type: 'day', kinds: deliveries,
    synonyms: 'promised date|promise date|first promise|first promise date|first promised date|promised delivery date|promised on|confirmed date|confirmed delivery date|committed date|commit date|scheduled delivery date|scheduled date|planned delivery date|due date|delivery due date|eta promised|تاریخ وعده|تاریخ تعهد|تاریخ قول داده شده|تاریخ تعهد شده|نخستین وعده|تاریخ برنامه ریزی شده|تاریخ تحویل برنامه ریزی شده|موعد تحویل|سررسید تحویل',
  },
  'line.deliveredOn': {
    type: 'day', kinds: deliveries,
    synonyms: 'delivered|delivered on|delivered date|delivery date|actual delivery date|date delivered|delivered to client date|delivered to customer date|actual delivery|actual date|goods received date|تاریخ تحویل|تاریخ تحویل واقعی|روز تحویل|تحویل شده در|تاریخ تحویل به مشتری|تحویل',
  },
  'product.code': {
    type: 'code', kinds: goods, requiredFor: deliveries, orElse: 'product.name',
    synonyms: 'product code|product no|product id|item code|sku|part no|part code|article|article no|article code|material|material no|catalog no|catalogue no|کد کالا|کد محصول|شماره کالا|شماره فنی|شناسه کالا',
    deliverySynonyms: 'model|model no|مدل',
  },
  'product.name': {
    type: 'text', kinds: goods, requiredFor: deliveries, orElse: 'product.code',
    synonyms: 'product|product name|product description|item|item name|item description|description|article description|material description|goods|goods description|کالا|نام کالا|محصول|نام محصول|شرح کالا|شرح محصول|شرح',
  },
  'shipment.number': {
    type: 'code', kinds: goods,
    synonyms: 'shipment|shipment no|shipment id|asn|asn no|dn no|asn dn no|delivery note|delivery note no|delivery no|dispatch no|despatch no|consignment no|packing list no|awb|awb no|bl no|b l no|bill of lading|شماره محموله|محموله|شماره حمل|شماره ارسال|شماره بارنامه|بارنامه|حواله|شماره حواله',
  },
  'instrument.serial': {
    type: 'code', kinds: instruments, requiredFor: instruments,
    synonyms: 'serial|serial no|serial number|s n|sn|sr no|instrument serial|instrument serial no|instrument no|gauge no|gage no|tool no|سریال|شماره سریال|شماره سری|سریال نامبر|شماره ابزار|شماره دستگاه',
  },
  'instrument.manufacturer': { type: 'text', kinds: instruments, synonyms: 'manufacturer|maker|make|brand|mfr|mfg|سازنده|شرکت سازنده|تولیدکننده|نشان|برند' },
  'instrument.model': { type: 'text', kinds: instruments, synonyms: 'model|model no|model number|type|type no|type designation|مدل|شماره مدل|نوع|تیپ' },
  'instrument.assetNumber': { type: 'code', kinds: instruments, synonyms: 'asset|asset no|asset number|asset tag|inventory no|inventory number|equipment no|equipment id|tag no|شماره اموال|کد اموال|اموال|پلاک اموال|شماره دارایی|کد تجهیز' },
  'instrument.site': { type: 'text', kinds: instruments, synonyms: 'site|location|place|plant|hall|department|where used|محل|محل استفاده|مکان|کارگاه|سالن' },
  'instrument.deliveredOn': { type: 'day', kinds: instruments, synonyms: 'delivered on|delivered|delivery date|delivered date|date of delivery|shipped on|تاریخ تحویل|تحویل|روز تحویل|تاریخ ارسال' },
  'instrument.calibratedOn': {
    type: 'day', kinds: instruments,
    synonyms: 'last calibrated on|last calibrated|last calibration|last calibration date|calibrated on|calibration date|date of calibration|cal date|last cal|last cal date|تاریخ کالیبراسیون|آخرین کالیبراسیون|تاریخ آخرین کالیبراسیون|کالیبره شده در',
  },
  'instrument.dueOn': {
    type: 'day', kinds: instruments,
    synonyms: 'due on|due|due date|calibration due|calibration due date|next calibration|next calibration date|next due|recalibration due|cal due|cal due date|valid until|سررسید|سررسید کالیبراسیون|تاریخ سررسید|کالیبراسیون بعدی|تاریخ کالیبراسیون بعدی|اعتبار تا',
  },
  'instrument.intervalMonths': {
    type: 'quantity', kinds: instruments,
    synonyms: 'interval|interval months|calibration interval|calibration interval months|recalibration interval|cycle months|period months|frequency months|بازه|بازه کالیبراسیون|دوره کالیبراسیون|دوره ماه|بازه ماه|فاصله کالیبراسیون',
  },
  'instrument.rangeLower': { type: 'decimal', kinds: instruments, synonyms: 'range lower|lower range|range from|range min|min range|range start|lower limit of range|measuring range from|کران پایین|حد پایین|گستره از|بازه اندازه گیری از|حداقل گستره' },
  'instrument.rangeUpper': { type: 'decimal', kinds: instruments, synonyms: 'range upper|upper range|range to|range max|max range|range end|capacity|measuring range to|کران بالا|حد بالا|گستره تا|بازه اندازه گیری تا|حداکثر گستره|ظرفیت' },
  'instrument.unit': { type: 'text', kinds: instruments, synonyms: 'unit|unit of measure|unit of the range|uom|range unit|measuring unit|یکا|یکای گستره|واحد|واحد اندازه گیری' },
  'instrument.resolution': { type: 'decimal', kinds: instruments, synonyms: 'resolution|readability|scale division|graduation|least count|تفکیک|تفکیک پذیری|دقت قرائت|رزولوشن' },
  'instrument.tolerance': { type: 'decimal', kinds: instruments, synonyms: 'tolerance|mpe|permissible error|maximum permissible error|accuracy|error limit|رواداری|تلرانس|خطای مجاز|بیشینه خطای مجاز|دقت' },
  'shipment.mode': { type: 'mode', kinds: deliveries, synonyms: 'shipment mode|mode|transport mode|mode of transport|shipping mode|ship mode|ship via|shipping method|delivery method|transport|شیوه حمل|روش حمل|نوع حمل|نحوه حمل|حمل|روش ارسال|نحوه ارسال' },
  'shipment.incoterm': { type: 'incoterm', kinds: deliveries, synonyms: 'incoterm|incoterms|inco term|inco terms|vendor inco term|delivery terms|terms of delivery|delivery term|اینکوترمز|اینکوترم|شرایط تحویل|ترم تحویل' },
  'shipment.incotermPlace': { type: 'text', kinds: deliveries, synonyms: 'incoterm place|named place|incoterms place|place of delivery|delivery place|incoterm location|محل تحویل|مکان تحویل|محل اینکوترمز|محل اینکوترم' },
};

const entities: readonly FieldEntity[] = ['client', 'contact', 'order', 'line', 'product', 'shipment', 'instrument'];

const entityOf = (key: FieldKey): FieldEntity => {
  const entity = entities.find((candidate) => key.startsWith(`${candidate}.`));
  if (entity === undefined) throw new RangeError(`Field ${key} names no entity`);
  return entity;
};

/** The catalogue of everything a column can feed, in the order a person would map it. */
export const fields: readonly Field[] = fieldKeys.map((key) => {
  const { type, kinds, requiredFor = [], orElse = null, synonyms, deliverySynonyms = '' } = entries[key];
  return { key, entity: entityOf(key), type, kinds, requiredFor, orElse, synonyms: synonyms.split('|'), deliverySynonyms: deliverySynonyms === '' ? [] : deliverySynonyms.split('|') };
});

const byKey = new Map(fields.map((field) => [field.key, field]));

export const fieldOf = (key: FieldKey): Field => {
  const field = byKey.get(key);
  if (field === undefined) throw new RangeError(`No field ${key} in the catalogue`);
  return field;
};

export const fieldsOfKind = (kind: ImportKind): readonly Field[] => fields.filter((field) => field.kinds.includes(kind));
