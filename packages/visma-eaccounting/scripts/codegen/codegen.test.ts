import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decimalsOfPattern, decimalsOfText, scopesOfText, valuesOfText } from './describe-limits.ts';
import { diffFacts } from './diff-facts.ts';
import { formatFacts, type Corrections, type Facts } from './facts.ts';
import { generate } from './generate.ts';
import { planResources } from './plan.ts';
import { readDocument, type ApiDocument } from './read-document.ts';

const root = join(import.meta.dirname, '../..');
const factsText = readFileSync(join(root, 'facts/api-v2.json'), 'utf8');
const facts = JSON.parse(factsText) as Facts;
const corrections = JSON.parse(readFileSync(join(root, 'facts/corrections.json'), 'utf8')) as Corrections;
const none: Corrections = { required: {}, answers: {}, fields: {}, optionalBodies: [] };

describe('the committed files', () => {
  it('equal a fresh generation from the committed facts', () => {
    const folder = join(root, 'src/generated');
    const committed = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = Object.fromEntries(
      committed.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
      }),
    );
    expect(texts).toEqual(Object.fromEntries(generate(facts, corrections)));
  });

  it('hold facts in the one format, without prose', () => {
    expect(formatFacts(facts)).toBe(factsText);
    expect(factsText.match(/description|summary|\w+ \w+ \w+ \w+/)?.[0]).toBeUndefined();
  });

  it('cover all 228 operations, each once', () => {
    const planned = planResources(facts).flatMap(({ methods }) => methods.map(({ key }) => key));
    expect(planned).toHaveLength(228);
    expect(new Set(planned)).toEqual(new Set(Object.keys(facts.operations)));
  });

  it('treat as required what the newest document dropped', () => {
    for (const [model, fields] of Object.entries(corrections.required)) {
      for (const field of fields) if (facts.models[model]) expect(facts.models[model][field]).toMatchObject({ required: true });
    }
    expect(facts.models['CustomerLedgerItemWithVoucherApi']?.['InvoiceDate']).toMatchObject({ required: true });
  });
});

