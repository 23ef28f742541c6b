import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocumentText } from '../parse-document.ts';
import { diffFacts } from './diff-facts.ts';
import { formatFacts, type Corrections, type Facts } from './facts.ts';
import { generate } from './generate.ts';
import { readDocument, type ApiDocument } from './read-document.ts';

const root = join(import.meta.dirname, '../..');
const factsFile = join(root, 'facts/api-v2.json');
const output = join(root, 'src/generated');

async function readFrom(path: string): Promise<unknown> {
  const text = /^https?:/.test(path) ? await (await fetch(path)).text() : await readFile(path, 'utf8');
  return parseDocumentText(text);
}

const { values } = parseArgs({ options: { spec: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  console.log('codegen [--spec <path or URL of an OpenAPI 3.x or Swagger 2.0 document, JSON or YAML>]');
  console.log('Without --spec the committed facts are the source.');
} else {
  const corrections = (await readFrom(join(root, 'facts/corrections.json'))) as Corrections;
  let facts = (await readFrom(factsFile)) as Facts;
  if (values.spec !== undefined) {
    const fresh = readDocument((await readFrom(values.spec)) as ApiDocument, corrections);
    const changes = diffFacts(facts, fresh);
    console.log(changes.length > 0 ? changes.join('\n') : 'The document says what the facts say.');
    await writeFile(factsFile, formatFacts(fresh));
    facts = fresh;
  }
  const files = generate(facts, corrections);
  await rm(output, { recursive: true, force: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), content);
  }
  console.log(`${files.size} files for ${Object.keys(facts.operations).length} operations.`);
}
