import type { ZodType } from 'zod';
import type { InvalidField } from '../errors/invalid-input-error.ts';

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** `['Rows', 2, 'Text']` as `Rows[2].Text`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)),
    '',
  );
}

/** Checks a value and tells what is wrong with it, field by field. */
export function problemsOf(schema: ZodType, value: unknown): readonly InvalidField[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue: Issue) =>
    (issue.keys ?? ['']).map((unknownKey) =>
      unknownKey
        ? { path: pathText([...issue.path, unknownKey]), message: 'is read-only or not a field of this record' }
        : { path: pathText(issue.path), message: issue.message },
    ),
  );
}
