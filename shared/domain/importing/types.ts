/** What a foreign table may be read as. */
export const importKinds = ['deliveries', 'clients', 'contacts', 'instruments'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Every place of our records that a column can feed, as `entity.field`. `fields.ts` says what each one takes. */
export const fieldKeys = [
  'instrument.serial',
  'instrument.manufacturer',
  'instrument.model',
  'client.code',
  'client.name',
  'client.country',
  'client.language',
  'client.segment',
  'client.email',
  'client.phone',
  'client.website',
  'contact.name',
  'contact.role',
  'contact.email',
  'contact.phone',
  'contact.language',
  'order.number',
  'order.orderedOn',
  'line.number',
  'line.quantity',
  'line.deliveredQuantity',
  'line.valueAmount',
  'line.currency',
  'line.requestedOn',
  'line.firstPromisedOn',
  'line.deliveredOn',
  'product.code',
  'product.name',
  'shipment.number',
  'shipment.mode',
  'shipment.incoterm',
  'shipment.incotermPlace',
  'instrument.assetNumber',
  'instrument.site',
  'instrument.deliveredOn',
  'instrument.calibratedOn',
  'instrument.dueOn',
  'instrument.intervalMonths',
  'instrument.rangeLower',
  'instrument.rangeUpper',
  'instrument.unit',
  'instrument.resolution',
  'instrument.tolerance',
] as const;
export type FieldKey = (typeof fieldKeys)[number];
export type FieldEntity = 'client' | 'contact' | 'order' | 'line' | 'product' | 'shipment' | 'instrument';

/**
 * What a cell is read as. `code` is text that identifies (kept with its leading zeros, must hold a letter or digit),
 * `text` any words, `quantity` an exact decimal, `money` an amount read to integer minor units, `decimal` a signed number whose
 * digits are kept as written, trailing zeros included.
 */
export type FieldType =
  | 'code'
  | 'text'
  | 'phone'
  | 'email'
  | 'quantity'
  | 'money'
  | 'decimal'
  | 'currency'
  | 'day'
  | 'country'
  | 'incoterm'
  | 'mode'
  | 'language';

export interface Field {
  readonly key: FieldKey;
  readonly entity: FieldEntity;
  readonly type: FieldType;
  readonly kinds: readonly ImportKind[];
  /** The kinds that cannot be read without this field (or one of its alternatives). */
  readonly requiredFor: readonly ImportKind[];
  /** Fields of which one is enough: a client by code or by name. */
  readonly orElse: FieldKey | null;
  /** Header names it goes by, English and Persian, in any spelling `normaliseHeader` evens out. */
  readonly synonyms: readonly string[];
  /** Names that mean it in a table of deliveries alone. */
  readonly deliverySynonyms: readonly string[];
}

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const;
/** Labels of the WHATWG Encoding Standard: `TextDecoder` takes them as they are. */
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How three short numbers (`8/9/14`) are to be read in one column. A four-digit year decides for itself. */
export const dayOrders = ['day-first', 'month-first', 'year-first'] as const;
export type DayOrder = (typeof dayOrders)[number];

/** How the days of one column are read. Unambiguous forms (ISO, month names, four-digit Jalali years) are always taken. */
export interface DayRule {
  readonly order: DayOrder;
  /** The calendar of two-digit years: `03/07/17` is 1403 in a Jalali column, 2003 in a Gregorian one. */
  readonly shortYears: 'gregorian' | 'jalali';
  /** Whether a bare number such as 45292 is a spreadsheet's day number (1900 system). */
  readonly serials: boolean;
}

/** How the numbers of one column are read. Spaces, apostrophes and ٬ always group; ٫ is always the decimal sign. */
export interface NumberRule {
  readonly decimal: '.' | ',';
}

/**
 * A remembered reading of one kind of file; plain data that is stored, sent and edited as it is.
 * Columns are named by their unique header (`HeaderColumn.name`), so that the order of columns does not matter.
 */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly kind: ImportKind;
  /** `headerFingerprint(columns)` of the file it was made for. */
  readonly headerFingerprint: string;
  readonly columns: Readonly<Partial<Record<FieldKey, string>>>;
  /** By header name. A day column without a rule is read day-first, Gregorian, without serials. */
  readonly dayRules: Readonly<Record<string, DayRule>>;
  /** By header name. A number column without a rule has the point as its decimal sign. */
  readonly numberRules: Readonly<Record<string, NumberRule>>;
  /** By header name: words that stand for "no value" there (`Date Not Captured`). */
  readonly missingWords: Readonly<Record<string, readonly string[]>>;
  /** Values for fields that no column gives, such as the currency. */
  readonly constants: Readonly<Partial<Record<FieldKey, string>>>;
  /** `as-ordered`: the file tells no delivered quantity, a delivered line counts as delivered in full. */
  readonly deliveredQuantity: 'column' | 'as-ordered';
}

/** One column of the file. `name` is unique and never blank; `given` is what stood there. */
export interface HeaderColumn {
  readonly index: number;
  /** Spreadsheet letters: A, B, …, AA. */
  readonly letter: string;
  readonly name: string;
  readonly given: string;
}

/** How one field gets its value: from a column, or the same for every row. */
export type FieldSource =
  | { readonly from: 'column'; readonly index: number; readonly column: string }
  | { readonly from: 'constant'; readonly value: string };

/** How one field is read from this very file. */
export interface FieldPlan {
  readonly field: FieldKey;
  readonly type: FieldType;
  readonly source: FieldSource;
  readonly dayRule: DayRule;
  readonly numberRule: NumberRule;
  /** Folded by `foldWords`. */
  readonly missingWords: readonly string[];
}

