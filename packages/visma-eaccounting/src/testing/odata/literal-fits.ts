import { fieldsOf, isModel } from '../models/facts.ts';
import type { ComparisonIn } from './expression.ts';

/** Whether a literal may stand beside its property: text in quotes, GUIDs, dates, numbers and booleans bare. */
export function literalFits(model: string, { path, isPart, literal }: ComparisonIn): boolean {
  const type = typeAt(model, path.split('/'));
  if (type === undefined) return false;
  if (literal.kind === 'null') return !isPart;
  if (isPart) return type === 'date-time' && literal.kind === 'number';
  switch (type) {
    case 'boolean':
      return literal.kind === 'boolean';
    case 'uuid':
      return literal.kind === 'bare' && literal.value.length === 36;
    case 'date-time':
      return literal.kind === 'bare' && literal.value.length !== 36;
    case 'string':
      return literal.kind === 'text';
    default:
      return literal.kind === 'number';
  }
}

function typeAt(model: string, [name = '', ...rest]: readonly string[]): string | undefined {
  const field = fieldsOf(model)[name];
  if (!field || rest.length === 0) return field?.type;
  return isModel(field.type) ? typeAt(field.type, rest) : undefined;
}
