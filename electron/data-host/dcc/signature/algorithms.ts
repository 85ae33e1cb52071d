import { constants, createHash, verify } from 'node:crypto';
import { C14nCanonicalization, ExclusiveCanonicalization, SignedXml } from 'xml-crypto';
import type { SignatureAlgorithm } from 'xml-crypto';

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const inclusive11 = 'http://www.w3.org/2006/12/xml-c14n11';
export const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

export const canonicalizations: ReadonlySet<string> = new Set([inclusive, inclusive11, exclusive]);

/** RFC 9231 and XML Signature 1.1 without SHA-1, MD5 and shared keys, with which anyone could sign. */
const signatures: Readonly<Record<string, { readonly hash: string; readonly kind: 'rsa' | 'rsa-pss' | 'ecdsa' }>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': { hash: 'sha256', kind: 'rsa' },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': { hash: 'sha384', kind: 'rsa' },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': { hash: 'sha512', kind: 'rsa' },
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1': { hash: 'sha256', kind: 'rsa-pss' },
  'http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1': { hash: 'sha384', kind: 'rsa-pss' },
  'http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1': { hash: 'sha512', kind: 'rsa-pss' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256': { hash: 'sha256', kind: 'ecdsa' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384': { hash: 'sha384', kind: 'ecdsa' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512': { hash: 'sha512', kind: 'ecdsa' },
};

const digests: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};

export const isSignatureAllowed = (algorithm: string): boolean => algorithm in signatures;
export const isDigestAllowed = (algorithm: string): boolean => algorithm in digests;

/** What stands outside the root element and belongs to the canonical form of the whole document: processing instructions. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

type Process = ExclusiveCanonicalization['process'];

/** Inclusive canonicalisation 1.0 and 1.1 differ in `xml:` attributes of parts of a document alone. */
function canonicalizer(algorithm: string, surroundings: Surroundings, rootName: string) {
  const base = algorithm === exclusive ? new ExclusiveCanonicalization() : new C14nCanonicalization();
  const root = new RegExp(`^<(?:[^\\s<>:]+:)?${rootName}[\\s>]`, 'u');
  return class {
    getAlgorithmName = (): string => algorithm;
    process = (...parameters: Parameters<Process>): string => {
      const text = base.process(...parameters);
      return root.test(text.slice(0, 300)) ? surroundings.before + text + surroundings.after : text;
    };
  };
}

function digester(algorithm: string, hash: string) {
  return class {
    getAlgorithmName = (): string => algorithm;
    getHash = (xml: string): string => createHash(hash).update(xml, 'utf8').digest('base64');
  };
}

type Key = Parameters<SignatureAlgorithm['verifySignature']>[1];

function verifier(algorithm: string, hash: string, kind: 'rsa' | 'rsa-pss' | 'ecdsa') {
  return class {
    getAlgorithmName = (): string => algorithm;

    getSignature = (): never => {
      throw new Error('This only checks signatures.');
    };

    verifySignature = (material: string, key: Key, signatureValue: string): boolean => {
      if (typeof key !== 'string') throw new TypeError('A key is a PEM text.');
      const options =
        kind === 'ecdsa' ? ({ key, dsaEncoding: 'ieee-p1363' } as const)
        : kind === 'rsa-pss' ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
        : { key, padding: constants.RSA_PKCS1_PADDING };
      return verify(hash, Buffer.from(material, 'utf8'), options, Buffer.from(signatureValue, 'base64'));
    };
  };
}

/** A checker that knows the algorithms above and no other, and takes no key but the one that it is given. */
export function strictChecker(pem: string, surroundings: Surroundings, rootName: string): SignedXml {
  const checker = new SignedXml({ publicCert: pem, getCertFromKeyInfo: () => null });
  const { [enveloped]: envelopedSignature } = checker.CanonicalizationAlgorithms;
  if (!envelopedSignature) throw new Error('The enveloped signature transform is missing.');
  checker.CanonicalizationAlgorithms = Object.fromEntries([
    [enveloped, envelopedSignature],
    ...[...canonicalizations].map((algorithm) => [algorithm, canonicalizer(algorithm, surroundings, rootName)] as const),
  ]);
  checker.HashAlgorithms = Object.fromEntries(Object.entries(digests).map(([algorithm, hash]) => [algorithm, digester(algorithm, hash)]));
  checker.SignatureAlgorithms = Object.fromEntries(Object.entries(signatures).map(([algorithm, { hash, kind }]) => [algorithm, verifier(algorithm, hash, kind)]));
  return checker;
}
