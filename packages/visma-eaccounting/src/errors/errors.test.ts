import { inspect } from 'node:util';
import { expect, it, vi } from 'vitest';
import { InvalidInputError } from './invalid-input-error.ts';
import { NotFoundError } from './not-found-error.ts';
import { RateLimitError } from './rate-limit-error.ts';
import { VismaError } from './visma-error.ts';

const answered = { delivery: 'answered' } as const;

it('recognises its own classes and their base', () => {
  const error = new NotFoundError('gone', answered);
  expect(error).toBeInstanceOf(NotFoundError);
  expect(error).toBeInstanceOf(VismaError);
  expect(error).toBeInstanceOf(Error);
  expect(error instanceof RateLimitError).toBe(false);
  expect(new VismaError('x', answered) instanceof NotFoundError).toBe(false);
});

it('recognises errors of another copy of the package', async () => {
  vi.resetModules();
  const copy = await import('./not-found-error.ts');
  expect(copy.NotFoundError).not.toBe(NotFoundError);
  const foreign = new copy.NotFoundError('gone', answered);
  expect(foreign instanceof NotFoundError).toBe(true);
  expect(foreign instanceof VismaError).toBe(true);
  expect(foreign instanceof RateLimitError).toBe(false);
});

it('leaves a subclass without a name of its own to the ordinary check', () => {
  class Mine extends NotFoundError {}
  expect(new Mine('x', answered)).toBeInstanceOf(Mine);
  expect(new NotFoundError('x', answered) instanceof Mine).toBe(false);
  expect(new Mine('x', answered) instanceof NotFoundError).toBe(true);
});

it.each([null, undefined, 1, 'text', {}, new Error('x')])('does not claim %s', (value) => {
  expect(value instanceof VismaError).toBe(false);
});

it('keeps its name as a literal, not enumerable', () => {
  const error = new NotFoundError('gone', answered);
  expect(error.name).toBe('NotFoundError');
  expect(Object.keys(error)).not.toContain('name');
  expect(inspect(error)).toContain('NotFoundError: gone');
});

it('writes plain JSON for a log', () => {
  const error = new InvalidInputError([{ path: 'Name', message: 'too long' }], 'POST /customers');
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({
    name: 'InvalidInputError',
    code: 'invalid-input',
    delivery: 'not-sent',
    operation: 'POST /customers',
    fields: [{ path: 'Name', message: 'too long' }],
  });
});
