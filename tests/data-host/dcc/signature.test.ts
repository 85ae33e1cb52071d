import { createHash, createSign, X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { validateXML } from 'xmllint-wasm';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkSignature } from '#electron/data-host/dcc/index.ts';
import { madeDcc } from '#tests/fixtures/made-dcc.ts';
import { testCertificate, testKey } from '#tests/fixtures/signing-key.ts';
import { bytesOf, needsSamples, sample } from './samples.ts';

describe('PTB’s signed samples', () => {
  beforeEach(needsSamples);

  test.each(['dcc_gp_temperature_typical_v12_signed.xml', 'dcc_gp_temperature_typical_v12_v3.2.0_signed.xml'])('%s is what was signed; who signed is not vouched for', (name) => {
    expect(checkSignature(sample(name))).toEqual({
      integrity: 'true', reason: 'intact', trust: 'not-checked', coversWholeDocument: true,
      signer: {
        subject: 'CN=Calibration Lab A1, O=Calibration A GmbH, C=DE', issuer: 'CN=Calibration Community Sub CA 01, O=Calibration Community, C=DE',
        validFrom: '2021-12-02T12:40:00.000Z', validTo: '2024-12-02T12:40:00.000Z',
      },
    });
  });

  test('the manipulated one is not', () => {
    expect(checkSignature(sample('dcc_gp_temperature_typical_v12_signed_manipulated.xml'))).toMatchObject({ integrity: 'false', reason: 'changed', coversWholeDocument: true });
  });

  test('a changed digit, a changed signature value and a changed key are all noticed', () => {
    const signed = new TextDecoder().decode(sample('dcc_gp_temperature_typical_v12_signed.xml'));
    const value = signed.replace('306.32 373.21', '306.33 373.21');
    const signatureValue = signed.replace('>mQMqeZgb', '>mQMqeZgc');
    expect(value).not.toBe(signed);
    expect(signatureValue).not.toBe(signed);
    for (const changed of [value, signatureValue]) expect(checkSignature(bytesOf(changed)).integrity).toBe('false');
    const otherKey = signed.replace(/(<ds:X509Certificate>)[^<]*/u, `$1${testCertificate}`);
    expect(checkSignature(bytesOf(otherKey)).integrity).toBe('false');
  });

  test('the signed document inside another is no signature of that one', () => {
    const signed = new TextDecoder().decode(sample('dcc_gp_temperature_typical_v12_signed.xml')).replace(/^<\?xml[^>]*\?>/u, '');
    const wrapped = madeDcc({ comment: signed });
    expect(checkSignature(bytesOf(wrapped))).toMatchObject({ integrity: 'unknown', reason: 'not-of-the-document' });
  });
});

interface Signing {
  readonly canonicalization?: string;
  readonly signature?: string;
  readonly digest?: string;
  readonly xpath?: string;
  readonly isEmptyUri?: boolean;
  readonly transforms?: readonly string[];
  readonly keyInfo?: string;
}

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

