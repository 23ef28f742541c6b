import * as z from 'zod';
import { isCalendarDate, isDateOrTime } from './calendar-date.ts';
import { decimalsOf } from './decimals.ts';
import { once, oncePer } from './once.ts';

/** One kind of value, checked in three ways. Every leaf is made once and shared by all models. */
export interface Leaf {
  /** What the caller sends. */
  readonly input: z.ZodType;
  /** What the API answers, strictly as documented. */
  readonly strict: z.ZodType;
  /** What the API answers, as far as the type is concerned. */
  readonly lenient: z.ZodType;
}

const must = (kind: string) => ({
  error: (issue: { readonly input: unknown }) => (issue.input === undefined ? 'is required' : `must be ${kind}`),
});

const anyText = once(() => z.string(must('text')));
const anyNumber = once(() => z.number(must('a number')));

const textLeaf = (check: z.ZodType): Leaf => ({ input: check, strict: check, lenient: anyText() });

/** Text of at most `max` characters. The API counts UTF-16 units, as JavaScript does. */
export function text(max = 0, min = 0): Leaf {
  return sizedText(`${max},${min}`);
}
const sizedText = /* @__PURE__ */ oncePer((key) => {
  const [max = 0, min = 0] = key.split(',').map(Number);
  let check = anyText();
  if (max) check = check.max(max, `must have at most ${max} characters`);
  if (min) check = check.min(min, `must have at least ${min} characters`);
  return { input: check, strict: anyText(), lenient: anyText() };
});

/** Text of a given form. */
export const pattern = /* @__PURE__ */ oncePer((source) => ({
  input: anyText().regex(new RegExp(source), 'must have the documented form'),
  strict: anyText(),
  lenient: anyText(),
}));

/** A GUID. */
export const uuid = /* @__PURE__ */ once(() =>
  textLeaf(anyText().regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, 'must be a GUID')),
);

/** A business date: sent as `YYYY-MM-DD`, answered so or with a time. */
export const date = /* @__PURE__ */ once(() => ({
  input: anyText().refine(isCalendarDate, 'must be a date, YYYY-MM-DD'),
  strict: anyText().refine(isDateOrTime, 'must be a date'),
  lenient: anyText(),
}));

/** A moment in UTC. */
export const timestamp = /* @__PURE__ */ once(() =>
  textLeaf(anyText().refine(isDateOrTime, 'must be a date with a time, such as 2026-03-31T12:00:00Z')),
);

/** A yes or no. */
export const bool = /* @__PURE__ */ once(() => {
  const check = z.boolean(must('true or false'));
  return { input: check, strict: check, lenient: check };
});

/** A whole number; `from` and `to` are inclusive. */
export function int(from = -2_147_483_648, to = 2_147_483_647): Leaf {
  return rangedInt(`${from},${to}`);
}
const rangedInt = /* @__PURE__ */ oncePer((key) => {
  const [from = 0, to = 0] = key.split(',').map(Number);
  const check = z.int(must('a whole number')).min(from, `must be at least ${from}`).max(to, `must be at most ${to}`);
  return { input: check, strict: z.int(), lenient: anyNumber() };
});

/** A whole number of up to 15 digits, such as an account number. */
export const long = /* @__PURE__ */ once(() => {
  const check = z.int(must('a whole number'));
  return { input: check, strict: check, lenient: anyNumber() };
});

/** One of the documented numbers. Answers may hold numbers that were added later. */
export function oneOf(...values: readonly number[]): Leaf {
  return numbers(values.join());
}
const numbers = /* @__PURE__ */ oncePer((key) => ({
  input: z.literal(key.split(',').map(Number), {
    error: ({ input }) => (input === undefined ? 'is required' : `must be one of ${key.replaceAll(',', ', ')}`),
  }),
  strict: z.int(),
  lenient: anyNumber(),
}));

/** An amount, rate, quantity or fraction with at most so many decimals, within inclusive bounds. */
export function decimal(decimals = 99, from = -Infinity, to = Infinity): Leaf {
  return limitedDecimal(`${decimals},${from},${to}`);
}
const limitedDecimal = /* @__PURE__ */ oncePer((key) => {
  const [decimals = 99, from = -Infinity, to = Infinity] = key.split(',').map(Number);
  const check = anyNumber()
    .min(from, `must be at least ${from}`)
    .max(to, `must be at most ${to}`)
    .refine((value) => decimalsOf(value) <= decimals, `must have at most ${decimals} decimals`);
  return { input: check, strict: anyNumber(), lenient: anyNumber() };
});
