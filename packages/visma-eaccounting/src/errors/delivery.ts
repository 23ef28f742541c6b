/**
 * What is known about a request that failed.
 *
 * - `not-sent`: it never reached the API; repeating it is safe.
 * - `answered`: the API itself refused it; nothing was changed.
 * - `unknown`: it may or may not have been carried out. Look before writing again.
 */
export type Delivery = 'not-sent' | 'answered' | 'unknown';
