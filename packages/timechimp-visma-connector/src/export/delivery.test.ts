import { NetworkError, OutcomeUnknownError, ValidationError } from '@x/visma-eaccounting';
import { describe, expect, it } from 'vitest';
import { deliveryOf, failureOf, isConflict, stopsRun } from './delivery.ts';

describe('A5: classify by delivery', () => {
  it('believes the property, and takes everything else for unknown', () => {
    expect(deliveryOf(new NetworkError('refused', { delivery: 'not-sent' }))).toBe('not-sent');
    expect(deliveryOf(new ValidationError('no', { delivery: 'answered', status: 400 }))).toBe('answered');
    expect(deliveryOf(new OutcomeUnknownError('reset', { delivery: 'unknown' }))).toBe('unknown');
    for (const other of [new Error('reset'), { delivery: 'sent' }, 'reset', null, undefined]) {
      expect(deliveryOf(other)).toBe('unknown');
    }
  });

  it('knows a conflict by code or by number', () => {
    expect([isConflict({ code: 'conflict' }), isConflict({ errorCode: 4000 }), isConflict({ errorCode: 2000 })]).toEqual([true, true, false]);
  });

  it('stops a run at what the next export would meet too', () => {
    for (const error of [{ code: 'authentication' }, { code: 'reconnect-required' }, { status: 403 }, { status: 429 }]) {
      expect(stopsRun(error)).toBe(true);
    }
    expect(stopsRun({ code: 'validation', status: 400 })).toBe(false);
  });

  it('keeps code, message, numbers and field errors of a failure, and nothing else of it', () => {
    const error = Object.assign(new Error('Name is too long'), {
      delivery: 'answered',
      code: 'validation',
      status: 400,
      errorId: 'e-1',
      fieldErrors: [{ field: 'Name', message: 'too long', key: 'x' }],
      request: { headers: { authorization: 'Bearer secret' } },
    });
    expect(failureOf(error, 'refused')).toEqual({
      code: 'refused',
      message: 'Name is too long',
      details: {
        delivery: 'answered',
        code: 'validation',
        status: 400,
        errorId: 'e-1',
        fieldErrors: [{ field: 'Name', message: 'too long' }],
      },
    });
  });
});
