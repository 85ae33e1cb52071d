/**
 * The refTypes that certificates are read by and written with: `namespace_localName`. Those of `basic_` are of PTB's good
 * practice; other namespaces (`gp_`, `mass_`, a laboratory's own) use the same local names, so reading goes by these.
 */
export const refTypes = {
  nominalValue: 'basic_nominalValue',
  referenceValue: 'basic_referenceValue',
  measuredValue: 'basic_measuredValue',
  measurementError: 'basic_measurementError',
  toleranceLimitLower: 'basic_toleranceLimitLower',
  toleranceLimitUpper: 'basic_toleranceLimitUpper',
  acceptanceLimitLower: 'basic_acceptanceLimitLower',
  acceptanceLimitUpper: 'basic_acceptanceLimitUpper',
  conformity: 'basic_conformity',
  beforeAdjustment: 'basic_beforeAdjustment',
  afterAdjustment: 'basic_afterAdjustment',
  uncertainty: 'basic_uncertainty',
  recalibration: 'basic_recalibration',
  traceability: 'basic_traceability',
  serialNumber: 'basic_serialNumber',
  certificateNumber: 'basic_certificateNumber',
  calibrationMethod: 'basic_calibrationMethod',
  revision: 'basic_revision',
  normalUsed: 'basic_normalUsed',
  temperature: 'basic_temperature',
  humidityRelative: 'basic_humidityRelative',
  traceableToSi: 'basic_metrologicallyTraceableToSI',
} as const;

/** What a certificate of ours says and the format has no place for; documented here, declared in the file (`refTypeDefinitions`). */
export const ownRefTypes = {
  /** Statement; `convention` holds the BCP 47 tag of the certificate's texts, where it says more than an ISO 639-1 code. */
  language: 'peyvand_language',
  /** Statement: the certificate's title. */
  title: 'peyvand_title',
  /** Statement; `location` says where it was calibrated. */
  performancePlace: 'peyvand_performancePlace',
  /** Statement; `respAuthority` is the accreditation body, `reference` the accreditation's number, `declaration` its scope. */
  accreditation: 'peyvand_accreditation',
  methodDeviations: 'peyvand_methodDeviations',
  traceability: 'peyvand_traceability',
  /** Statement: which specification the verdicts speak of (ISO/IEC 17025:2017 7.8.6.2 b). */
  specification: 'peyvand_specification',
  /** Statement; `convention` names the rule, its data hold `guardBandFactor`. */
  decisionRule: 'peyvand_decisionRule',
  /** Quantity of `decisionRule`: r in w = r·U. */
  guardBandFactor: 'peyvand_guardBandFactor',
  /** Statement; `convention` holds the overall verdict in the word of its decision rule. */
  overallConformity: 'peyvand_overallConformity',
  /** Statement; `valid` says whether the instrument was adjusted or repaired, `description` what was done. */
  adjusted: 'peyvand_adjusted',
  /** Statement; `period` is the interval that was agreed with the customer (7.8.4.3). */
  agreedInterval: 'peyvand_agreedInterval',
  amendmentReason: 'peyvand_amendmentReason',
  /** Identification: number of the certificate that this one replaces, where its file is known by another identifier. */
  replacedNumber: 'peyvand_replacedNumber',
  /** A remark that stands on the certificate. */
  statement: 'peyvand_statement',
  /** Part of a location: how to reach the party, where that is no single mail address, phone number or link. */
  contact: 'peyvand_contact',
  /** Person: stands in because the format asks for one; nobody signed. */
  nobody: 'peyvand_nobody',
  /** Identification: stands in because the format asks for one; the item has none. */
  unidentified: 'peyvand_unidentified',
  /** Identification: the customer's own inventory number. */
  assetNumber: 'peyvand_assetNumber',
  otherIdentification: 'peyvand_otherIdentification',
  /** Item quantity: who issued the identification that it refers to, where the format's five issuers do not say it. */
  issuer: 'peyvand_issuer',
  /** Description of the item: the state in which it came. */
  condition: 'peyvand_condition',
  /** Quantity of a measuring equipment: the day on which its calibration falls due. */
  dueOn: 'peyvand_dueOn',
  /** Influence condition that held before the adjustment and after it. */
  bothStages: 'peyvand_bothStages',
  /** Quantity for which no unit was stated; `\one` stands in. */
  withoutUnit: 'peyvand_withoutUnit',
  /** Results: what their points were found at, and whether a heading of the certificate's own stands over them. */
  asFound: 'peyvand_asFound',
  asLeft: 'peyvand_asLeft',
  withoutHeading: 'peyvand_withoutHeading',
  /** Results: stands in because the format asks for some; there are none. */
  noResults: 'peyvand_noResults',
  /** List: its points are rows, and the tolerance limits speak of the error, or of the measured value. */
  judgedByError: 'peyvand_judgedByError',
  judgedByValue: 'peyvand_judgedByValue',
  /** Condition of a list: `status` says whether the results were obtained before or after an adjustment. */
  stage: 'peyvand_stage',
  /** Column: what tells a row from its neighbours. White space is written as `_`; `_`, `%` and controls as `%XX`. */
  label: 'peyvand_label',
  /** Column without values, for rows that have no other. */
  row: 'peyvand_row',
  /** Metadata of a list: where in the certificate each row stands, from 1, where that is not the order of the file. */
  position: 'peyvand_position',
  /** Metadata of a list: its results come from an external provider (7.8.2.1 p). */
  externalProvider: 'peyvand_externalProvider',
  /** Quantity: the relative uncertainty is what the laboratory states; the absolute one is computed from it. */
  statedRelative: 'peyvand_statedRelative',
  /** Metadata of a column: the distribution, where its name is more than one word. */
  distribution: 'peyvand_distribution',
  /** Metadata of a conformity: acceptance limits are stated, if only as open on both sides. */
  acceptanceOpen: 'peyvand_acceptanceOpen',
  /** Quantity of a conformity: the verdicts in the words of their decision rule. */
  verdict: 'peyvand_verdict',
} as const;

/** The namespace part of `peyvand_…`, as `refTypeDefinitions` declares it. */
export const ownNamespace = 'peyvand';
/** The terms above; raised when one of them changes its meaning. */
export const ownRelease = '1';
/** Names the vocabulary; nothing is to be fetched there. */
export const ownLink = 'urn:peyvand:dcc-ref-types:1';
export const basicNamespace = 'basic';
export const basicLink = 'https://digilab.ptb.de/dkd/refType/vocab/index.php?tema=2';

/** `basic_measuredValue` → `measuredValue`, and so does `/length/measuredValue` of 2.x; a token without a namespace is its own local name. */
export const localRefType = (token: string): string => token.slice(Math.max(token.indexOf('_'), token.lastIndexOf('/')) + 1);

/** Whether one of the tokens bears this local name, whoever's namespace it is in. */
export const hasRefType = (tokens: readonly string[], refType: string): boolean =>
  tokens.some((token) => token === refType || localRefType(token).toLowerCase() === localRefType(refType).toLowerCase());
