/** All clients together: how they are distributed, who fell, what is not known. */
export { coverageMap } from './coverage.ts';
export { medianOf, scoreDistribution } from './distribution.ts';
export { quadrantsOf } from './quadrants.ts';
export type { QuadrantId } from './quadrants.ts';
export { stageFalls } from './stage-falls.ts';
export type { StageFall, Standing } from './stage-falls.ts';
