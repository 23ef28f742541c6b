export { stateConformance, stateLaws } from './state-conformance.ts';
export { sourceConformance, sourceLaws } from './source-conformance.ts';
export type { StateFixture } from './state-fixture.ts';
export type { SourceFixture, SourceSeed } from './source-fixture.ts';
export type { ConformanceOptions } from './conformance.ts';
export type { ConformanceRunner } from './runner.ts';
export { BrokenLawError, checkLaw, type Closable, type Law } from './law.ts';
