import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Corrections } from '../codegen/facts.ts';
import { readDocument, type ApiDocument } from '../codegen/read-document.ts';
import { parseDocumentText } from '../parse-document.ts';
import { compare, type CodeOperation } from './compare.ts';
import { reportOf } from './report.ts';

/** The document as it stands. */
export const uncorrected: Corrections = { required: {}, answers: {}, fields: {}, optionalBodies: [] };

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Error(`The document ${file} cannot be read.`);
  }
}

async function run(args: readonly string[], operations: () => ReadonlyMap<string, CodeOperation>, print: (line: string) => void): Promise<number> {
  const { values } = parseArgs({ args: args.filter((each) => each !== '--'), options: { spec: { type: 'string' } } });
  if (values.spec === undefined) throw new Error('Usage: coverage:api --spec <OpenAPI 3.x or Swagger 2.0 document in JSON or YAML>');
  // pnpm runs scripts in the package's folder; the file is meant from where the command was typed.
  const document = parseDocumentText(await textOf(resolve(process.env['INIT_CWD'] ?? '.', values.spec))) as ApiDocument;
  const corrections = JSON.parse(await textOf(join(import.meta.dirname, '../../facts/corrections.json'))) as Corrections;
  const { lines, problems } = reportOf(compare(readDocument(document, uncorrected), operations()), corrections);
  for (const line of [...lines, ...problems]) print(line);
  return problems.length === 0 ? 0 : 1;
}

/** Runs the command; resolves to its exit code. */
export async function coverageApi(args: readonly string[], operations: () => ReadonlyMap<string, CodeOperation>, print: (line: string) => void): Promise<number> {
  try {
    return await run(args, operations, print);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
