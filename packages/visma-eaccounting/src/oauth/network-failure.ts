import { NetworkError } from '../errors/network-error.ts';
import { deliveryOfFailure } from '../http/delivery.ts';

/** No digits and a known start: nothing that could be a secret. */
const WELL_FORMED = /^(?:E[A-Z]{3,20}|EAI_[A-Z]+|(?:UND_ERR|ERR|CERT|DEPTH|SELF|UNABLE|HOSTNAME)_[A-Z_]{3,40})$/;

/**
 * Turns whatever a fetch threw into a NetworkError. Only a well-formed error code is taken over: messages and causes
 * of a fetch may quote the request's headers.
 */
export function networkFailure(thrown: unknown): NetworkError {
  const { delivery, code = '' } = deliveryOfFailure(thrown);
  const what = delivery === 'not-sent' ? 'could not be reached' : 'did not complete its answer';
  const named = WELL_FORMED.test(code) ? ` (${code})` : '';
  return new NetworkError(`The identity server ${what}${named}.`, { delivery });
}
