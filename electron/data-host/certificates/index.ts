export { openCase } from './out-of-tolerance.ts';
export { certificatesOf, isInForce, latestCertificate } from './rows.ts';
export type { CertificateInForce } from './rows.ts';
