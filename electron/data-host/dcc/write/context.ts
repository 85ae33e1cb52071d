import type { Identity } from './administrative.ts';

export interface WriteContext extends Identity {
  /** BCP 47: headings of columns and statements are said in these too, beside the certificate's own language. */
  readonly languages: readonly string[];
}