function sign(xml: string, { canonicalization = exclusive, signature = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', digest = sha256, xpath = '/*', isEmptyUri = true, transforms = [enveloped, exclusive], keyInfo }: Signing = {}): string {
  const signer = new SignedXml({
    privateKey: testKey, signatureAlgorithm: signature, canonicalizationAlgorithm: canonicalization,
    getKeyInfoContent: () => keyInfo ?? `<ds:X509Data><ds:X509Certificate>${testCertificate}</ds:X509Certificate></ds:X509Data>`,
  });
  signer.addReference({ xpath, transforms: [...transforms], digestAlgorithm: digest, ...(isEmptyUri ? { uri: '', isEmptyUri: true } : {}) });
  signer.computeSignature(xml, { prefix: 'ds', location: { reference: '/*', action: 'append' } });
  return signer.getSignedXml();
}

const integrityOf = (xml: string) => {
  const { integrity, reason } = checkSignature(bytesOf(xml));
  return `${integrity}: ${reason}`;
};

describe('documents signed here', () => {
  const unsigned = madeDcc({ version: '3.2.1' });

  test.each([
    ['exclusive', exclusive, [enveloped, exclusive]], ['inclusive', inclusive, [enveloped, inclusive]], ['no canonicalisation named', exclusive, [enveloped]],
  ])('%s canonicalisation: intact, and a change is noticed', (_name, canonicalization, transforms) => {
    const signed = sign(unsigned, { canonicalization, transforms });
    expect(integrityOf(signed)).toBe('true: intact');
    expect(integrityOf(signed.replace('Outside micrometer', 'Outside caliper'))).toBe('false: changed');
  });

  test('comments may come and go; a name of the signer is read from the certificate', () => {
    const signed = sign(unsigned);
    expect(integrityOf(signed.replace('<dcc:customer>', '<!-- looked at --><dcc:customer>'))).toBe('true: intact');
    expect(checkSignature(bytesOf(signed)).signer).toMatchObject({ subject: 'CN=Laboratory of the tests, O=Made for tests' });
    expect(new X509Certificate(Buffer.from(testCertificate, 'base64')).subject).toContain('Laboratory of the tests');
  });

  test('SHA-1 is too weak to say anything', () => {
    expect(integrityOf(sign(unsigned, { signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }))).toBe('unknown: algorithm-not-allowed');
    expect(integrityOf(sign(unsigned, { digest: 'http://www.w3.org/2000/09/xmldsig#sha1' }))).toBe('unknown: algorithm-not-allowed');
  });

  test('a part that is signed does not vouch for the rest', () => {
    const signed = sign(unsigned.replace('<dcc:result>', '<dcc:result id="r1">'), { xpath: "//*[local-name(.)='result']", isEmptyUri: false, transforms: [exclusive] });
    expect(integrityOf(signed)).toBe('unknown: part-only');
  });

  test('without a certificate, or with something else in its place, nothing is known', () => {
    expect(integrityOf(sign(unsigned, { keyInfo: '<ds:KeyName>laboratory</ds:KeyName>' }))).toBe('unknown: no-key');
    expect(integrityOf(sign(unsigned, { keyInfo: '<ds:X509Data><ds:X509Certificate>bm90IGEgY2VydGlmaWNhdGU=</ds:X509Certificate></ds:X509Data>' }))).toBe('unknown: unreadable-key');
  });

  test('two signatures are not guessed between', () => {
    const signed = sign(unsigned);
    const [signature = ''] = /<ds:Signature[\s\S]*<\/ds:Signature>/u.exec(signed) ?? [];
    expect(integrityOf(signed.replace(signature, signature + signature))).toBe('unknown: several-signatures');
  });

  test('a processing instruction before the root is part of what was signed', async () => {
    const withSheet = unsigned.replace('<dcc:digitalCalibrationCertificate', '<?xml-stylesheet href="dcc.xsl"?>\n<dcc:digitalCalibrationCertificate');
    // Signed by hand, with libxml2's canonical form of the whole document.
    const { normalized } = await validateXML({ xml: withSheet, normalization: 'c14n' });
    expect(normalized).toMatch(/^<\?xml-stylesheet /u);
    const digest = createHash('sha256').update(normalized.replace(/\n$/u, '')).digest('base64');
    const signedInfo = `<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:CanonicalizationMethod Algorithm="${exclusive}"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod><ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="${enveloped}"></ds:Transform><ds:Transform Algorithm="${inclusive}"></ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="${sha256}"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
    const value = createSign('sha256').update(signedInfo).sign(testKey, 'base64');
    const signature = `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${signedInfo}<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${testCertificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`;
    const signed = withSheet.replace('</dcc:digitalCalibrationCertificate>', `${signature}</dcc:digitalCalibrationCertificate>`);
    expect(integrityOf(signed)).toBe('true: intact');
    expect(integrityOf(signed.replace('dcc.xsl', 'other.xsl'))).toBe('false: changed');
  });

  test('an unsigned one has none', () => {
    expect(integrityOf(unsigned)).toBe('unknown: no-signature');
  });
});
