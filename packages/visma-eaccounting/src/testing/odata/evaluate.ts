import { type Json, type WireObject, isWireObject } from '../wire/json.ts';
import type { Comparison, Expression, Literal, Operand } from './expression.ts';

/** Whether a record meets a parsed filter. Texts compare without regard to case, as the service's database does. */
export function matches(record: WireObject, expression: Expression): boolean {
  switch (expression.kind) {
    case 'and':
      return matches(record, expression.left) && matches(record, expression.right);
    case 'or':
      return matches(record, expression.left) || matches(record, expression.right);
    case 'contains': {
      const value = record[expression.path];
      return typeof value === 'string' && value.toLowerCase().includes(expression.text.toLowerCase());
    }
    case 'any': {
      const list = record[expression.path];
      return Array.isArray(list) && list.some((each) => isWireObject(each) && matches(each, expression.inner));
    }
    case 'compare':
      return compare(operandOf(record, expression.operand), expression.operator, expression.literal);
  }
}

function operandOf(record: WireObject, operand: Operand): Json {
  const value = record[operand.path] ?? null;
  if (operand.kind === 'property') return value;
  if (typeof value !== 'string') return null;
  const ranges = { year: [0, 4], month: [5, 7], day: [8, 10] } as const;
  const [start, end] = ranges[operand.part];
  return Number(value.slice(start, end));
}

function compare(value: Json, operator: Comparison, literal: Literal): boolean {
  const order = orderOf(value, literal);
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order !== undefined && order > 0;
    case 'ge':
      return order !== undefined && order >= 0;
    case 'lt':
      return order !== undefined && order < 0;
    case 'le':
      return order !== undefined && order <= 0;
  }
}

/** Below, equal or above as -1, 0, 1; undefined when the two cannot be compared. */
function orderOf(value: Json, literal: Literal): number | undefined {
  if (literal.kind === 'null') return value === null ? 0 : undefined;
  if (value === null) return undefined;
  if (typeof value === 'number' && literal.kind === 'number') return Math.sign(value - literal.value);
  if (typeof value === 'boolean' && literal.kind === 'boolean') return value === literal.value ? 0 : undefined;
  if (typeof value !== 'string') return undefined;
  if (literal.kind === 'bare' && /^\d{4}-\d{2}-\d{2}/.test(literal.value)) {
    return Math.sign(Date.parse(value) - Date.parse(literal.value));
  }
  const other = literal.kind === 'number' || literal.kind === 'boolean' ? String(literal.value) : literal.value;
  return compareText(value, other);
}

/** Orders two texts without regard to case. */
export function compareText(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}
