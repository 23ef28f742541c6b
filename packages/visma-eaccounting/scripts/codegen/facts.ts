/** What the package knows of one field of a model. Nothing here is prose. */
export interface FieldFact {
  /** `uuid`, `string`, `date-time`, `int32`, `int64`, `double`, `boolean`, `email`, `byte`, `uri`, or a model's name. */
  readonly type: string;
  readonly list?: true;
  readonly nullable?: true;
  readonly readOnly?: true;
  readonly required?: true;
  readonly deprecated?: true;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  readonly pattern?: string;
  /** Allowed numbers, with the API's names where it gives them. */
  readonly values?: Readonly<Record<string, string>>;
}

export type ModelFact = Readonly<Record<string, FieldFact>>;

/** One parameter of a path or a query. */
export interface ParameterFact {
  readonly type: string;
  readonly default?: boolean;
}

/** One operation; its key is `METHOD /path/{name}`. */
export interface OperationFact {
  readonly tag: string;
  readonly scopes: readonly string[];
  readonly path?: Readonly<Record<string, ParameterFact>>;
  readonly query?: Readonly<Record<string, ParameterFact>>;
  /** A model, or `[Model]`. */
  readonly body?: string;
  readonly status: number;
  /** A model, `[Model]`, `page of Model`, `uuid`, `file`, or nothing. */
  readonly answer?: string;
  readonly deprecated?: true;
}

export interface Facts {
  readonly version: string;
  readonly operations: Readonly<Record<string, OperationFact>>;
  readonly models: Readonly<Record<string, ModelFact>>;
}

/** What the document lacks or has wrong, and where that is known from. */
export interface Corrections {
  readonly why?: {
    readonly required: string;
    readonly answers: string;
    readonly optionalBodies: string;
    /** By `Model.Field`. */
    readonly fields: Readonly<Record<string, string>>;
  };
  readonly required: Readonly<Record<string, readonly string[]>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, Partial<FieldFact>>>;
  readonly optionalBodies: readonly string[];
}

const line = (value: unknown): string => JSON.stringify(value);

/** One line per operation and per field, so that a change of the API is a readable diff. */
export function formatFacts(facts: Facts): string {
  const operations = Object.entries(facts.operations).map(([key, value]) => `    ${line(key)}: ${line(value)}`);
  const models = Object.entries(facts.models).map(([name, fields]) => {
    const rows = Object.entries(fields).map(([field, fact]) => `      ${line(field)}: ${line(fact)}`);
    return `    ${line(name)}: {\n${rows.join(',\n')}\n    }`;
  });
  return `{
  "version": ${line(facts.version)},
  "operations": {
${operations.join(',\n')}
  },
  "models": {
${models.join(',\n')}
  }
}
`;
}
