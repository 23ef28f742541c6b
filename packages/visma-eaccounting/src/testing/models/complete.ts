import { emptyGuid } from '../ids.ts';
import type { Json, WireObject } from '../wire/json.ts';
import { isWireObject } from '../wire/json.ts';
import { type Field, fieldsOf, isModel } from './facts.ts';

/**
 * The record as it travels: every field of the model, in the document's order, and no other.
 * A field without a value is null where the document allows it, else what .NET sends for its type.
 */
export function complete(model: string, record: WireObject): WireObject {
  const answer: WireObject = {};
  for (const field of fieldsOf(model)) {
    const value = record[field.name];
    answer[field.name] = value === undefined ? emptyValue(field) : nested(field, value);
  }
  return answer;
}

function nested(field: Field, value: Json): Json {
  if (!isModel(field.type)) return value;
  if (Array.isArray(value)) {
    return value.map((each) => (isWireObject(each) ? complete(field.type, each) : each));
  }
  return isWireObject(value) ? complete(field.type, value) : value;
}

function emptyValue(field: Field): Json {
  if (field.nullable) return null;
  if (field.isArray) return [];
  switch (field.type) {
    case 'bool':
      return false;
    case 'int32':
    case 'int64':
    case 'double':
      return 0;
    case 'string':
      return '';
    case 'uuid':
      return emptyGuid;
    case 'date':
      return '0001-01-01T00:00:00Z';
    default:
      return complete(field.type, {});
  }
}
