import { decimalsOf } from '../exact.ts';
import type { Leniency } from '../measured.ts';
import type { FieldError } from '../wire/refusal.ts';
import { type Json, type WireObject, isWireObject } from '../wire/json.ts';
import { type FieldFacts, fieldsOf, isModel } from './facts.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const dateText = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const valueTypes = new Set(['boolean', 'int32', 'int64', 'double']);

/** What is wrong with a body, measured by its model: one entry per field, none when it fits. */
export function checkBody(model: string, body: WireObject, leniency: Leniency, path = ''): FieldError[] {
  const problems: FieldError[] = [];
  for (const [name, field] of Object.entries(fieldsOf(model))) {
    const where = `${path}${name}`;
    const value = body[name];
    const readOnly = field.readOnly === true || isSlip(model, name, leniency);
    if (readOnly && !leniency.readOnlyFieldsRefused) continue;
    if (readOnly) {
      if (value !== undefined) problems.push({ field: where, message: 'is read-only' });
    } else if (value === undefined || value === null) {
      if (isMissing(field, value, leniency)) problems.push({ field: where, message: 'is required' });
    } else {
      problems.push(...checkValue(field, value, where, leniency));
    }
  }
  return leniency.unknownFieldsRefused ? [...problems, ...unknownFields(model, body, path)] : problems;
}

/** The newer document marks this one field read-only. */
function isSlip(model: string, name: string, leniency: Leniency): boolean {
  return model === 'VoucherRowApi' && name === 'CostCenterItemId1' && !leniency.firstCostCenterWritable;
}

function unknownFields(model: string, body: WireObject, path: string): FieldError[] {
  const known = fieldsOf(model);
  return Object.keys(body)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => ({ field: `${path}${name}`, message: 'is not a field of this resource' }));
}

/** Texts, GUIDs, dates and lists must be there; a boolean or number that is left out may count as its default. */
function isMissing(field: FieldFacts, value: null | undefined, leniency: Leniency): boolean {
  const isValue = valueTypes.has(field.type) && !field.list;
  if (value === null && isValue && !field.nullable) return true;
  if (!field.required) return false;
  return !(isValue && leniency.omittedValuesDefault);
}

function checkValue(field: FieldFacts, value: Json, where: string, leniency: Leniency): FieldError[] {
  if (field.list) {
    if (!Array.isArray(value)) return [{ field: where, message: 'must be an array' }];
    if (!isModel(field.type)) return [];
    return value.flatMap((each, index) =>
      isWireObject(each)
        ? checkBody(field.type, each, leniency, `${where}[${index}].`)
        : [{ field: `${where}[${index}]`, message: 'must be an object' }],
    );
  }
  if (isModel(field.type)) {
    return isWireObject(value)
      ? checkBody(field.type, value, leniency, `${where}.`)
      : [{ field: where, message: 'must be an object' }];
  }
  const message = checkScalar(field, value, leniency);
  return message ? [{ field: where, message }] : [];
}

function checkScalar(field: FieldFacts, value: Json, leniency: Leniency): string | undefined {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'uuid':
      return typeof value === 'string' && uuid.test(value) ? undefined : 'must be a GUID';
    case 'date-time':
      return typeof value === 'string' && isDate(value, leniency) ? undefined : 'must be a date';
    case 'string':
    case 'byte':
      return checkString(field, value);
    default:
      return checkNumber(field, value);
  }
}

function checkString(field: FieldFacts, value: Json): string | undefined {
  if (typeof value !== 'string') return 'must be a text';
  if (field.required && value.trim() === '') return 'is required';
  if (field.maxLength !== undefined && value.length > field.maxLength) {
    return `must be a string with a maximum length of ${field.maxLength}`;
  }
  return undefined;
}

function checkNumber(field: FieldFacts, value: Json): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number';
  if (field.type === 'int32' && (!Number.isInteger(value) || Math.abs(value) > 2_147_483_647)) {
    return 'must be a 32-bit integer';
  }
  if (field.type === 'int64' && !Number.isInteger(value)) return 'must be an integer';
  if (field.min !== undefined && field.max !== undefined) {
    if (value < field.min || value > field.max) {
      return `must be between ${field.min} and ${field.max}`;
    }
  }
  if (field.values && !Object.hasOwn(field.values, String(value))) {
    return `must be one of ${Object.keys(field.values).join(', ')}`;
  }
  if (field.decimals !== undefined && decimalsOf(value) > field.decimals) {
    return `must have at most ${field.decimals} decimals`;
  }
  return undefined;
}

function isDate(text: string, leniency: Leniency): boolean {
  if (!dateText.test(text) || (text.length === 10 && !leniency.plainDatesAccepted)) return false;
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