const model = {
  type: 'object',
  required: ['Name'],
  properties: {
    Id: { type: 'string', format: 'uuid', readOnly: true },
    Name: { type: 'string', maxLength: 50, minLength: 0 },
    Price: { type: 'number', format: 'double', pattern: '[-]?\\d+(.\\d{1,2})?', minimum: 0, maximum: 10 },
    Status: { type: 'integer', format: 'int32', description: 'x<br/>1 = Draft,<br/>2 = Ongoing (sent)<br/><br/>More.' },
    Rows: { type: 'array', items: { type: 'string', format: 'uuid' } },
  },
};
const three: ApiDocument = {
  openapi: '3.1.1',
  info: { version: 'v2' },
  paths: {
    '/things': { get: { tags: ['Things'], description: '* ea:sales\n* ea:sales_readonly', responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/PaginatedResponseOfThingApi' } } } } } } },
    '/things/{id}': {
      put: {
        tags: ['Things'],
        parameters: [{ name: 'id', in: 'path', schema: { type: 'string', format: 'uuid' } }, { name: 'flag', in: 'query', schema: { type: 'boolean', default: true } }, { name: '$filter', in: 'query', schema: { type: 'string' } }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/ThingApi' } } } },
        responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/ThingApi' } } } } },
      },
    },
    '/hidden': {},
  },
  components: { schemas: { ThingApi: model, UnusedApi: model } },
};
const two: ApiDocument = {
  swagger: '2.0',
  info: { version: 'v2' },
  paths: {
    '/v2/things': { get: { tags: ['Things'], description: '<b>ea:sales, ea:sales_readonly</b>', responses: { 200: { schema: { $ref: '#/definitions/PaginatedResponse[ThingApi]' } } } } },
    '/v2/things/{id}': {
      put: {
        tags: ['Things'],
        parameters: [{ name: 'id', in: 'path', type: 'string', format: 'uuid' }, { name: 'flag', in: 'query', type: 'boolean', default: true }, { name: 'thing', in: 'body', schema: { $ref: '#/definitions/ThingApi' } }],
        responses: { 201: { schema: { $ref: '#/definitions/ThingApi' } } },
      },
    },
  },
  definitions: { ThingApi: model, UnusedApi: model },
};

describe('reading a document', () => {
  it('finds operations and models, and leaves out what nothing uses', () => {
    expect(readDocument(three, none)).toEqual({
      version: 'v2',
      operations: {
        'GET /things': { tag: 'Things', scopes: ['ea:sales', 'ea:sales_readonly'], status: 200, answer: 'page of ThingApi' },
        'PUT /things/{id}': { tag: 'Things', scopes: [], path: { id: { type: 'uuid' } }, query: { flag: { type: 'boolean', default: true } }, body: 'ThingApi', status: 201, answer: 'ThingApi' },
      },
      models: {
        ThingApi: {
          Id: { type: 'uuid', readOnly: true },
          Name: { type: 'string', required: true, maxLength: 50 },
          Price: { type: 'double', min: 0, max: 10, decimals: 2 },
          Status: { type: 'int32', values: { 1: 'Draft', 2: 'Ongoing' } },
          Rows: { type: 'uuid', list: true },
        },
      },
    });
  });

  it('reads Swagger 2.0 to the same facts', () => {
    expect(readDocument(two, none)).toEqual(readDocument(three, none));
  });

  it('lays corrections over the document; null takes a fact away', () => {
    const corrected = readDocument(three, { ...none, required: { ThingApi: ['Price'] }, answers: { 'PUT /things/{id}': 'file' }, fields: { 'ThingApi.Id': { readOnly: null as never } } });
    expect(corrected.models['ThingApi']?.['Price']).toMatchObject({ required: true });
    expect(corrected.models['ThingApi']?.['Id']).toEqual({ type: 'uuid' });
    expect(corrected.operations['PUT /things/{id}']?.answer).toBe('file');
  });

  it('refuses anything else', () => {
    expect(() => readDocument({ info: { version: '1' }, paths: {} }, none)).toThrow('Neither');
  });

  it('generates code also for operations it has no names for', () => {
    const newer = { ...three, paths: { ...three.paths, '/things/{id}/archive': { post: { tags: ['Things'], responses: { 200: {} } } } } };
    expect(generate(readDocument(newer, none), none).get('things/resource.ts')).toContain('  archive(id: string, options?: RequestOptions): ApiPromise<void> {');
  });
});

it('tells what a document changes', () => {
  const before = readDocument(three, none);
  const after: Facts = {
    ...before,
    operations: { 'GET /things': { ...before.operations['GET /things']!, status: 206 }, 'GET /new': { tag: 'New', scopes: [], status: 200 } },
    models: { ThingApi: { ...before.models['ThingApi'], Name: { type: 'string', maxLength: 80 } }, OtherApi: {} },
  };
  expect(diffFacts(before, before)).toEqual([]);
  expect(diffFacts(before, after).map((line) => line.split('\n')[0]?.split(' {')[0])).toEqual([
    '~ GET /things', '- PUT /things/{id}', '+ GET /new', '~ ThingApi.Name', '+ model OtherApi',
  ]);
});

describe('limits in patterns and words', () => {
  it.each([['[-]?\\d+(.\\d{1,2})?', 2], ['[-]?\\d+(\\.\\d{1,4})?', 4], ['^[a-z]{1,35}$', undefined], [undefined, undefined]])('%s', (pattern, decimals) => {
    expect(decimalsOfPattern(pattern)).toBe(decimals);
  });

  it.each([
    ['Format: 2 decimals allowed if the customer is domestic or 4 decimals if foreign.', 4],
    ['Maximum 2 decimals allowed', 2],
    ['When saved on the article this is rounded to 2 decimals', undefined],
    ['Amount', undefined],
  ])('%s', (text, decimals) => {
    expect(decimalsOfText(text)).toBe(decimals);
  });

  it.each([
    ['<strong>Possible values:</strong><br/>0 = None,<br/>1 = Month', { 0: 'None', 1: 'Month' }],
    ['0 = Unknown,<br/>3 = AutoInvoiceB2C (not available for Swedish customers),<br/>4 = Kivra', { 0: 'Unknown', 3: 'AutoInvoiceB2C', 4: 'Kivra' }],
    ['Possible values:<br/>2 = Rejected', undefined],
    ['0 = Default,<br/>1 = Can be approved in specific order', { 0: 'Default', 1: '' }],
    ['Country code (ISO 3166-1 alpha-2)', undefined],
  ])('%s', (text, values) => {
    expect(valuesOfText(text)).toEqual(values);
  });

  it('scopes', () => {
    expect(scopesOfText('ea:sales\nea:accounting_readonly ea:sales')).toEqual(['ea:accounting_readonly', 'ea:sales']);
  });
});
