import type { DecimalText, Stage, Verdict } from './types.ts';

/** A text in the language that was asked for, else in the document's mandatory one, else in its first. */
export interface DccText {
  /** Lines of one language are joined by a line feed. */
  readonly text: string;
  /** ISO 639-1 as the document says it; null where it names none. */
  readonly language: string | null;
  /** The language that was asked for is missing here: say which one stands in. */
  readonly isFallback: boolean;
}

export type DccSectionKind =
  | 'software' | 'core' | 'items' | 'item' | 'laboratory' | 'persons' | 'customer' | 'statements' | 'statement' | 'ref-types'
  | 'results' | 'result' | 'methods' | 'method' | 'equipment' | 'device' | 'conditions' | 'condition' | 'meta-data' | 'sub-items'
  | 'comment' | 'document' | 'list';

/** What a field is called where the document has no words of its own for it: the name of its element, for a table of translations. */
export type DccTerm =
  | 'accreditation-code' | 'address' | 'amendment' | 'class' | 'conformity' | 'convention' | 'country' | 'date' | 'declaration'
  | 'description' | 'email' | 'equipment-certificate' | 'fax' | 'identification' | 'issued-on' | 'languages' | 'link' | 'main-signer'
  | 'mandatory-languages' | 'manufacturer' | 'model' | 'name' | 'norm' | 'owner' | 'performance-location' | 'performed-from'
  | 'performed-to' | 'period' | 'phone' | 'previous-report' | 'received-on' | 'reference' | 'release' | 'replaced-report'
  | 'responsible-authority' | 'role' | 'schema-version' | 'signed-electronically' | 'state' | 'status' | 'traceable' | 'type'
  | 'unique-identifier' | 'unit-definition' | 'valid' | 'value';

/** Who gave an identification its number. */
export type DccIssuer = 'manufacturer' | 'calibrationLaboratory' | 'customer' | 'owner' | 'other';

export type DccValue =
  | { readonly kind: 'text'; readonly text: DccText }
  /** Taken as written: numbers, codes, addresses. */
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'day'; readonly on: string }
  | { readonly kind: 'yes-no'; readonly is: boolean }
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly asWritten: string }
  | { readonly kind: 'identification'; readonly issuer: DccIssuer; readonly name: DccText | null; readonly value: string }
  | { readonly kind: 'quantity'; readonly cells: readonly DccCell[]; readonly unit: string | null };

export interface DccField {
  /** Own words of the document; null: `term` is said in the reader's language. */
  readonly label: DccText | null;
  readonly term: DccTerm;
  readonly values: readonly DccValue[];
}

/** One value of a column with what it is uncertain by, as written. */
export interface DccCell {
  /** Numbers as written (`NaN` included), or words. */
  readonly text: string;
  /** Where it differs from the unit of its column. */
  readonly unit: string | null;
  readonly label: string | null;
  /** An instant as the document writes it (xs:dateTime). */
  readonly at: string | null;
  readonly uncertainty: DccCellUncertainty | null;
}

export interface DccCellUncertainty {
  readonly kind: 'expanded' | 'standard' | 'interval' | 'relative';
  /** U or u, as written. */
  readonly value: DecimalText;
  readonly coverageFactor: DecimalText | null;
  readonly coverageProbability: DecimalText | null;
  readonly distribution: string | null;
  readonly interval: { readonly lower: DecimalText; readonly upper: DecimalText } | null;
}

/** What a column stands for, as far as the document lets it be known. */
export type DccColumnRole =
  | 'nominal' | 'reference' | 'measured' | 'error' | 'tolerance-lower' | 'tolerance-upper' | 'acceptance-lower' | 'acceptance-upper' | 'conformity';

export interface DccColumn {
  readonly heading: DccText | null;
  readonly role: DccColumnRole | null;
  /** As written, in their order. */
  readonly refTypes: readonly string[];
  /** D-SI notation; null: words, or every cell says its own. */
  readonly unit: string | null;
  /** As many as the document writes: one may stand for all rows. */
  readonly cells: readonly DccCell[];
}

export type DccBlock =
  | { readonly kind: 'text'; readonly heading: DccText | null; readonly text: DccText }
  | { readonly kind: 'fields'; readonly fields: readonly DccField[] }
  | { readonly kind: 'table'; readonly heading: DccText | null; readonly stage: Stage; readonly rowCount: number; readonly columns: readonly DccColumn[] }
  /** Its source, never run: LaTeX, MathML or siunitx. */
  | { readonly kind: 'formula'; readonly notation: 'latex' | 'mathml' | 'siunitx'; readonly source: string }
  /** `index` counts the embedded files of the document. */
  | { readonly kind: 'file'; readonly index: number }
  /** XML of another kind, as text. */
  | { readonly kind: 'foreign'; readonly source: string };

export interface DccSection {
  readonly kind: DccSectionKind;
  readonly heading: DccText | null;
  readonly blocks: readonly DccBlock[];
  readonly sections: readonly DccSection[];
}

/** A digital calibration certificate as it was sent, readable by someone who knows no XML. */
export interface DccView {
  readonly schemaVersion: string;
  readonly uniqueIdentifier: string;
  /** ISO 639-1: what its texts are written in, and which of these binds. */
  readonly languages: { readonly used: readonly string[]; readonly mandatory: readonly string[] };
  readonly sections: readonly DccSection[];
}
