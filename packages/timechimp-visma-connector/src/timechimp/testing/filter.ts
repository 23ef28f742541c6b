import { Refusal } from './wire.ts';

type Value = string | number | boolean | null;
type Test = (record: unknown) => boolean;

/** Parses the part of `$filter` that is known to be used; anything else is refused with a 400. */
export function parseFilter(text: string, refused: readonly string[]): Test {
  const tokens = text.match(/'(?:[^']|'')*'|[()]|,|[^\s(),']+/g) ?? [];
  let at = 0;
  const peek = (): string | undefined => tokens[at];
  const take = (expected?: string): string => {
    const token = tokens[at];
    if (token === undefined || (expected !== undefined && token !== expected)) throw bad(text);
    at += 1;
    return token;
  };
  const either = (): Test => {
    let left = both();
    while (peek() === 'or') {
      if (refused.includes(take())) throw bad(text);
      const [a, b] = [left, both()];
      left = (record) => a(record) || b(record);
    }
    return left;
  };
  const both = (): Test => {
    let left = one();
    while (peek() === 'and') {
      take();
      const [a, b] = [left, one()];
      left = (record) => a(record) && b(record);
    }
    return left;
  };
  const one = (): Test => {
    if (peek() === '(') {
      take();
      const inner = either();
      take(')');
      return inner;
    }
    const path = take();
    const operator = take();
    if (refused.includes(operator) || refused.includes(path)) throw bad(text);
    if (operator === 'in') {
      take('(');
      const values = [valueOf(take())];
      while (peek() === ',') {
        take();
        values.push(valueOf(take()));
      }
      take(')');
      return (record) => values.includes(valueAt(record, path));
    }
    const wanted = valueOf(take());
    const compare = comparisons[operator];
    if (compare === undefined) throw bad(text);
    return (record) => compare(valueAt(record, path), wanted);
  };
  const test = either();
  if (at !== tokens.length) throw bad(text);
  return test;
}

const comparisons: Readonly<Record<string, (a: Value, b: Value) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a !== null && b !== null && a > b,
  ge: (a, b) => a !== null && b !== null && a >= b,
  lt: (a, b) => a !== null && b !== null && a < b,
  le: (a, b) => a !== null && b !== null && a <= b,
};

function valueOf(token: string): Value {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  if (token === 'null') return null;
  if (token === 'true' || token === 'false') return token === 'true';
  return /^-?\d+(\.\d+)?$/.test(token) ? Number(token) : token;
}

function valueAt(record: unknown, path: string): Value {
  let value: unknown = record;
  for (const name of path.split('/')) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function bad(text: string): Refusal {
  return new Refusal(400, `The query specified in the URI is not valid: ${text}`);
}
