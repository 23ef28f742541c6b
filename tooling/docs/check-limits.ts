/**
 * Compares the figures of the limits page with the code. The last cell of a row says where a figure stands:
 * `facts: Model.Field.property`, or `file: text`, where the first number behind the text counts. A figure in minutes or
 * days may stand for milliseconds.
 */
import { existsSync, readFileSync } from 'node:fs';

const page = 'docs/reference-limits.md';
const facts = (JSON.parse(readFileSync('packages/visma-eaccounting/facts/api-v2.json', 'utf8')) as { models: Facts }).models;
type Facts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

const milliseconds: Readonly<Record<string, number>> = { seconds: 1000, minutes: 60_000, days: 86_400_000 };
const rows = [...readFileSync(page, 'utf8').matchAll(/^\| (.+?) \| ([\d.]+)(?: (\w+))? \| `(.+?)` \|$/gm)];
const tableRows = [...readFileSync(page, 'utf8').matchAll(/^\| (?!limit|---)/gm)].length;
const problems: string[] = [];
if (rows.length !== tableRows) problems.push(`${String(tableRows - rows.length)} rows name no place in the code.`);
for (const [, what = '', figure = '', unit = '', place = ''] of rows) {
  const found = numberAt(place);
  const fits = found === Number(figure) || found === Number(figure) * (milliseconds[unit] ?? 1);
  if (!fits) problems.push(`${what}: ${figure} ${unit} on the page, ${String(found)} at ${place}.`);
}
for (const problem of problems) console.error(`${page}: ${problem}`);
console.log(`${String(rows.length)} limits compared, ${String(problems.length)} differences.`);
process.exitCode = problems.length === 0 && rows.length > 0 ? 0 : 1;

function numberAt(place: string): number | undefined {
  const [file = '', text = ''] = place.split(/: (.*)/);
  if (file === 'facts') {
    const [model = '', field = '', property = ''] = text.split('.');
    const value = facts[model]?.[field]?.[property];
    return typeof value === 'number' ? value : undefined;
  }
  const path = `packages/${file}`;
  if (!existsSync(path)) return undefined;
  // Factors count too (15 * 60_000), as far as they are figures: in `15 * minute` the unit is that of the page.
  for (const behind of readFileSync(path, 'utf8').split(text).slice(1)) {
    const factors = /^[^\d\n]*(\d[\d_.]*(?:\s*\*\s*\d[\d_.]*)*)/.exec(behind)?.[1]?.split('*');
    if (factors) return factors.reduce((product, factor) => product * Number(factor.trim().replaceAll('_', '').replace(/\.$/, '')), 1);
  }
  return undefined;
}
