import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument } from './document.ts';
import { exercise } from './exercise.ts';

async function run(args: readonly string[], print: (line: string) => void): Promise<number> {
  const { values } = parseArgs({ args: args.filter((each) => each !== '--'), options: { spec: { type: 'string' } } });
  if (values.spec === undefined) throw new Error('Usage: verify:spec --spec <OpenAPI 3.1 document in JSON or YAML>');
  // pnpm runs scripts in the package's folder; the file is meant from where the command was typed.
  const document = await readDocument(resolve(process.env['INIT_CWD'] ?? '.', values.spec));
  const { operations, requests, violations } = await exercise(document);
  const names = document.operations.map(({ name }) => name);
  const missing = names.filter((name) => !operations.has(name));
  for (const [name, count] of [...operations].sort(([left], [right]) => left.localeCompare(right))) {
    print(`${String(count).padStart(3)} x ${name}`);
  }
  for (const violation of violations) print(`violation: ${violation}`);
  for (const name of missing) print(`not exercised: ${name}`);
  print(`${names.length - missing.length} of ${names.length} operations exercised, ${requests} requests, ${violations.length} violations`);
  return violations.length === 0 && missing.length === 0 && names.length > 0 ? 0 : 1;
}

/** Runs the command; resolves to its exit code. */
export async function verifySpec(args: readonly string[], print: (line: string) => void): Promise<number> {
  try {
    return await run(args, print);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
