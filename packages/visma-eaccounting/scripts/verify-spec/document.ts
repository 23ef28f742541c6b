import { readFile } from 'node:fs/promises';
import { parseDocumentText } from '../parse-document.ts';

/** A JSON schema, unread. */
export type Schema = Readonly<Record<string, unknown>>;

/** One parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** One operation as the document states it. */
export interface SpecOperation {
  /** `METHOD /path/{id}`. */
  readonly name: string;
  readonly tag: string;
  readonly pattern: RegExp;
  readonly placeholders: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly bodyRequired: boolean;
  /** The JSON schema of each documented status; null for one without a body. */
  readonly answers: ReadonlyMap<string, Schema | null>;
}

/** The parts of an OpenAPI document that the check uses. */
export interface SpecDocument {
  readonly operations: readonly SpecOperation[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

interface RawContent {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface RawOperation {
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: RawContent & { readonly required?: boolean };
  readonly responses?: Readonly<Record<string, RawContent>>;
}

interface RawDocument {
  readonly openapi?: string;
  readonly paths?: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** Reads an OpenAPI 3.1 document in JSON or YAML. Rejects with a clear message when it is missing or something else. */
export async function readDocument(file: string): Promise<SpecDocument> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new Error(`The document ${file} cannot be read.`);
  }
  let raw: RawDocument | null;
  try {
    raw = parseDocumentText(text) as RawDocument | null;
  } catch {
    throw new Error(`The document ${file} is neither JSON nor YAML.`);
  }
  if (!raw?.openapi?.startsWith('3.1') || !raw.paths) throw new Error(`The document ${file} is not OpenAPI 3.1.`);
  return parseDocument(raw);
}

/** The operations and schemas of a parsed document. */
export function parseDocument(raw: RawDocument): SpecDocument {
  const methods = ['get', 'post', 'put', 'delete', 'patch'];
  const operations = Object.entries(raw.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => operationOf(method, path, operation)),
  );
  return { operations, schemas: raw.components?.schemas ?? {} };
}

function operationOf(method: string, path: string, raw: RawOperation): SpecOperation {
  const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const source = path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '([^/]+)');
  return {
    name: `${method.toUpperCase()} ${path}`,
    tag: raw.tags?.[0] ?? '',
    pattern: new RegExp(`^${method.toUpperCase()} ${source}$`, 'i'),
    placeholders,
    parameters: raw.parameters ?? [],
    body: jsonOf(raw.requestBody),
    bodyRequired: raw.requestBody?.required === true,
    answers: new Map(Object.entries(raw.responses ?? {}).map(([status, content]) => [status, jsonOf(content) ?? null])),
  };
}

function jsonOf(content: RawContent | undefined): Schema | undefined {
  return content?.content?.['application/json']?.schema;
}

/** The operation that a request means: the one with the fewest placeholders, then with the most fixed text. */
export function findOperation(document: SpecDocument, method: string, path: string): SpecOperation | undefined {
  return document.operations
    .filter(({ pattern }) => pattern.test(`${method} ${path}`))
    .sort((left, right) => left.placeholders.length - right.placeholders.length || fixed(right).length - fixed(left).length)[0];
}

const fixed = ({ name }: SpecOperation): string => name.replaceAll(/\{\w+\}/g, '');
