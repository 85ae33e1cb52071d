import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** PTB's and W3C's schemas are LGPL and stay out of the project; they lie beside it where it is developed. */
const schemas = join(import.meta.dirname, '../../../../shared/data/dcc/xsd');
export const hasOfficialSchemas = existsSync(schemas);

/** Schemas name each other by places on the web; here they lie side by side. */
const local = (text: string): string => text.replaceAll(/schemaLocation\s*=\s*"(?:[^"]*\/)?(dsi|qudt)\/[^"/]*"/gu, 'schemaLocation="$1.xsd"')
  .replaceAll(/schemaLocation\s*=\s*"[^"]*xmldsig-core-schema\.xsd"/gu, 'schemaLocation="xmldsig.xsd"');
const schema = (fileName: string, path: string) => ({ fileName, contents: local(readFileSync(join(schemas, path), 'utf8')) });

/** What the official schema of DCC 3.3.0 (with D-SI 2.2.1) finds wrong in each file; nothing: it is valid. */
export async function schemaErrors(files: readonly string[]): Promise<readonly string[]> {
  const { valid, errors, rawOutput } = await validateXML({
    xml: files.map((contents, index) => ({ fileName: `certificate-${String(index)}.xml`, contents })),
    schema: [schema('dcc.xsd', 'dcc/v3.3.0/dcc.xsd')],
    preload: [schema('dsi.xsd', 'dsi/v2.2.1/SI_Format.xsd'), schema('qudt.xsd', 'qudt/qudt.xsd'), schema('xmldsig.xsd', 'xmldsig/xmldsig-core-schema.xsd')],
    initialMemoryPages: 1024,
    maxMemoryPages: 16_384,
  });
  if (!valid && errors.length === 0) throw new Error(rawOutput);
  return errors.map(({ rawMessage }) => rawMessage);
}
