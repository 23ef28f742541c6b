import * as z from 'zod';

/** Shared leaves. Answers are read leniently: unknown fields pass, absent ones count as null. */
export const text = z.string().nullish();
export const number = z.number().nullish();
export const flag = z.boolean().nullish();
export const id = z.int();
/** A relation that came along: an object with an id. */
export const reference = z.object({ id }).nullish();
/** An enumeration: the name, or the number that API v1 uses. */
export const enumeration = z.union([z.string(), z.number()]).nullish();

/** Builds a schema on first use, so that importing costs nothing. */
export function once<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => (built ??= { value: build() }).value;
}
