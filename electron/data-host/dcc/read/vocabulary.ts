import type { Element } from '@xmldom/xmldom';
import type { Findings } from './findings.ts';
import { elementsOf, first, isNamed, namespaces, nameOf } from './xml.ts';

/** All elements of DCC 2.4 to 3.3. */
const names = new Set([
  'administrativeData', 'beginLocationCalDateTime', 'beginPerformanceDate', 'byteData', 'calibrationLaboratory', 'calibrationLaboratoryCode',
  'calibrationLocation', 'calibrationLocationSite', 'calibrationLocations', 'certificate', 'charsXMLList', 'city', 'classID', 'comment',
  'conformity', 'conformityXMLList', 'contact', 'content', 'convention', 'coreData', 'countryCode', 'countryCodeISO3166_1', 'cryptElectronicSeal',
  'cryptElectronicSignature', 'cryptElectronicTimeStamp', 'customer', 'data', 'dataBase64', 'date', 'dateTime', 'dateTimeXMLList', 'dccSoftware',
  'declaration', 'description', 'descriptionData', 'digitalCalibrationCertificate', 'document', 'eMail', 'endLocationCalDateTime',
  'endPerformanceDate', 'equipmentClass', 'external', 'externalSampler', 'externals', 'fax', 'file', 'fileName', 'formula', 'further',
  'identification', 'identifications', 'identifier', 'inValidityRange', 'influenceCondition', 'influenceConditions', 'installedSoftware',
  'installedSoftwares', 'issueDate', 'issuer', 'item', 'itemQuantities', 'itemQuantity', 'items', 'latex', 'link', 'linkedReport', 'list',
  'location', 'mainSigner', 'mandatoryLangCodeISO639_1', 'manufacturer', 'mathml', 'measurementMetaData', 'measurementResult', 'measurementResults',
  'measuringEquipment', 'measuringEquipmentQuantities', 'measuringEquipmentQuantity', 'measuringEquipments', 'metaData', 'method',
  'metrologicallyTraceable', 'mimeType', 'model', 'name', 'namespace', 'noQuantity', 'nonSIDefinition', 'nonSIUnit', 'norm', 'owner',
  'performanceLocation', 'period', 'person', 'phone', 'plan', 'positionCoordinate1', 'positionCoordinate2', 'positionCoordinate3',
  'positionCoordinateSystem', 'positionCoordinates', 'postCode', 'postOfficeBox', 'previousReport', 'procedure', 'quantity', 'receiptDate', 'refId',
  'refTypeDefinition', 'refTypeDefinitions', 'reference', 'referenceID', 'referral', 'referralID', 'relativeUncertainty',
  'relativeUncertaintySingle', 'relativeUncertaintyXmlList', 'release', 'replacedUniqueIdentifier', 'reportAmendedSubstituted', 'respAuthority',
  'respPerson', 'respPersons', 'result', 'results', 'role', 'sampledMaterial', 'sampledMaterials', 'samplingDate', 'siunitx', 'software', 'state',
  'statement', 'statements', 'status', 'street', 'streetNo', 'subItems', 'text', 'traceable', 'type', 'typeOfChange', 'uniqueIdentifier',
  'usedLangCodeISO639_1', 'usedMethod', 'usedMethodQuantities', 'usedMethodQuantity', 'usedMethods', 'usedSoftware', 'valid', 'validXMLList',
  'value', 'xml',
]);

/** What every version asks for, where a reader would miss it. */
const required: Readonly<Record<string, readonly string[]>> = {
  digitalCalibrationCertificate: ['administrativeData', 'measurementResults'],
  administrativeData: ['dccSoftware', 'coreData', 'items', 'calibrationLaboratory', 'respPersons', 'customer'],
  software: ['name', 'release'],
  coreData: ['countryCodeISO3166_1', 'usedLangCodeISO639_1', 'mandatoryLangCodeISO639_1', 'uniqueIdentifier', 'beginPerformanceDate', 'endPerformanceDate'],
  item: ['name', 'identifications'],
  identification: ['issuer', 'value'],
  calibrationLaboratory: ['contact'],
  respPerson: ['person'],
  customer: ['name'],
  measurementResult: ['results'],
  result: ['name', 'data'],
  influenceCondition: ['name', 'data'],
  usedMethod: ['name'],
  measuringEquipment: ['name'],
};

/** Elements that no version knows, and those without which a document is none: what a schema would say first, without a schema. */
export function checkVocabulary(root: Element, findings: Findings): void {
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const name = nameOf(element);
    for (const child of required[name] ?? []) if (!first(element, child)) findings.add('missing-element', `${name}/${child}`, element);
    for (const child of elementsOf(element).toReversed()) {
      // What is in a comment or in xml is anyone's own.
      if (child.namespaceURI !== namespaces.dcc || isNamed(element, 'dcc', 'comment', 'xml', 'mathml')) continue;
      if (!names.has(nameOf(child)) && nameOf(child) !== 'digitalCalibrationCertificate') findings.add('unknown-element', nameOf(child), child);
      waiting.push(child);
    }
  }
}
