import type { ZodType } from 'zod';
import { toDotPath } from 'zod/v4/core';
import { InvalidInputError, type InvalidField } from '../errors/invalid-input-error.ts';

/** Checks a value and tells what is wrong with it, field by field. Values are never quoted. */
export function problemsOf(schema: ZodType, value: unknown): readonly InvalidField[] {
  const { error } = schema.safeParse(value);
  return (
    error?.issues.slice(0, 100).flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: toDotPath([...issue.path, key]), message: 'Read-only or unknown' }))
        : { path: toDotPath(issue.path), message: issue.message },
    ) ?? []
  );
}

/** Throws when an input does not fit. */
export function refuse(schema: ZodType, input: unknown, operation?: string): void {
  const problems = problemsOf(schema, input);
  if (problems.length > 0) throw new InvalidInputError(problems, operation);
}
