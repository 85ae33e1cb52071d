import { memoryPages, validateXML } from 'xmllint-wasm';
import type { SchemaFile, SchemaFinding, SchemaValidation } from '../types.ts';
import { dccVersion, parseXml } from '../read/parse.ts';
import type { Parsed } from '../read/parse.ts';
import { schemaSetFor } from './schema-set.ts';

const documentName = 'certificate.xml';

/** Without its embedded files; more than this takes the validator minutes. */
const longestText = 24 * 1024 * 1024;
const mostFindings = 200;

/** As UTF-8, with each large embedded file as four digits of base64 and its line feeds: what it holds was looked at already. */
function textToValidate({ wholeText, cuts }: Parsed): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of cuts) {
    pieces.push(wholeText.slice(at, start), 'AAAA', '\n'.repeat(wholeText.slice(start, end).split('\n').length - 1));
    at = end;
  }
  pieces.push(wholeText.slice(at));
  return pieces.join('').replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']/u, '$1');
}

/** `{https://ptb.de/dcc}item` → `dcc:item`. */
const readable = (message: string): string =>
  message.replace(/^.*Schemas validity error : /u, '').replaceAll('{https://ptb.de/dcc}', 'dcc:').replaceAll('{https://ptb.de/si}', 'si:').replaceAll('{http://www.w3.org/2000/09/xmldsig#}', 'ds:');

/**
 * What a schema has against a certificate, with lines. The schemas are those that a person gave; they come with no program.
 * libxml2 runs as WebAssembly in a thread of its own, without files or a network, within 512 MB.
 */
export async function validateDcc(xml: Uint8Array, schemas: readonly SchemaFile[]): Promise<SchemaValidation> {
  const parsed = parseXml(xml);
  if (!parsed.ok) return { ok: false, code: 'unreadable', params: {} };
  const version = dccVersion(parsed.root);
  if (!version.ok) return { ok: false, code: 'unreadable', params: {} };
  const set = schemaSetFor(version.schemaVersion, schemas);
  if (!set.ok) return set;
  const contents = textToValidate(parsed);
  if (contents.length > longestText) return { ok: false, code: 'too-large', params: {} };

  let result: Awaited<ReturnType<typeof validateXML>>;
  try {
    result = await validateXML({
      xml: { fileName: documentName, contents }, schema: set.main, preload: set.preload,
      initialMemoryPages: 16 * memoryPages.MiB, maxMemoryPages: 512 * memoryPages.MiB,
    });
  } catch (error) {
    // The validator's exit codes for a schema that does not compile come as an error with what it printed.
    if (error instanceof Error) return { ok: false, code: 'schema-broken', params: { detail: error.message.slice(0, 500) } };
    throw error;
  }
  // A neighbouring correction of the schema asks for its own number: that is no fault of the document.
  const isOtherPatch = set.schemaVersion !== version.schemaVersion;
  const findings: SchemaFinding[] = result.errors
    .filter(({ message, loc }) => loc?.fileName === documentName && !(isOtherPatch && message.includes("attribute 'schemaVersion'")))
    .slice(0, mostFindings)
    .map(({ message, loc }) => ({ line: loc?.lineNumber ?? null, message: readable(message) }));
  return { ok: true, schemaVersion: set.schemaVersion, isValid: findings.length === 0, findings };
}
