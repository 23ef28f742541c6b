import document from '../../../facts/api-v2.json' with { type: 'json' };

/** One field of a model as the facts file states it. */
export interface FieldFacts {
  /** uuid, date-time, string, boolean, int32, int64, double, byte, or the name of a model. */
  readonly type: string;
  readonly list?: boolean;
  readonly nullable?: boolean;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  /** Allowed values with their names, where the document lists them. */
  readonly values?: Readonly<Record<string, string>>;
}

/** One documented operation. */
export interface OperationFacts {
  readonly scopes: readonly string[];
  readonly status: number;
  readonly body?: string;
  /** A model, `page of Model`, `[Model]`, `file`, or nothing. */
  readonly answer?: string;
}

interface Facts {
  readonly operations: Readonly<Record<string, OperationFacts>>;
  readonly models: Readonly<Record<string, Readonly<Record<string, FieldFacts>>>>;
}

const facts = document as unknown as Facts;

/** Every documented operation by `METHOD /path`. */
export function documentedOperations(): Readonly<Record<string, OperationFacts>> {
  return facts.operations;
}

/** The fields of a model, in the document's order. Throws for a name that the document lacks. */
export function fieldsOf(model: string): Readonly<Record<string, FieldFacts>> {
  const fields = facts.models[model];
  if (!fields) throw new Error(`The document has no model ${model}`);
  return fields;
}

/** True when the document has this model. */
export function isModel(name: string): boolean {
  return Object.hasOwn(facts.models, name);
}
