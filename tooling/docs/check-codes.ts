/**
 * Compares the tables of error codes with the sources, both ways: no code without an entry, no entry without a code.
 * A line `<!-- codes: family -->` names the family of the table behind it; `family in file` says that the table stands in
 * another document. Only sets are compared: the words are people's.
 */
import { readFileSync } from 'node:fs';
import { families } from './codes.ts';

const known = new Map(families().map(({ name, codes }) => [name, codes]));
const page = 'docs/reference-error-codes.md';
const text = readFileSync(page, 'utf8');
const problems: string[] = [];
let entries = 0;

const named = [...text.matchAll(/^<!-- codes: ([a-z ]+?)(?: in ([\w.-]+))? -->$/gm)].map(([marker, family = '', elsewhere]) => ({ marker, family, elsewhere }));
for (const { marker, family, elsewhere } of named) {
  const codes = known.get(family);
  if (!codes) {
    problems.push(`${page}: there is no family "${family}".`);
    continue;
  }
  const written = elsewhere === undefined ? rowsAfter(text, marker) : anyRows(readFileSync(`docs/${elsewhere}`, 'utf8'));
  entries += codes.size;
  for (const [code, file] of codes) if (!written.includes(code)) problems.push(`${page}: "${code}" of ${family} (${file}) has no entry.`);
  if (elsewhere !== undefined) continue;
  for (const code of written) if (!codes.has(code)) problems.push(`${page}: "${code}" of ${family} is in no source any more.`);
  for (const [index, code] of written.entries()) if (written.indexOf(code) < index) problems.push(`${page}: "${code}" of ${family} has two entries.`);
}
for (const name of known.keys()) if (!named.some(({ family }) => family === name)) problems.push(`${page}: family "${name}" has no table.`);

for (const problem of problems) console.error(problem);
console.log(`${String(entries)} error codes compared, ${String(problems.length)} differences.`);
process.exitCode = problems.length === 0 && entries > 0 ? 0 : 1;

/** First cells of the table that follows the marker. */
function rowsAfter(source: string, marker: string): string[] {
  const table = source.slice(source.indexOf(marker) + marker.length).trimStart().split('\n\n')[0] ?? '';
  return anyRows(table);
}

function anyRows(source: string): string[] {
  return [...source.matchAll(/^\| `([a-z][a-z0-9-]*)` \|/gm)].map(([, code = '']) => code);
}
