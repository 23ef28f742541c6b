import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Schema, SpecDocument } from './document.ts';
import { overlay, withDates } from './overlay.ts';

const root = 'https://document.example/';

/** Checks values against the document's schemas, for one direction. */
export interface Validator {
  /** What is wrong with the value, one text per problem. */
  problems(schema: Schema, value: unknown): string[];
}

/**
 * The schemas of OpenAPI 3.1 are JSON Schema 2020-12, so ajv checks them as they stand. In a request, a read-only
 * property is a violation and not required.
 */
export function createValidator(document: SpecDocument, direction: 'request' | 'answer'): Validator {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const schemas = Object.entries(document.schemas).map(([name, schema]) => [
    name,
    direction === 'request' ? withoutReadOnly(name, schema) : schema,
  ]);
  ajv.addSchema({ $id: root, components: { schemas: withDates(Object.fromEntries(schemas)) } });
  const compiled = new Map<string, ValidateFunction>();
  return {
    problems: (schema, value) => {
      const key = JSON.stringify(schema);
      const validate = compiled.get(key) ?? ajv.compile(JSON.parse(fromRoot(JSON.stringify(withDates(schema)))) as object);
      compiled.set(key, validate);
      if (validate(value)) return [];
      return (validate.errors ?? []).map(({ instancePath, message = '', params }) => {
        const extra = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
        return `${instancePath || '/'} ${message}${extra}`;
      });
    },
  };
}

/** References of an operation's schema point into the document. */
function fromRoot(schema: string): string {
  return schema.replaceAll('"$ref":"#/', `"$ref":"${root}#/`);
}

function withoutReadOnly(name: string, schema: Schema): Schema {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const isReadOnly = (field: string, property: Schema): boolean =>
    property['readOnly'] === true && !overlay.writable.fields.includes(`${name}.${field}`);
  const kept = properties.filter(([field, property]) => !isReadOnly(field, property));
  const names = new Set(kept.map(([field]) => field));
  const required = Array.isArray(schema['required']) ? (schema['required'] as string[]).filter((field) => names.has(field)) : [];
  return { ...schema, properties: Object.fromEntries(kept), required };
}
