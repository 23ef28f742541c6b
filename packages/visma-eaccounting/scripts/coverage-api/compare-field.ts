import * as z from 'zod';
import type { FieldFact } from '../codegen/facts.ts';
import type { DeclaredType } from './declared-methods.ts';
import type { Aspect, Direction } from './difference.ts';

type Finding = readonly [aspect: Aspect, text: string];

const numbers = new Set(['int32', 'int64', 'double']);
const guid = '6f1c1c5e-3f0b-4a5e-9d52-0d4c1a0b7e11';

/** The kind of a value in TypeScript. */
export function kindOf(type: string, isModel: boolean): string {
  if (isModel) return 'record';
  if (numbers.has(type)) return 'number';
  return type === 'boolean' ? 'boolean' : 'string';
}

/** The schema inside optional, nullable and list; undefined for a list where none was expected and the reverse. */
export function contentOf(schema: z.ZodType, list: boolean): z.ZodType | undefined {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap() as z.ZodType;
  if (inner instanceof z.ZodArray) return list ? (inner.element as z.ZodType) : undefined;
  return list ? undefined : inner;
}

/** Where the type of a field is not what the document says. */
export function compareDeclared(fact: FieldFact, declared: DeclaredType, isModel: boolean, direction: Direction): Finding[] {
  const findings: Finding[] = [];
  const kind = kindOf(fact.type, isModel);
  if (declared.kind !== kind) findings.push(['type', `declared as ${declared.kind}, documented as ${fact.type}`]);
  if (declared.list !== (fact.list === true)) findings.push(['type', `declared as ${declared.list ? 'a list' : 'one value'}`]);
  const named = Object.keys(fact.values ?? {}).map(Number);
  const declaredValues = declared.values ?? [];
  if (named.length !== declaredValues.length || named.some((value) => !declaredValues.includes(value))) {
    findings.push(['values', `declared as ${declaredValues.join(', ') || 'any number'}, documented as ${named.join(', ') || 'any number'}`]);
  }
  findings.push(...absence(fact, { isNull: declared.nullable, isAbsent: declared.optional }, isModel, direction));
  return findings;
}

/** Where the check of a field is not what the document says, found by trying values. */
export function compareChecked(fact: FieldFact, schema: z.ZodType, isModel: boolean, direction: Direction): Finding[] {
  const accepts = (value: unknown): boolean => schema.safeParse(value).success;
  const findings = absence(fact, { isNull: accepts(null), isAbsent: accepts(undefined) }, isModel, direction);
  const content = contentOf(schema, fact.list === true);
  if (!content) return [...findings, ['type', fact.list ? 'checked as one value' : 'checked as a list']];
  if (isModel) return content instanceof z.ZodObject ? findings : [...findings, ['type', 'checked as no record']];
  return [...findings, ...compareScalar(fact, content, direction)];
}

/** Whether a value may be null or absent. Types and checks are held to the same rules. */
function absence(fact: FieldFact, code: { readonly isNull: boolean; readonly isAbsent: boolean }, isModel: boolean, direction: Direction): Finding[] {
  const findings: Finding[] = [];
  if (code.isNull !== (fact.nullable === true)) {
    findings.push([isModel && direction === 'answered' && code.isNull ? 'nested null' : 'nullable', code.isNull ? 'may be null in the code' : 'may be null in the document']);
  }
  if (code.isAbsent === (fact.required === true)) {
    const isWider = direction === 'answered' && !code.isAbsent;
    findings.push([isWider ? 'presence' : 'required', code.isAbsent ? 'may be absent in the code' : 'may be absent in the document']);
  }
  return findings;
}

