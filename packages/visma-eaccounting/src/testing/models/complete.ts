import { emptyGuid } from '../ids.ts';
import { type Json, type WireObject, isWireObject } from '../wire/json.ts';
import { type FieldFacts, fieldsOf, isModel } from './facts.ts';

interface Slot {
  readonly name: string;
  readonly nullable: boolean;
  /** The model of the value, when it is an object or a list of objects. */
  readonly model: string | undefined;
  readonly empty: () => Json;
}

const slots = new Map<string, readonly Slot[]>();

/**
 * The record as it travels: every field of the model, in the document's order, and no other.
 * A field without a value is null where the document allows it, else what .NET sends for its type.
 */
export function complete(model: string, record: WireObject): WireObject {
  const answer: WireObject = {};
  for (const slot of slotsOf(model)) {
    const value = record[slot.name];
    const isEmpty = value === undefined || (value === null && !slot.nullable);
    answer[slot.name] = isEmpty ? slot.empty() : nested(slot.model, value);
  }
  return answer;
}

function slotsOf(model: string): readonly Slot[] {
  const known = slots.get(model);
  if (known) return known;
  const made = Object.entries(fieldsOf(model)).map(([name, field]) => ({
    name,
    nullable: field.nullable === true,
    model: isModel(field.type) ? field.type : undefined,
    empty: emptyValue(field),
  }));
  slots.set(model, made);
  return made;
}

function nested(model: string | undefined, value: Json): Json {
  if (model === undefined) return value;
  if (Array.isArray(value)) return value.map((each) => (isWireObject(each) ? complete(model, each) : each));
  return isWireObject(value) ? complete(model, value) : value;
}

function emptyValue(field: FieldFacts): () => Json {
  if (field.nullable) return () => null;
  if (field.list) return () => [];
  switch (field.type) {
    case 'boolean':
      return () => false;
    case 'int32':
    case 'int64':
    case 'double': {
      const value = smallest(field);
      return () => value;
    }
    case 'string':
    case 'byte':
      return () => '';
    case 'uuid':
      return () => emptyGuid;
    case 'date-time':
      return () => '0001-01-01T00:00:00Z';
    default:
      return () => complete(field.type, {});
  }
}

/** Zero, or the first number that the document allows. */
function smallest(field: FieldFacts): number {
  if (field.values && !Object.hasOwn(field.values, '0')) return Number(Object.keys(field.values)[0] ?? 0);
  return field.min !== undefined && field.min > 0 ? field.min : 0;
}
