import * as z from 'zod';
import { decimalsOf } from './decimals.ts';
import { once, oncePer } from './once.ts';

/** One kind of value, checked in three ways. Every leaf is made once and shared by all models. */
export interface Leaf {
  /** What the caller sends. */
  readonly input: z.ZodType;
  /** What the API answers, as far as the type is concerned. */
  readonly lenient: z.ZodType;
  /** What the API answers, strictly as documented, where that differs from what is sent. */
  readonly strict?: z.ZodType;
}

const anyText = /* @__PURE__ */ once(() => z.string());
const anyNumber = /* @__PURE__ */ once(() => z.number());
const anyDate = /* @__PURE__ */ once(() =>
  // The API leaves the time or the zone out at times.
  z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], 'Invalid date'),
);

/** Text of at most `max` and at least `min` characters, counted in UTF-16 units. */
export const text = /* @__PURE__ */ oncePer<[max?: number, min?: number], Leaf>((max = Infinity, min = 0) => ({
  input: anyText().max(max).min(min),
  lenient: anyText(),
}));

/** Text of a given form. */
export const pattern = /* @__PURE__ */ oncePer((source: string) => ({
  input: anyText().regex(new RegExp(source)),
  lenient: anyText(),
}));

/** A GUID. */
export const uuid = /* @__PURE__ */ once(() => ({ input: z.guid(), lenient: anyText() }));

/** A business date: sent as `YYYY-MM-DD`, answered so or with a time. */
export const date = /* @__PURE__ */ once(() => ({
  input: z.iso.date(),
  lenient: anyText(),
  strict: anyDate(),
}));

/** A moment in UTC. */
export const timestamp = /* @__PURE__ */ once(() => ({ input: anyDate(), lenient: anyText() }));

/** A yes or no. */
export const bool = /* @__PURE__ */ once(() => {
  const check = z.boolean();
  return { input: check, lenient: check };
});

/** A whole number; `from` and `to` are inclusive. */
export const int = /* @__PURE__ */ oncePer<[from?: number, to?: number], Leaf>((from = -2_147_483_648, to = 2_147_483_647) => ({
  input: z.int().min(from).max(to),
  lenient: anyNumber(),
}));

/** A whole number of up to 15 digits, such as an account number; `from` and `to` are inclusive. */
export const long = /* @__PURE__ */ oncePer<[from?: number, to?: number], Leaf>((from = -Infinity, to = Infinity) => ({
  input: z.int().min(from).max(to),
  lenient: anyNumber(),
}));

/** One of the documented numbers. Answers may hold numbers that were added later. */
export const oneOf = /* @__PURE__ */ oncePer((...values: readonly number[]) => ({
  input: z.literal(values),
  lenient: anyNumber(),
}));

/** An amount, rate, quantity or fraction with at most so many decimals, within inclusive bounds. */
export const decimal = /* @__PURE__ */ oncePer<[decimals?: number, from?: number, to?: number], Leaf>((decimals = 99, from = -Infinity, to = Infinity) => ({
  input: anyNumber()
    .min(from)
    .max(to)
    .refine((value) => decimalsOf(value) <= decimals, `Too big: expected at most ${decimals} decimals`),
  lenient: anyNumber(),
}));
