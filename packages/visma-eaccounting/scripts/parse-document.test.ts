import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseDocumentText } from './parse-document.ts';

const content = { openapi: '3.1.0', info: { version: '2026-02-01' }, paths: { '/units': { get: { responses: { 200: {} } } } } };

it('reads JSON and YAML alike; dates stay texts', () => {
  expect(parseDocumentText(JSON.stringify(content))).toEqual(content);
  expect(parseDocumentText(stringify(content))).toEqual(content);
  expect(parseDocumentText('info: { version: 2026-02-01 }')).toEqual({ info: { version: '2026-02-01' } });
  expect(parse(JSON.stringify(content))).toEqual(content);
});

it.each(['{"openapi":', 'openapi: "3', 'a: 1\n b: 2'])('refuses %j', (text) => {
  expect(() => parseDocumentText(text)).toThrow();
});
