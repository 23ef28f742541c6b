import { parse } from 'yaml';

/** Parses a document in JSON or YAML 1.2, whose dates stay texts. Throws when it is neither. */
export function parseDocumentText(text: string): unknown {
  // All JSON is YAML, but a large document of it is read many times faster so.
  return /^\s*[{[]/.test(text) ? (JSON.parse(text) as unknown) : parse(text);
}
