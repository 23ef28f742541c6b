/** Every relative link of every document leads to a file of the repository, and every `#anchor` to a heading. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { markdownFiles, slug } from './markdown.ts';

const problems: string[] = [];
let links = 0;
for (const file of markdownFiles()) {
  const text = readFileSync(file, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
  for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    links += 1;
    const [path = '', anchor] = target.split('#');
    const destination = path === '' ? file : normalize(join(dirname(file), path));
    if (!existsSync(destination)) {
      problems.push(`${file}: ${target} leads nowhere.`);
    } else if (anchor !== undefined && !(statSync(destination).isFile() && anchors(destination).has(anchor))) {
      problems.push(`${file}: ${target} names a heading that is not there.`);
    }
  }
}
for (const problem of problems) console.error(problem);
console.log(`${String(links)} links checked, ${String(problems.length)} broken.`);
process.exitCode = problems.length === 0 ? 0 : 1;

function anchors(file: string): ReadonlySet<string> {
  const headings = readFileSync(file, 'utf8').match(/^#+ .*$/gm) ?? [];
  return new Set(headings.map((heading) => slug(heading.replace(/^#+ /, ''))));
}
