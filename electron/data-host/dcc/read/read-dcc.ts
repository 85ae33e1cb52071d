import type { Element } from '@xmldom/xmldom';
import { primaryLanguage } from '#shared/domain/language/index.ts';
import type { DccReading, ReadOptions } from '../types.ts';
import { certificatesOf } from './certificates.ts';
import { embeddedOf, filesOf, readEmbedded } from './embedded.ts';
import type { EmbeddedContent } from './embedded.ts';
import { Findings } from './findings.ts';
import { dccVersion, parseXml } from './parse.ts';
import { QuantityReader } from './quantity.ts';
import { TableReader } from './tables.ts';
import { Texts } from './texts.ts';
import type { Languages } from './texts.ts';
import { ViewBuilder } from './view.ts';
import { checkVocabulary } from './vocabulary.ts';
import { all, down, elementsOf, isNamed, textOf } from './xml.ts';

function languagesOf(root: Element): Languages {
  const core = down(root, 'administrativeData', 'coreData');
  const read = (name: string) => all(core, name).map((element) => textOf(element)).filter((code) => code !== null);
  return { used: read('usedLangCodeISO639_1'), mandatory: read('mandatoryLangCodeISO639_1') };
}

/** What its texts are read in: asked for and there, else binding, else the first. */
const languageOf = ({ used, mandatory }: Languages, asked: readonly string[]): string =>
  asked.map(primaryLanguage).find((code) => used.includes(code)) ?? mandatory[0] ?? used[0] ?? 'und';

/**
 * Reads a digital calibration certificate of PTB, DCC 2.4 to 3.3 with D-SI 1.3 to 2.2: what it says as our certificates, the
 * whole of it to look at, and what could not be mapped. Never throws for what is in the file. Its time grows with the number
 * of elements, some 50 µs each: see `inspectDccAside` for large ones.
 */
export function readDcc(xml: Uint8Array, options: ReadOptions): DccReading {
  const parsed = parseXml(xml);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  const version = dccVersion(root);
  if (!version.ok) return version;

  const findings = new Findings();
  checkVocabulary(root, findings);
  const languages = languagesOf(root);
  const [wanted] = options.languages;
  if (wanted !== undefined && languages.used.length > 0 && !languages.used.includes(primaryLanguage(wanted))) findings.add('language-missing', primaryLanguage(wanted), null);
  const texts = new Texts(options.languages, languages);
  const quantities = new QuantityReader(texts, findings);
  const tables = new TableReader(quantities, texts, findings);
  const read = certificatesOf({ root, texts, findings, quantities, tables, language: languageOf(languages, options.languages) });
  if (!read.ok) return read;

  const files = filesOf(root);
  const uniqueIdentifier = textOf(down(root, 'administrativeData', 'coreData', 'uniqueIdentifier')) ?? '';
  const { schemaVersion } = version;
  return {
    ok: true, schemaVersion, uniqueIdentifier, languages,
    certificates: read.certificates,
    view: { schemaVersion, uniqueIdentifier, languages, sections: new ViewBuilder(texts, quantities, tables, files).build(root) },
    embedded: embeddedOf(files, parsed, findings),
    hasSignature: elementsOf(root).some((child) => isNamed(child, 'signature', 'Signature')),
    findings: findings.list,
  };
}

/** The bytes of an embedded file, decoded only now; null: no such file, or not readable. Saved by whoever asks, never opened. */
export function embeddedContent(xml: Uint8Array, index: number): EmbeddedContent | null {
  const parsed = parseXml(xml);
  return parsed.ok ? readEmbedded(parsed, index) : null;
}