function compareScalar(fact: FieldFact, schema: z.ZodType, direction: Direction): Finding[] {
  const accepts = (value: unknown): boolean => schema.safeParse(value).success;
  if (fact.type === 'boolean') return accepts(true) && accepts(false) && !accepts('x') && !accepts(1) ? [] : [['type', 'not checked as a boolean']];
  if (numbers.has(fact.type)) return compareNumber(fact, accepts);
  if (accepts(7)) return [['type', 'not checked as a text']];
  if (fact.type === 'uuid') return accepts(guid) && !accepts('x') ? [] : [['type', 'not checked as a GUID']];
  if (fact.type === 'date-time') return compareDate(accepts, direction);
  if (fact.type !== 'string' && accepts('?')) return [['format', `not checked as ${fact.type}`]];
  return compareText(fact, schema, accepts);
}

function compareDate(accepts: (value: unknown) => boolean, direction: Direction): Finding[] {
  if (accepts('x')) return [['type', 'not checked as a date']];
  const findings: Finding[] = [];
  if (accepts('2026-03-31')) findings.push(['date', `may be ${direction} without a time`]);
  if (!accepts('2026-03-31T00:00:00Z')) findings.push(['date', 'may not be sent with a time']);
  return findings;
}

function compareText(fact: FieldFact, schema: z.ZodType, accepts: (value: unknown) => boolean): Finding[] {
  const { pattern } = z.toJSONSchema(schema) as { pattern?: string };
  if (pattern !== fact.pattern) return [['pattern', `checked as ${pattern ?? 'any text'}, documented as ${fact.pattern ?? 'any text'}`]];
  if (pattern !== undefined) return [];
  const findings: Finding[] = [];
  const longest = fact.maxLength ?? 100_000;
  if (!accepts('x'.repeat(longest))) findings.push(['length', `${longest} characters are refused`]);
  if (fact.maxLength !== undefined && accepts('x'.repeat(longest + 1))) findings.push(['length', `more than ${longest} characters are accepted`]);
  const shortest = fact.minLength ?? 0;
  if (!accepts('x'.repeat(shortest))) findings.push(['length', `${shortest} characters are refused`]);
  if (shortest > 0 && accepts('x'.repeat(shortest - 1))) findings.push(['length', `less than ${shortest} characters are accepted`]);
  return findings;
}

function compareNumber(fact: FieldFact, accepts: (value: unknown) => boolean): Finding[] {
  const findings: Finding[] = [];
  const { min = -1e6, max = 1e6 } = fact;
  const named = Object.keys(fact.values ?? {}).map(Number);
  if (named.length > 0) {
    const refused = named.filter((value) => !accepts(value));
    if (refused.length > 0) findings.push(['values', `${refused.join(', ')} is refused`]);
    if (accepts(Math.max(...named) + 1) || accepts(1.5)) findings.push(['values', 'other numbers are accepted']);
    return findings;
  }
  if (accepts('1')) findings.push(['type', 'not checked as a number']);
  for (const value of [min, Math.max(min, 0), max]) if (!accepts(value)) findings.push(['range', `${value} is refused`]);
  if (fact.min !== undefined && accepts(min - 1)) findings.push(['range', `${min - 1} is accepted`]);
  if (fact.max !== undefined && accepts(max + 1)) findings.push(['range', `${max + 1} is accepted`]);
  if (fact.type === 'double') return [...findings, ...compareDecimals(fact, accepts, Math.max(min, 0))];
  if (accepts(1.5)) findings.push(['type', 'not checked as a whole number']);
  return findings;
}

function compareDecimals({ decimals, max = 1e6 }: FieldFact, accepts: (value: unknown) => boolean, base: number): Finding[] {
  const whole = base + 1 > max ? 0 : base;
  const within = decimals ?? 9;
  const findings: Finding[] = [];
  if (within > 0 && !accepts(Number(`${whole}.${'1'.padStart(within, '0')}`))) findings.push(['decimals', `${within} decimals are refused`]);
  if (decimals !== undefined && accepts(Number(`${whole}.${'1'.padStart(decimals + 1, '0')}`))) findings.push(['decimals', `${decimals + 1} decimals are accepted`]);
  return findings;
}
