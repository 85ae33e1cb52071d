import type { DccRefusal } from '../dcc/index.ts';

/** A file that cannot be taken in, with a code of the contract and what its words need. */
export class DccRefused extends Error {
  override readonly name = 'DccRefused';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: string, params: Readonly<Record<string, string | number>>) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** The reader's codes that the contract calls otherwise. */
const contractCodes: Readonly<Partial<Record<DccRefusal['code'], string>>> = { 'doctype-refused': 'doctype', 'entity-refused': 'entity', 'no-dcc': 'not-a-dcc' };

export const refusedBy = ({ code, params }: DccRefusal): DccRefused => new DccRefused(contractCodes[code] ?? code, { ...params });
