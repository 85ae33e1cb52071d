import { XMLSerializer } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import type { SchemaFile } from '../types.ts';
import { parseXml } from '../read/parse.ts';
import { elementsOf, nameOf, namespaces } from '../read/xml.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema';

/** One schema of those that were given. */
interface Schema {
  readonly root: Element;
  readonly namespace: string;
  readonly version: string;
}

export interface PreloadedFile {
  readonly fileName: string;
  readonly contents: string;
}

export type SchemaSet =
  | { readonly ok: true; readonly main: PreloadedFile; readonly preload: readonly PreloadedFile[]; readonly schemaVersion: string }
  | { readonly ok: false; readonly code: 'schema-missing'; readonly params: { readonly names: readonly string[] } }
  | { readonly ok: false; readonly code: 'schema-broken'; readonly params: { readonly detail: string } };

/** A document type declaration of a schema (W3C's own have one) is taken out unread: nothing in it concerns the elements. */
const withoutDoctype = (text: string): string => text.replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/u, (found) => '\n'.repeat(found.split('\n').length - 1));

export function readSchema({ text, fileName }: SchemaFile): Schema | { readonly detail: string } {
  const parsed = parseXml(new TextEncoder().encode(withoutDoctype(text.replace(/^\uFEFF/u, '')).replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']/u, '$1')));
  if (!parsed.ok) return { detail: `${fileName}: ${parsed.code}` };
  const { root } = parsed;
  if (root.namespaceURI !== xsd || nameOf(root) !== 'schema') return { detail: `${fileName}: no schema` };
  return { root, namespace: root.getAttribute('targetNamespace') ?? '', version: root.getAttribute('version') ?? '' };
}

const importsOf = (root: Element): Element[] => elementsOf(root).filter((child) => child.namespaceURI === xsd && ['import', 'include', 'redefine'].includes(nameOf(child)));

const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/** The schema of a version; where that very one is missing, the newest of its minor version, which differs in corrections alone. */
function pickVersion(schemas: readonly Schema[], version: string): Schema | null {
  const near = schemas.filter((schema) => minorOf(schema.version) === minorOf(version))
    .toSorted((left, right) => right.version.localeCompare(left.version, 'en', { numeric: true }));
  return schemas.find((schema) => schema.version === version) ?? near[0] ?? null;
}

/** The version that a location names: `../dsi/v2.2.1.xsd`, `https://ptb.de/si/v2.1.0/SI_Format.xsd`. */
const versionIn = (location: string): string => /v?(\d+\.\d+(?:\.\d+)?)/u.exec(location)?.[1] ?? '';

function pickImport(schemas: readonly Schema[], namespace: string, location: string): Schema | null {
  const ofNamespace = schemas.filter((schema) => schema.namespace === namespace);
  return (ofNamespace.length > 1 ? pickVersion(ofNamespace, versionIn(location)) : null) ?? ofNamespace[0] ?? null;
}

// Elements of other vocabularies that a certificate may hold where its schema asks for a declared one. Their content is not judged.
const standIns: readonly { readonly namespace: string; readonly fileName: string; readonly element: string }[] = [
  { namespace: 'http://www.w3.org/1998/Math/MathML', fileName: 'mathml.xsd', element: 'math' },
  { namespace: 'http://www.w3.org/2001/10/xml-exc-c14n#', fileName: 'xml-exc-c14n.xsd', element: 'InclusiveNamespaces' },
];

const standInText = (namespace: string, element: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="${xsd}" targetNamespace="${namespace}" elementFormDefault="qualified">
  <xs:element name="${element}">
    <xs:complexType mixed="true">
      <xs:sequence><xs:any namespace="##any" processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
      <xs:anyAttribute namespace="##any" processContents="skip"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
`;

const driverText = (imports: readonly { readonly namespace: string; readonly fileName: string }[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="${xsd}">
${imports.map(({ namespace, fileName }) => `  <xs:import namespace="${namespace}" schemaLocation="${fileName}"/>`).join('\n')}
</xs:schema>
`;

/**
 * What the validator needs for a certificate of this version, out of the schemas that a person gave: each under a name of ours,
 * with every `schemaLocation`, which points to the web, turned to these. Nothing is fetched.
 */
export function schemaSetFor(schemaVersion: string, files: readonly SchemaFile[]): SchemaSet {
  const read = files.map(readSchema);
  const broken = read.find((schema) => 'detail' in schema);
  if (broken) return { ok: false, code: 'schema-broken', params: { detail: broken.detail } };
  const schemas = read.filter((schema) => 'root' in schema);
  const dcc = pickVersion(schemas.filter(({ namespace }) => namespace === namespaces.dcc), schemaVersion);
  if (!dcc) return { ok: false, code: 'schema-missing', params: { names: [`DCC ${schemaVersion}`] } };

  const names = new Map<Schema, string>([[dcc, 'schema-0.xsd']]);
  const missing = new Set<string>();
  // Grows while it is walked: what an import imports is needed too.
  for (const schema of names.keys()) {
    for (const element of importsOf(schema.root)) {
      const location = element.getAttribute('schemaLocation') ?? '';
      const namespace = nameOf(element) === 'import' ? (element.getAttribute('namespace') ?? '') : schema.namespace;
      const found = pickImport(schemas.filter((each) => each !== schema), namespace, location);
      if (!found) missing.add(`${namespace} ${versionIn(location)}`.trim());
      else {
        if (!names.has(found)) names.set(found, `schema-${String(names.size)}.xsd`);
        element.setAttribute('schemaLocation', names.get(found) ?? '');
      }
    }
  }
  if (missing.size > 0) return { ok: false, code: 'schema-missing', params: { names: [...missing] } };

  const serializer = new XMLSerializer();
  const given = new Set([...names.keys()].map(({ namespace }) => namespace));
  const others = standIns.filter(({ namespace }) => !given.has(namespace));
  return {
    ok: true,
    schemaVersion: dcc.version,
    main: { fileName: 'driver.xsd', contents: driverText([{ namespace: namespaces.dcc, fileName: 'schema-0.xsd' }, ...others]) },
    preload: [
      ...[...names].map(([schema, fileName]) => ({ fileName, contents: serializer.serializeToString(schema.root) })),
      ...others.map(({ namespace, fileName, element }) => ({ fileName, contents: standInText(namespace, element) })),
    ],
  };
}
