import { describe, expect, it } from 'vitest';
import { SpecCheck, type WireExchange } from './check.ts';
import { parseDocument } from './document.ts';

const ref = (name: string) => ({ content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } });
const id = '6f1c1c5e-3f0b-4a5e-9d52-0d4c1a0b7e11';

const check = new SpecCheck(
  parseDocument({
    paths: {
      '/things': {
        get: { tags: ['Things'], responses: { '200': ref('PaginatedResponseOfThing'), '400': {} } },
        post: {
          tags: ['Things'],
          parameters: [{ name: 'useDefault', in: 'query', schema: { type: 'boolean' } }],
          requestBody: ref('Thing'),
          responses: { '201': ref('Thing'), '400': {} },
        },
      },
      '/things/{thingId}': {
        delete: {
          tags: ['Things'],
          parameters: [{ name: 'thingId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
          responses: { '200': {} },
        },
      },
    },
    components: {
      schemas: {
        Thing: {
          type: 'object',
          required: ['Name'],
          additionalProperties: false,
          properties: {
            Id: { type: 'string', format: 'uuid', readOnly: true },
            Name: { type: 'string', maxLength: 5 },
            Day: { type: ['string', 'null'], format: 'date-time' },
          },
        },
        PaginatedResponseOfThing: {
          type: 'object',
          required: ['Data'],
          properties: { Data: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } },
        },
      },
    },
  }),
);

const json = 'application/json; charset=utf-8';

function post(change: Partial<WireExchange> = {}): WireExchange {
  return {
    method: 'POST',
    path: '/things',
    query: new URLSearchParams(),
    requestType: json,
    requestBody: '{"Name":"a"}',
    status: 201,
    answerType: json,
    answerBody: `{"Id":"${id}","Name":"a","Day":"2026-03-31"}`,
    ...change,
  };
}

const violations = (exchange: WireExchange): readonly string[] => check.check(exchange).violations;

describe('the check against the document', () => {
  it('passes valid traffic, dates in either form included', () => {
    expect(violations(post())).toEqual([]);
    expect(violations(post({ answerBody: `{"Id":"${id}","Name":"a","Day":"2026-03-31T00:00:00Z"}` }))).toEqual([]);
    expect(violations(post({ query: new URLSearchParams({ useDefault: 'true' }) }))).toEqual([]);
    expect(check.check(post()).operation).toBe('POST /things');
  });

  it.each([
    ['an operation that is not documented', { path: '/others' }],
    ['a text that is too long', { requestBody: '{"Name":"abcdef"}' }],
    ['a required field that is missing', { requestBody: '{}' }],
    ['a field that the document lacks', { requestBody: '{"Name":"a","Extra":1}' }],
    ['a read-only field in a request', { requestBody: `{"Name":"a","Id":"${id}"}` }],
    ['a body that is no JSON by its type', { requestType: 'text/plain' }],
    ['a query parameter that is not documented', { query: new URLSearchParams({ other: '1' }) }],
    ['a query parameter of another type', { query: new URLSearchParams({ useDefault: 'yes' }) }],
    ['paging on something that is no list', { query: new URLSearchParams({ $page: '1' }) }],
    ['an answer of another type', { answerBody: '{"Name":1}' }],
    ['an answer with a date that is none', { answerBody: `{"Id":"${id}","Name":"a","Day":"31-03-2026"}` }],
    ['an answer with a field that the document lacks', { answerBody: '{"Name":"a","Extra":1}' }],
    ['an answer that is no JSON', { answerType: 'text/html' }],
    ['a status that neither document nor overlay knows', { status: 418 }],
  ])('reports %s', (_what, change) => {
    expect(violations(post(change))).not.toEqual([]);
  });

  it('lets lists be paged and filtered, and checks their records', () => {
    const list = { method: 'GET', requestBody: '', requestType: null, status: 200, query: new URLSearchParams({ $page: '1', $filter: 'x' }) };
    expect(violations(post({ ...list, answerBody: '{"Data":[{"Name":"a"}]}' }))).toEqual([]);
    expect(violations(post({ ...list, answerBody: '{"Data":[{"Name":"a"},{}]}' }))).toEqual(["GET /things: answer 200 /Data/1 must have required property 'Name'"]);
  });

  it('checks ids in paths, and that an answer without content is empty', () => {
    const remove = { method: 'DELETE', path: `/things/${id}`, requestBody: '', requestType: null, status: 200, answerType: null, answerBody: '' };
    expect(violations(post(remove))).toEqual([]);
    expect(violations(post({ ...remove, status: 204 }))).toEqual([]);
    expect(violations(post({ ...remove, path: '/things/1' }))).toHaveLength(1);
    expect(violations(post({ ...remove, answerBody: '{}' }))).toHaveLength(1);
  });

  it('lets the undocumented error statuses of the overlay pass', () => {
    for (const status of [401, 403, 404, 409, 429, 500, 503]) expect(violations(post({ status, answerBody: '' }))).toEqual([]);
  });
});
