import { escapeText, unescapeText } from './text.ts';

/** What JSON.stringify writes for characters that jsonb refuses, and for our own escape character. */
const awkward = /\\u(?:0000|001a|d[89a-f][0-9a-f]{2})/;

/** A record as the JSON text of a jsonb column. Properties that are undefined are left out. */
export function toDocument(record: object): string {
  const text = JSON.stringify(record);
  return awkward.test(text) ? JSON.stringify(mapTexts(record, escapeText)) : text;
}

/** A record as it went in, from what the driver parsed. */
export function fromDocument<T>(document: T): T {
  return hasEscapes(document) ? (mapTexts(document, unescapeText) as T) : document;
}

function hasEscapes(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u001a');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, each]) => name.includes('\u001a') || hasEscapes(each));
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, map));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [map(name), mapTexts(each, map)]));
}
