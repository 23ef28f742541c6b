import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Corrections } from '../codegen/facts.ts';
import { readDocument, type ApiDocument } from '../codegen/read-document.ts';
import { codeOperations } from './code-operations.ts';
import { coverageApi, uncorrected } from './command.ts';
import { compare, type CodeOperation } from './compare.ts';
import { reportOf, type Report } from './report.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));
const corrections = read('../../facts/corrections.json') as Corrections;
let code: Map<string, CodeOperation>;

beforeAll(() => {
  code = codeOperations();
});

/** The parts of the sample that the cases change. */
interface Sample {
  paths: Record<string, Record<string, { description?: string; parameters?: unknown[]; requestBody?: unknown; responses: unknown }>>;
  components: { schemas: Record<string, { required?: string[]; properties: Record<string, Record<string, unknown>> }> };
}

function report(change: (sample: Sample) => void = () => undefined, operations: ReadonlyMap<string, CodeOperation> = code): Report {
  const sample = read('sample.openapi.json') as Sample;
  change(sample);
  const facts = readDocument(sample as unknown as ApiDocument, uncorrected);
  return reportOf(compare(facts, operations), corrections);
}

const project = ({ components }: Sample): Record<string, Record<string, unknown>> => components.schemas['ProjectApi']!.properties;