/** A template bound to the columns of one file. */
export interface ImportPlan {
  readonly kind: ImportKind;
  readonly fields: readonly FieldPlan[];
  readonly deliveredQuantity: 'column' | 'as-ordered';
  /** The day of the import, ISO `YYYY-MM-DD`: two-digit years and "in the future" are read against it. */
  readonly importedOn: string;
}

/** Values of a message: what stood there, what was expected, the other row. */
export type MessageParams = Readonly<Record<string, string | number>>;

export const problemCodes = [
  'required-blank',
  'row-too-long',
  'cell-too-long',
  'undecodable',
  'control-characters',
  'code-without-letters',
  'day-unreadable',
  'day-impossible',
  'day-against-order',
  'day-serial-unexpected',
  'day-year-implausible',
  'number-unreadable',
  'number-against-format',
  'number-too-precise',
  'number-too-large',
  'quantity-negative',
  'currency-unreadable',
  'currency-missing',
  'currency-conflict',
  'order-of-two-clients',
  'line-conflict',
  'unit-unknown',
  'interval-out-of-range',
  'range-reversed',
  'due-before-calibrated',
  'instrument-conflict',
] as const;
/** Why a row is not taken in. The words are `problems.<code>` of the namespace `importing`. */
export type ProblemCode = (typeof problemCodes)[number];

export const warningCodes = [
  'amount-rounded',
  'amount-negative',
  'country-unknown',
  'language-unknown',
  'code-cut-by-spreadsheet',
  'email-odd',
  'phone-odd',
  'incoterm-retired',
  'incoterm-unknown',
  'mode-unknown',
  'day-in-future',
  'delivered-before-ordered',
  'promised-before-ordered',
  'delivered-quantity-without-day',
  'client-told-differently',
  'order-told-differently',
  'product-told-differently',
  'shipment-told-differently',
  'shipment-of-two-clients',
  'order-line-unknown',
  'shipment-unknown',
  'instrument-held-elsewhere',
] as const;
/** What a person should look at though the row is taken in. The words are `warnings.<code>`. */
export type WarningCode = (typeof warningCodes)[number];

interface Finding<Code extends string> {
  /** Row as a spreadsheet shows it: the header is row 1 where the file begins with it. */
  readonly rowNumber: number;
  /** Header name of the column; null where the whole row is meant. */
  readonly column: string | null;
  readonly field: FieldKey | null;
  readonly code: Code;
  /** What stood there, shortened for the eye. */
  readonly value: string;
  readonly params: MessageParams;
}
export type Problem = Finding<ProblemCode>;
export type Warning = Finding<WarningCode>;

export const fileProblemCodes = [
  'empty',
  'too-large',
  'excel-workbook',
  'excel-legacy',
  'open-document',
  'archive',
  'pdf',
  'image',
  'database',
  'web-page',
  'xml',
  'json',
  'rich-text',
  'binary-noise',
  'no-header',
  'no-rows',
  'too-many-columns',
  'cell-too-large',
  'quote-not-closed',
] as const;
/** Why a whole file is not a table. The words are `files.<code>`. */
export type FileProblemCode = (typeof fileProblemCodes)[number];
export interface FileProblem {
  readonly code: FileProblemCode;
  readonly params: MessageParams;
}

export const planProblemCodes = ['field-missing', 'column-missing', 'field-not-of-kind', 'constant-unreadable', 'no-column-mapped'] as const;
/** Why a template cannot be used on this file. The words are `plans.<code>`. */
type PlanProblemCode = (typeof planProblemCodes)[number];
export interface PlanProblem {
  readonly code: PlanProblemCode;
  readonly field: FieldKey | null;
  readonly params: MessageParams;
}

/** What the days of a column look like. Counts are cells. */
export interface DayProfile {
  /** Readable under `rule`. */
  readonly readable: number;
  readonly jalali: number;
  readonly rule: DayRule;
  /**
   * How sure the order is: `proved` by a cell (13/02), `irrelevant` where no cell needs it, `assumed` where nothing
   * proves it and a person should look, `contradicted` where cells prove both.
   */
  readonly certainty: 'proved' | 'irrelevant' | 'assumed' | 'contradicted';
  /** Forms met, most frequent first, as patterns such as `yyyy-MM-dd`. */
  readonly forms: readonly { readonly form: string; readonly count: number }[];
}

export interface NumberProfile {
  readonly readable: number;
  readonly rule: NumberRule;
  readonly certainty: 'proved' | 'irrelevant' | 'assumed' | 'contradicted';
  /** Most decimals met. */
  readonly decimals: number;
  readonly negative: number;
}

/** What one column holds, from the cells that were looked at. */
export interface ColumnProfile {
  readonly column: HeaderColumn;
  readonly cells: number;
  readonly blank: number;
  /** Non-blank cells that the counts below speak of: all, or fewer where more values differ than are kept. */
  readonly examined: number;
  /** Distinct non-blank values met, counted up to `distinctLimit`. */
  readonly distinct: number;
  /** The first few distinct values, shortened. */
  readonly examples: readonly string[];
  readonly day: DayProfile;
  readonly number: NumberProfile;
  /** Non-blank cells that are a country, a currency, a delivery rule or a mode we know. */
  readonly countries: number;
  readonly currencies: number;
  readonly incoterms: number;
  readonly modes: number;
  readonly emails: number;
  /** Non-blank cells without any letter or digit, such as a column of emoji. */
  readonly wordless: number;
  /** Words that seem to stand for "no value" among days or numbers, most frequent first. */
  readonly proposedMissingWords: readonly { readonly word: string; readonly count: number }[];
}
