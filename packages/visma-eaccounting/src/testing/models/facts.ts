import facts from './api-facts.json' with { type: 'json' };

/** One field of a model, read from its compact notation. */
export interface Field {
  readonly name: string;
  /** uuid, date, string, bool, int32, int64, double, or the name of a model. */
  readonly type: string;
  readonly isArray: boolean;
  readonly nullable: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly maxLength: number | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly decimals: number | undefined;
  readonly values: readonly number[] | undefined;
}

/** One documented operation. */
export interface OperationFacts {
  readonly method: string;
  readonly path: string;
  readonly scopes: readonly string[];
  readonly status: number;
  readonly body?: string;
  readonly answer?: string;
  readonly query?: readonly string[];
}

const cache = new Map<string, readonly Field[]>();

/** Every operation of the document. */
export function documentedOperations(): readonly OperationFacts[] {
  return facts.operations;
}

/** The fields of a model, in the document's order. Throws for a name that the document lacks. */
export function fieldsOf(model: string): readonly Field[] {
  const known = cache.get(model);
  if (known) return known;
  const notation = (facts.models as Record<string, Record<string, string>>)[model];
  if (!notation) throw new Error(`The document has no model ${model}`);
  const fields = Object.entries(notation).map(([name, text]) => readField(name, text));
  cache.set(model, fields);
  return fields;
}

/** True when the document has this model. */
export function isModel(name: string): boolean {
  return name in facts.models;
}

function readField(name: string, notation: string): Field {
  const [head = '', ...flags] = notation.split(' ');
  const nullable = head.endsWith('?');
  const bare = nullable ? head.slice(0, -1) : head;
  const isArray = bare.endsWith('[]');
  const valueOf = (flag: string): string | undefined =>
    flags.find((each) => each.startsWith(`${flag}:`))?.slice(flag.length + 1);
  const range = valueOf('range')?.split('..');
  const maxLength = valueOf('max');
  const decimals = valueOf('decimals');
  return {
    name,
    type: isArray ? bare.slice(0, -2) : bare,
    isArray,
    nullable,
    required: flags.includes('required'),
    readOnly: flags.includes('readonly'),
    maxLength: maxLength === undefined ? undefined : Number(maxLength),
    minimum: range ? Number(range[0]) : undefined,
    maximum: range ? Number(range[1]) : undefined,
    decimals: decimals === undefined ? undefined : Number(decimals),
    values: valueOf('enum')?.split(',').map(Number),
  };
}
