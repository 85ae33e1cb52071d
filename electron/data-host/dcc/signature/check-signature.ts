import { X509Certificate } from 'node:crypto';
import { XMLSerializer } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import type { SignatureCheck, SignatureReason, Signer } from '../types.ts';
import { dccVersion, parseXml } from '../read/parse.ts';
import type { Parsed } from '../read/parse.ts';
import { elementsOf, isNamed, nameOf, textOf } from '../read/xml.ts';
import { canonicalizations, enveloped, isDigestAllowed, isSignatureAllowed, strictChecker } from './algorithms.ts';
import type { Surroundings } from './algorithms.ts';

const unknown = (reason: SignatureReason, signer: Signer | null = null, coversWholeDocument = false): SignatureCheck =>
  ({ integrity: 'unknown', reason, signer, trust: 'not-checked', coversWholeDocument });

const children = (parent: Element | null | undefined, name: string): Element[] =>
  parent ? elementsOf(parent).filter((child) => isNamed(child, 'signature', name)) : [];

const child = (parent: Element | null | undefined, ...path: readonly string[]): Element | null =>
  path.reduce<Element | null>((element, name) => children(element, name)[0] ?? null, parent ?? null);

const algorithmOf = (element: Element | null): string => element?.getAttribute('Algorithm') ?? '';

interface Reference {
  readonly uri: string | null;
  readonly transforms: readonly string[];
  readonly digest: string;
}

const referencesOf = (signature: Element): Reference[] =>
  children(child(signature, 'SignedInfo'), 'Reference').map((reference) => ({
    uri: reference.getAttribute('URI'),
    transforms: children(child(reference, 'Transforms'), 'Transform').map(algorithmOf),
    digest: algorithmOf(child(reference, 'DigestMethod')),
  }));

const transformsAllowed = (transforms: readonly string[]): boolean => transforms.every((transform) => transform === enveloped || canonicalizations.has(transform));

/** The reference that stands for the document itself: nothing but the signature is taken out of it. */
const isWhole = ({ uri, transforms }: Reference): boolean => uri === '' && transforms.includes(enveloped) && transformsAllowed(transforms);

function certificatesOf(signature: Element): X509Certificate[] {
  const data = children(child(signature, 'KeyInfo'), 'X509Data').flatMap((x509) => children(x509, 'X509Certificate'));
  return data.map((element) => new X509Certificate(Buffer.from(textOf(element) ?? '', 'base64')));
}

/** `CN=…\nO=…` on one line, as people write it. */
const onOneLine = (name: string): string => name.split('\n').toReversed().join(', ');

const signerOf = (certificate: X509Certificate): Signer => ({
  subject: onOneLine(certificate.subject),
  issuer: onOneLine(certificate.issuer),
  validFrom: new Date(certificate.validFrom).toISOString(),
  validTo: new Date(certificate.validTo).toISOString(),
});

/** Processing instructions beside the root element, as canonical XML writes them (XML-C14N 2.2). */
function surroundingsOf(root: Element): Surroundings {
  let before = '';
  let after = '';
  let isAfter = false;
  for (let node = root.ownerDocument?.firstChild ?? null; node; node = node.nextSibling) {
    if (node === root) isAfter = true;
    // The XML declaration is none, though the parser keeps it as one.
    else if (node.nodeType === 7 && node.nodeName !== 'xml') {
      const data = node.nodeValue ?? '';
      const instruction = `<?${node.nodeName}${data === '' ? '' : ` ${data}`}?>`;
      if (isAfter) after += `\n${instruction}`;
      else before += `${instruction}\n`;
    }
  }
  return { before, after };
}

/** Verifies with one key. xml-crypto answers false for a changed part, and throws for a changed signature or an odd document. */
function verifies(parsed: Parsed, signature: Element, pem: string): boolean {
  const checker = strictChecker(pem, surroundingsOf(parsed.root), nameOf(parsed.root));
  // The library reads lines by XML 1.1: written as references, NEL and LS stay what they are.
  const text = parsed.wholeText.replaceAll('\u0085', '&#x85;').replaceAll('\u2028', '&#x2028;');
  try {
    checker.loadSignature(new XMLSerializer().serializeToString(signature));
    return checker.checkSignature(text);
  } catch (error) {
    if (error instanceof Error && /^invalid signature\b/u.test(error.message)) return false;
    throw error;
  }
}

/** Several certificates are a chain in any order: the one whose key fits is the signer's. */
function check(parsed: Parsed, signature: Element, covers: boolean): SignatureCheck {
  let certificates: X509Certificate[];
  try {
    certificates = certificatesOf(signature);
  } catch (error) {
    // Not an X.509 certificate: node throws what OpenSSL says of it.
    if (error instanceof Error) return unknown('unreadable-key', null, covers);
    throw error;
  }
  const [first] = certificates;
  if (!first) return unknown('no-key', null, covers);
  for (const certificate of certificates.slice(0, 10)) {
    if (verifies(parsed, signature, certificate.publicKey.export({ type: 'spki', format: 'pem' }).toString())) {
      return { integrity: 'true', reason: 'intact', signer: signerOf(certificate), trust: 'not-checked', coversWholeDocument: covers };
    }
  }
  return { integrity: 'false', reason: 'changed', signer: signerOf(first), trust: 'not-checked', coversWholeDocument: covers };
}

/** Whether any signature stands in the document, wherever. */
function signaturesBelow(root: Element): Element[] {
  const found: Element[] = [];
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (isNamed(element, 'signature', 'Signature')) found.push(element);
    else waiting.push(...elementsOf(element));
  }
  return found;
}

/**
 * Whether a certificate is what was signed, by the key that it carries (XML Signature 1.1, XAdES enveloped). Only a signature
 * over the whole document counts; who signed, and whether the key may still be used, is not known from the file.
 * Without a network. It builds the document a second time: see `inspectDccAside` for large ones.
 */
export function checkSignature(xml: Uint8Array): SignatureCheck {
  const parsed = parseXml(xml);
  if (!parsed.ok || !dccVersion(parsed.root).ok) return unknown('not-readable');
  const all = signaturesBelow(parsed.root);
  const [signature] = all;
  if (!signature) return unknown('no-signature');
  if (all.length > 1) return unknown('several-signatures');
  // Anywhere else it is somebody's quotation: wrapping attacks put the signed part there.
  if (signature.parentNode !== parsed.root) return unknown('not-of-the-document');
  const references = referencesOf(signature);
  const covers = references.some(isWhole);
  const signedInfo = child(signature, 'SignedInfo');
  const isAllowed =
    isSignatureAllowed(algorithmOf(child(signedInfo, 'SignatureMethod'))) && canonicalizations.has(algorithmOf(child(signedInfo, 'CanonicalizationMethod'))) &&
    references.every(({ transforms, digest }) => transformsAllowed(transforms) && isDigestAllowed(digest));
  if (!isAllowed) return unknown('algorithm-not-allowed', null, covers);
  if (!covers) return unknown('part-only');
  try {
    return check(parsed, signature, covers);
  } catch (error) {
    // What the library cannot follow (duplicate IDs, a missing part) is not known to be intact.
    if (error instanceof Error) return unknown('not-readable', null, covers);
    throw error;
  }
}
