import type * as z from 'zod';
import type { $ZodTypes } from 'zod/v4/core';
import { once } from './once.ts';

/** Whether a value fits a schema. */
type Check = (value: unknown) => boolean;

const checks = /* @__PURE__ */ once(() => new WeakMap<z.ZodType, Check>());

/**
 * Whether a value fits a schema: says what zod says, but builds nothing. Reads the plain schemas of answers off zod's
 * own definition, and leaves all others to zod.
 */
export function fits(schema: z.ZodType, value: unknown): boolean {
  let check = checks().get(schema);
  if (!check) checks().set(schema, (check = checkOf(schema as unknown as $ZodTypes)));
  return check(value);
}

function checkOf(schema: $ZodTypes): Check {
  const { def } = schema._zod;
  const { type, checks = 'check' in def } = def;
  if (!checks) {
    if (type === 'unknown') return () => true;
    if (type === 'number') return Number.isFinite;
    if (type === 'string' || type === 'boolean') return (value) => typeof value === type;
    if (type === 'array') {
      const item = checkOf(def.element as $ZodTypes);
      return (value) => Array.isArray(value) && value.every(item);
    }
    if (type === 'nullable' || type === 'optional') {
      const inner = checkOf(def.innerType as $ZodTypes);
      const empty = type === 'optional' ? undefined : null;
      return (value) => value === empty || inner(value);
    }
    if (type === 'object' && !def.catchall) return record(def.shape as Record<string, $ZodTypes>);
  }
  return (value) => (schema as unknown as z.ZodType).safeParse(value).success;
}

function record(shape: Readonly<Record<string, $ZodTypes>>): Check {
  const fields = new Map(Object.entries(shape).map(([name, field]) => [name, checkOf(field)]));
  const needed = [...fields.keys()].filter((name) => !fields.get(name)?.(undefined));
  return (value) => {
    if (typeof value !== 'object' || !value || Array.isArray(value)) return false;
    for (const name in value) if (fields.get(name)?.((value as Record<string, unknown>)[name]) === false) return false;
    return needed.every((name) => name in value);
  };
}