describe('coverage of a document by the exported code', () => {
  it('is whole where the document says what the code says; what is meant is explained', () => {
    const { lines, problems } = report();
    expect(problems).toEqual([]);
    expect(lines.at(-1)).toMatch(/^5 of 5 operations covered, 0 missing, 0 unexplained differences, \d+ explained$/);
    expect(lines.join('\n')).toContain('explained, 1 x: Required in the document of 2023-07-03.');
    expect(lines.join('\n')).toContain('ProjectApi.StartDate (sent): may be absent in the document');
    expect(lines).toContain('not in the document: GET /customers');
  });

  it('knows every operation that the client has, once', () => {
    expect(code.size).toBe(228);
  });

  it('misses an operation that the client lacks', () => {
    const less = new Map([...code].filter(([name]) => name !== 'POST /projects'));
    expect(report(undefined, less).problems).toEqual(['missing: POST /projects']);
    const more = (sample: Sample): void => {
      sample.paths['/projects/{id}/archive'] = { post: { responses: { 200: {} } } };
    };
    expect(report(more).problems).toEqual(['missing: POST /projects/{id}/archive']);
  });

  it.each<[string, (sample: Sample) => void, string]>([
    ['a property more', (sample) => { project(sample)['Colour'] = { type: ['string', 'null'] }; }, 'ProjectApi.Colour (sent): not in the type'],
    ['a property less', (sample) => { delete project(sample)['Notes']; }, 'ProjectApi.Notes (answered): not in the document'],
    ['a property of another type', (sample) => { project(sample)['Name'] = { type: 'number', format: 'double' }; }, 'ProjectApi.Name (sent): declared as string, documented as double'],
    ['a list', (sample) => { project(sample)['Name'] = { type: 'array', items: { type: 'string' } }; }, 'ProjectApi.Name (sent): declared as one value'],
    ['a property that may be null', (sample) => { project(sample)['Name']!['type'] = ['string', 'null']; }, 'ProjectApi.Name (sent): may be null in the document'],
    ['a property that may not be null', (sample) => { project(sample)['Notes']!['type'] = 'string'; }, 'ProjectApi.Notes (sent): may be null in the code'],
    ['a longer text', (sample) => { project(sample)['Name']!['maxLength'] = 201; }, 'ProjectApi.Name (sent): 201 characters are refused'],
    ['a shorter text', (sample) => { project(sample)['Name']!['maxLength'] = 199; }, 'ProjectApi.Name (sent): more than 199 characters are accepted'],
    ['a text of a form', (sample) => { project(sample)['Number']!['pattern'] = '^[a-z]+$'; }, 'ProjectApi.Number (sent): checked as any text, documented as ^[a-z]+$'],
    ['a value more', (sample) => { project(sample)['Status']!['description'] = '1 = Ongoing, 2 = Finished, 3 = Parked'; }, 'ProjectApi.Status (sent): declared as 1, 2, documented as 1, 2, 3'],
    ['a value less', (sample) => { project(sample)['Status']!['description'] = '1 = Ongoing, 3 = Parked'; }, 'ProjectApi.Status (sent): 3 is refused'],
    ['a range', (sample) => { Object.assign(sample.components.schemas['AccountOpeningBalanceApi']!.properties['Balance']!, { minimum: 0, maximum: 9 }); }, 'AccountOpeningBalanceApi.Balance (sent): -1 is accepted'],
    ['decimals', (sample) => { sample.components.schemas['AccountOpeningBalanceApi']!.properties['Balance']!['pattern'] = '\\d+(.\\d{1,1})?'; }, 'AccountOpeningBalanceApi.Balance (sent): 2 decimals are accepted'],
    ['a property that is read-only', (sample) => { project(sample)['Notes']!['readOnly'] = true; }, 'ProjectApi.Notes (sent): may be sent'],
    ['a property that is not read-only', (sample) => { delete project(sample)['CustomerName']!['readOnly']; }, 'ProjectApi.CustomerName (sent): not in the type'],
    ['a property that is required', (sample) => { sample.components.schemas['ProjectApi']!.required!.push('Notes'); }, 'ProjectApi.Notes (sent): may be absent in the code'],
    ['a property that is not required', (sample) => { sample.components.schemas['ProjectApi']!.required = ['Name', 'Status']; }, 'ProjectApi.Number (sent): may be absent in the document'],
    ['a query parameter more', (sample) => { sample.paths['/projects']!['get']!.parameters = [{ name: 'isActive', in: 'query', schema: { type: 'boolean' } }]; }, 'GET /projects: query isActive is missing'],
    ['a query parameter less', (sample) => { sample.paths['/fiscalyears/openingbalances']!['put']!.parameters = []; }, 'PUT /fiscalyears/openingbalances: query enableInactiveAccounts is not in the document'],
    ['a query parameter of another type', (sample) => { sample.paths['/fiscalyears/openingbalances']!['put']!.parameters = [{ name: 'enableInactiveAccounts', in: 'query', schema: { type: 'string' } }]; }, 'PUT /fiscalyears/openingbalances: query enableInactiveAccounts is declared as boolean, documented as string'],
    ['a path parameter of another type', (sample) => { sample.paths['/articlelabels/{articlelabelid}']!['get']!.parameters = [{ name: 'articlelabelid', in: 'path', schema: { type: 'integer', format: 'int32' } }]; }, 'GET /articlelabels/{articlelabelid}: {articlelabelid} is declared as string, documented as number'],
    ['a body where none is sent', (sample) => { sample.paths['/projects']!['get']!.requestBody = sample.paths['/projects']!['post']!.requestBody; }, 'GET /projects: the body ProjectApi is missing'],
    ['no body where one is sent', (sample) => { delete sample.paths['/projects']!['post']!.requestBody; }, 'POST /projects: a body is not in the document'],
    ['another answer', (sample) => { sample.paths['/projects']!['post']!.responses = { 201: {} }; }, 'POST /projects: record in the code, nothing in the document'],
    ['a list where a page is answered', (sample) => { sample.paths['/projects']!['get']!.responses = sample.paths['/fiscalyears/openingbalances']!['put']!.responses; }, 'GET /projects: page of record in the code, [OpeningBalancesApi] in the document'],
    ['another scope', (sample) => { sample.paths['/projects']!['post']!.description = 'ea:sales'; }, 'POST /projects: ea:accounting in the code, ea:sales in the document'],
  ])('differs for %s', (_, change, problem) => {
    expect(report(change).problems).toContain(`differs: ${problem}`);
  });

  it('a document without operations covers nothing', () => {
    expect(report((sample) => { sample.paths = {}; }).problems).toEqual(['the document has no operations']);
  });
});

describe('the command', () => {
  const sampleFile = join(import.meta.dirname, 'sample.openapi.json');

  async function run(operations: ReadonlyMap<string, CodeOperation>, ...args: string[]): Promise<{ code: number; output: string }> {
    const printed: string[] = [];
    const ended = await coverageApi(args, () => operations, (line) => printed.push(line));
    return { code: ended, output: printed.join('\n') };
  }

  it('ends with 1 without a document, with a missing one, and when something is missing', async () => {
    expect(await run(code)).toMatchObject({ code: 1, output: expect.stringContaining('Usage') as string });
    expect(await run(code, '--spec', 'nowhere.json')).toMatchObject({ code: 1, output: expect.stringContaining('nowhere.json cannot be read') as string });
    const less = new Map([...code].filter(([name]) => name !== 'POST /projects'));
    expect(await run(less, '--spec', sampleFile)).toMatchObject({ code: 1, output: expect.stringContaining('missing: POST /projects') as string });
  });

  it('ends with 0 when all is covered', async () => {
    expect(await run(code, '--', '--spec', sampleFile)).toMatchObject({ code: 0, output: expect.stringContaining('5 of 5 operations covered') as string });
  });
});
