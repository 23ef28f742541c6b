import { emptyGuid } from '../ids.ts';
import { type Json, type WireObject, isWireObject } from '../wire/json.ts';
import { type FieldFacts, fieldsOf, isModel } from './facts.ts';

/**
 * The record as it travels: every field of the model, in the document's order, and no other.
 * A field without a value is null where the document allows it, else what .NET sends for its type.
 */
export function complete(model: string, record: WireObject): WireObject {
  const answer: WireObject = {};
  for (const [name, field] of Object.entries(fieldsOf(model))) {
    const value = record[name];
    answer[name] = value === undefined || (value === null && !field.nullable) ? emptyValue(field) : nested(field, value);
  }
  return answer;
}

function nested(field: FieldFacts, value: Json): Json {
  if (!isModel(field.type)) return value;
  if (Array.isArray(value)) {
    return value.map((each) => (isWireObject(each) ? complete(field.type, each) : each));
  }
  return isWireObject(value) ? complete(field.type, value) : value;
}

function emptyValue(field: FieldFacts): Json {
  if (field.nullable) return null;
  if (field.list) return [];
  switch (field.type) {
    case 'boolean':
      return false;
    case 'int32':
    case 'int64':
    case 'double':
      return smallest(field);
    case 'string':
    case 'byte':
      return '';
    case 'uuid':
      return emptyGuid;
    case 'date-time':
      return '0001-01-01T00:00:00Z';
    default:
      return complete(field.type, {});
  }
}

/** Zero, or the first number that the document allows. */
function smallest(field: FieldFacts): number {
  if (field.values && !Object.hasOwn(field.values, '0')) return Number(Object.keys(field.values)[0] ?? 0);
  return field.min !== undefined && field.min > 0 ? field.min : 0;
}
