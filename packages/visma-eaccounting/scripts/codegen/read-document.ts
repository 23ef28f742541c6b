import { decimalsOfPattern, decimalsOfText, scopesOfText, valuesOfText } from './describe-limits.ts';
import type { Corrections, FieldFact, Facts, ModelFact, OperationFact, ParameterFact } from './facts.ts';

/** The parts of a JSON schema that the reader looks at. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly readOnly?: boolean;
  readonly deprecated?: boolean;
  readonly default?: unknown;
  readonly nullable?: boolean;
}

interface Parameter extends Schema {
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly schema?: Schema;
}

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
  readonly deprecated?: boolean;
}

/** An OpenAPI 3.x or a Swagger 2.0 document. */
export interface ApiDocument {
  readonly openapi?: string;
  readonly swagger?: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const methods = ['get', 'post', 'put', 'delete'];

/** Swagger 2.0 of this API writes `PaginatedResponse[CustomerApi]` where OpenAPI 3 writes `PaginatedResponseOf…`. */
function modelName(ref: string): string {
  const name = decodeURIComponent(ref.slice(ref.lastIndexOf('/') + 1));
  const generic = /^PaginatedResponse(?:Of|\[)(\w+)\]?$/.exec(name);
  return generic ? `page of ${generic[1] ?? ''}` : name;
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return modelName(schema.$ref);
  const types = (typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])).filter((type) => type !== 'null');
  const type = types[0] ?? 'string';
  if (type === 'integer') return schema.format ?? 'int32';
  if (type === 'number') return 'double';
  return type === 'string' ? (schema.format ?? 'string') : type;
}

function valuesOf(schema: Schema, type: string): Readonly<Record<string, string>> | undefined {
  if (type !== 'int32' && type !== 'int64') return undefined;
  const named = valuesOfText(schema.description);
  if (!schema.enum) return named;
  return Object.fromEntries(schema.enum.map((value) => [String(value), named?.[String(value)] ?? '']));
}

function fieldFact(field: Schema, required: boolean): FieldFact {
  const list = field.items !== undefined;
  const type = typeOf(field.items ?? field);
  const values = list ? undefined : valuesOf(field, type);
  const decimals =
    type === 'double' ? (decimalsOfPattern(field.pattern) ?? decimalsOfText(field.description)) : undefined;
  return {
    type,
    ...(list && { list: true as const }),
    ...((field.nullable === true || (Array.isArray(field.type) && field.type.includes('null'))) && {
      nullable: true as const,
    }),
    ...(field.readOnly === true && { readOnly: true as const }),
    ...(required && { required: true as const }),
    ...(field.deprecated === true && { deprecated: true as const }),
    ...(field.minLength !== undefined && field.minLength > 0 && { minLength: field.minLength }),
    ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
    ...(field.minimum !== undefined && { min: field.minimum }),
    ...(field.maximum !== undefined && { max: field.maximum }),
    ...(decimals !== undefined && { decimals }),
    ...(field.pattern !== undefined && type === 'string' && { pattern: field.pattern }),
    ...(values && { values }),
  };
}

function modelFact(name: string, schema: Schema, corrections: Corrections): ModelFact {
  const required = new Set([...(schema.required ?? []), ...(corrections.required[name] ?? [])]);
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([field, value]) => [
      field,
      withCorrection(fieldFact(value, required.has(field)), corrections.fields[`${name}.${field}`]),
    ]),
  );
}

/** A correction of null takes a fact away. */
function withCorrection(fact: FieldFact, correction: Partial<FieldFact> | undefined): FieldFact {
  const merged = Object.entries<unknown>({ ...fact, ...correction }).filter(([, value]) => value !== null);
  return Object.fromEntries(merged) as unknown as FieldFact;
}

function schemaOf(content: Content | undefined): Schema | undefined {
  return content?.schema ?? Object.values(content?.content ?? {})[0]?.schema;
}

function typeText(schema: Schema | undefined): string | undefined {
  if (!schema) return undefined;
  return schema.items ? `[${typeOf(schema.items)}]` : typeOf(schema);
}

function parametersIn(place: string, operation: Operation): Record<string, ParameterFact> | undefined {
  const found = (operation.parameters ?? []).filter((one) => one.in === place && !one.name.startsWith('$'));
  if (found.length === 0) return undefined;
  return Object.fromEntries(
    found.map((one) => {
      const schema = one.schema ?? one;
      return [
        one.name,
        { type: typeOf(schema), ...(typeof schema.default === 'boolean' && { default: schema.default }) },
      ];
    }),
  );
}

function operationFact(key: string, operation: Operation, corrections: Corrections): OperationFact {
  const status = Object.keys(operation.responses).find((code) => code.startsWith('2')) ?? '200';
  const path = parametersIn('path', operation);
  const query = parametersIn('query', operation);
  const inBody = operation.parameters?.find((one) => one.in === 'body');
  const body = typeText(schemaOf(operation.requestBody) ?? inBody?.schema);
  const answer = corrections.answers[key] ?? typeText(schemaOf(operation.responses[status]));
  return {
    tag: operation.tags?.[0] ?? '',
    scopes: scopesOfText(operation.description),
    ...(path && { path }),
    ...(query && { query }),
    ...(body !== undefined && { body }),
    status: Number(status),
    ...(answer !== undefined && { answer }),
    ...(operation.deprecated === true && { deprecated: true as const }),
  };
}

/** The models that operations use, directly or inside other models. */
function reachable(operations: Facts['operations'], models: Readonly<Record<string, ModelFact>>): Set<string> {
  const found = new Set<string>();
  const visit = (name: string | undefined): void => {
    const model = name?.replace(/^page of |[[\]]/g, '');
    if (model === undefined || found.has(model) || !models[model]) return;
    found.add(model);
    for (const field of Object.values(models[model])) visit(field.type);
  };
  for (const operation of Object.values(operations)) {
    visit(operation.body);
    visit(operation.answer);
  }
  return found;
}

/** Reads the facts out of an OpenAPI 3.x or Swagger 2.0 document. */
export function readDocument(document: ApiDocument, corrections: Corrections): Facts {
  if (document.openapi?.startsWith('3.') !== true && document.swagger !== '2.0') {
    throw new Error('Neither an OpenAPI 3.x nor a Swagger 2.0 document.');
  }
  const operations: Record<string, OperationFact> = {};
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const key = `${method.toUpperCase()} ${path.replace(/^\/v2(?=\/)/, '')}`;
      operations[key] = operationFact(key, operation, corrections);
    }
  }
  const schemas = document.components?.schemas ?? document.definitions ?? {};
  const all = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, modelFact(name, schema, corrections)]),
  );
  const used = reachable(operations, all);
  const models = Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
  return { version: document.info.version, operations: sorted(operations), models: sorted(models) };
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
