import type { ZodType } from 'zod';
import type { InvalidField } from '../errors/invalid-input-error.ts';

/** `['Rows', 2, 'Text']` as `Rows[2].Text`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').replace(/^\./, '');
}

/** Checks a value and tells what is wrong with it, field by field. Values are never quoted. */
export function problemsOf(schema: ZodType, value: unknown): readonly InvalidField[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).slice(0, 100).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: pathText([...issue.path, key]), message: 'Read-only or unknown' }))
      : { path: pathText(issue.path), message: issue.message },
  );
}
