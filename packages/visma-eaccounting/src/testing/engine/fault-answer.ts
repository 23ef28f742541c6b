import type { Fault } from '../faults/fault.ts';
import type { World } from '../state/world.ts';
import type { Answer } from '../wire/answer.ts';
import { ApiRefusal, errorCodes } from '../wire/refusal.ts';
import { tooManyRequests } from './rate-windows.ts';

type AnsweredFault = Extract<Fault, { kind: 'unauthorized' | 'rate-limit' | 'server-error' | 'gateway' | 'refusal' }>;

/** A refusal as the documented error body. */
export function refusalAnswer(world: World, refusal: ApiRefusal): Answer {
  return { status: refusal.status, headers: refusal.headers, json: refusal.toBody(world.ids.guid('error')) };
}

/** The answer that a fault puts in the place of the real one. */
export function faultAnswer(world: World, fault: AnsweredFault): Answer {
  switch (fault.kind) {
    case 'unauthorized': {
      const headers: Record<string, string> =
        fault.wwwAuthenticate === true ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {};
      if (fault.body === false) return { status: 401, headers };
      const message = 'AuthorizationException - Authorization has been denied for this request.';
      return refusalAnswer(world, new ApiRefusal(401, errorCodes.notAuthorized, message, { headers }));
    }
    case 'rate-limit':
      return refusalAnswer(world, tooManyRequests(600, fault.seconds ?? 5, fault.retryAfter ?? true));
    case 'server-error': {
      const status = fault.status ?? 500;
      if (fault.body === 'none') return { status };
      if (fault.body === 'html') return htmlPage(status);
      return refusalAnswer(world, new ApiRefusal(status, 1000, 'InternalServerErrorException - An unexpected error occurred.'));
    }
    case 'gateway':
      return htmlPage(fault.status);
    case 'refusal':
      return refusalAnswer(world, new ApiRefusal(fault.status, fault.errorCode, fault.message));
  }
}

function htmlPage(status: number): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    text: `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center><hr><center>gateway</center></body></html>\n`,
  };
}
