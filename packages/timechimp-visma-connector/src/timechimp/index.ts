export { createTimeChimpLimiter, type TimeChimpRateLimiter } from './http/limiter.ts';
export type { TimeChimpFetch } from './http/transport.ts';
export type { TimeChimpOptions } from './options.ts';
export type { TimeChimpProblem, TimeChimpProblemCode } from './problems.ts';
export {
  createTimeChimpSource,
  createTimeChimpSources,
  type TimeChimpKeys,
  type TimeChimpSettings,
  type TimeChimpSource,
  type TimeChimpSourceOptions,
  type TimeChimpSourcesOptions,
} from './source.ts';
export { TimeChimpError, type Delivery, type TimeChimpErrorCode, type TimeChimpErrorDetails } from './timechimp-error.ts';
