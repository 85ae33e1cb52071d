/** Fields of the document without which nothing is kept, by the key of their words. */
const KEYS: Readonly<Record<string, string>> = {
  number: 'field.number', 'laboratory.name': 'field.laboratory', 'laboratory.accreditation.body': 'field.accreditationBody',
  'laboratory.accreditation.number': 'field.accreditationNumber', 'customer.name': 'field.customer', 'item.description': 'field.description',
  calibratedFromOn: 'field.calibratedFromOn', calibratedToOn: 'field.calibratedToOn',
};

/** Key of `certificates` for a path of the document: `conditions.2.name` is the name of a condition. */
export function keptFieldKey(path: string): string {
  const [list] = path.split('.');
  return KEYS[path] ?? (list === 'conditions' || list === 'standards' || list === 'signatories' ? `keep.in.${list}` : 'keep.in.other');
}
